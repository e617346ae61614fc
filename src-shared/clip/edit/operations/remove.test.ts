import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import { counter, expectClose, expectSound, idOf, pick, time } from '#shared/clip/testing/edit-checks.ts';
import { editDuration, placeSegments, segmentLength } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import { keepRange, lift, removeRange, removeRanges, rippleDelete } from './remove.ts';

function byId(edit: ClipEdit): ClipEdit {
  const inOrder = <Item extends { id: string }>(items: readonly Item[] = []): Item[] =>
    items.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const captions = (edit.captions ?? []).map((track) => ({ ...track, cues: inOrder(track.cues) }));
  return { ...edit, sounds: inOrder(edit.sounds), markers: inOrder(edit.markers), captions };
}

describe('removing', () => {
  test('ripple delete shortens by exactly the length; lift keeps it', () => {
    fc.assert(
      fc.property(arbitraryEdit({ minSegments: 1, transitions: false }), pick, (edit, choice) => {
        const id = idOf(edit, choice);
        const length = segmentLength(edit.segments.find((segment) => segment.id === id)!);
        const deleted = rippleDelete(edit, [id]);
        expectSound(deleted);
        expect(editDuration(deleted)).toBeCloseTo(editDuration(edit) - length, 6);
        const lifted = lift(edit, [id], counter());
        expectSound(lifted);
        expect(editDuration(lifted)).toBeCloseTo(editDuration(edit), 6);
        expectClose({ ...lifted, segments: [] }, { ...edit, segments: [] });
      }),
    );
  });

  test('a range leaves exactly the rest, and several at once are the same as one at a time from the back', () => {
    const range = fc
      .record({ from: time, length: time })
      .map(({ from, length }) => ({ from, to: from + length / 6 }));
    fc.assert(
      fc.property(
        arbitraryEdit({ transitions: false }),
        fc.array(range, { maxLength: 4 }),
        (edit, ranges) => {
          const next = removeRanges(edit, ranges, counter());
          expectSound(next);
          const end = editDuration(edit);
          const marks = ranges.map(({ from, to }) => [Math.min(from, end), Math.min(to, end)] as const);
          const edges = [...new Set([0, end, ...marks.flat()])].toSorted((a, b) => a - b);
          let left = 0;
          edges.forEach((from, index) => {
            const to = edges[index + 1] ?? from;
            const middle = (from + to) / 2;
            if (!marks.some(([a, b]) => a <= middle && middle < b)) left += to - from;
          });
          expect(editDuration(next)).toBeCloseTo(left, 4);
          const apart = ranges
            .toSorted((one, other) => other.from - one.from)
            .every((one, index, all) => index === 0 || one.to < (all[index - 1]?.from ?? 0));
          if (!apart) return;
          const ids = counter();
          const single = ranges
            .toSorted((one, other) => other.from - one.from)
            .reduce((rest, one) => removeRange(rest, one, ids), edit);
          // Where two begin at the same time their order may differ.
          expectClose(byId(single), byId(next));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('a range over a transition makes a cut of it, exactly as long as it says', () => {
    const edit: ClipEdit = {
      segments: [
        { id: 'a', kind: 'clip', source: 'r', from: 0, to: 5 },
        { id: 'b', kind: 'clip', source: 'r', from: 10, to: 15, transition: { kind: 'fade', seconds: 1 } },
      ],
      markers: [{ id: 'm', at: 6, name: '' }],
    };
    expect(editDuration(edit)).toBe(9);
    const next = removeRange(edit, { from: 3.5, to: 4.5 }, counter());
    expect(next.segments).toEqual([
      { id: 'a', kind: 'clip', source: 'r', from: 0, to: 3.5 },
      { id: 'b', kind: 'clip', source: 'r', from: 10.5, to: 15 },
    ]);
    expect(next.markers?.[0]?.at).toBe(5);
    // Away from it the transition stays.
    expect(removeRange(edit, { from: 1, to: 2 }, counter()).segments.at(-1)?.transition).toBeDefined();
  });

  test('with transitions the length is at most what they take off', () => {
    fc.assert(
      fc.property(arbitraryEdit({ minSegments: 1 }), time, time, (edit, from, length) => {
        const to = from + length / 6;
        const next = removeRange(edit, { from, to }, counter());
        expectSound(next);
        const end = editDuration(edit);
        const taken = Math.max(0, Math.min(to, end) - Math.min(from, end));
        const overlaps = placeSegments(edit).reduce((sum, { overlap }) => sum + overlap, 0);
        expect(Math.abs(editDuration(next) - (end - taken))).toBeLessThanOrEqual(overlaps + 1e-4);
      }),
    );
  });

  test('keeping a range leaves its length and nothing outside of it', () => {
    fc.assert(
      fc.property(arbitraryEdit({ transitions: false }), time, time, (edit, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const next = keepRange(edit, { from, to }, counter());
        expectSound(next);
        const end = editDuration(edit);
        const length = Math.min(to, end) - Math.min(from, end);
        expect(editDuration(next)).toBeCloseTo(length, 4);
        for (const overlay of next.overlays ?? []) expect(overlay.to).toBeLessThanOrEqual(length + 1e-4);
      }),
    );
  });

  test('what lies beside moves up, is cut or goes with the range; music plays on, a voice is cut', () => {
    const edit: ClipEdit = {
      segments: [{ id: 'a', kind: 'clip', source: 'r', from: 0, to: 20 }],
      overlays: [
        { id: 'before', kind: 'image', source: 'p', from: 0, to: 4, x: 0, y: 0, width: 1 },
        { id: 'inside', kind: 'image', source: 'p', from: 6, to: 7, x: 0, y: 0, width: 1 },
        { id: 'over', kind: 'image', source: 'p', from: 4, to: 12, x: 0, y: 0, width: 1 },
      ],
      sounds: [
        { id: 'music', source: 's', at: 0, from: 3, to: 23, role: 'music' },
        { id: 'voice', source: 's', at: 2, from: 0, to: 10, role: 'voice', fadeOut: 1 },
      ],
      captions: [
        {
          id: 't',
          name: '',
          language: 'en',
          burn: true,
          style: {} as never,
          cues: [
            {
              id: 'c',
              from: 4,
              to: 10,
              text: 'one two three',
              words: [
                { start: 0, end: 3, from: 4, to: 5 },
                { start: 4, end: 7, from: 5, to: 8 },
                { start: 8, end: 13, from: 8, to: 10 },
              ],
            },
          ],
        },
      ],
      markers: [
        { id: 'm', at: 6, name: '' },
        { id: 'n', at: 8, name: '' },
      ],
      cover: { kind: 'frame', at: 6 },
    };
    const next = removeRange(edit, { from: 5, to: 8 }, () => 'b');
    expect(next.segments).toMatchObject([
      { id: 'a', from: 0, to: 5 },
      { id: 'b', from: 8, to: 20 },
    ]);
    expect(next.overlays).toMatchObject([
      { id: 'before', to: 4 },
      { id: 'over', from: 4, to: 9 },
    ]);
    expect(next.sounds).toEqual([
      { id: 'music', source: 's', at: 0, from: 3, to: 20, role: 'music' },
      { id: 'voice', source: 's', at: 2, from: 0, to: 3, role: 'voice' },
      { id: 'voice-2', source: 's', at: 5, from: 6, to: 10, role: 'voice', fadeOut: 1 },
    ]);
    expect(next.captions?.[0]?.cues).toEqual([
      {
        id: 'c',
        from: 4,
        to: 7,
        text: 'one three',
        words: [
          { start: 0, end: 3, from: 4, to: 5 },
          { start: 4, end: 9, from: 5, to: 7 },
        ],
      },
    ]);
    expect(next.markers).toEqual([{ id: 'n', at: 5, name: '' }]);
    expect(next.cover).toEqual({ kind: 'frame', at: 5 });
    const alone = removeRange(edit, { from: 5, to: 8 }, () => 'b', { alone: true });
    expect({ ...alone, segments: [] }).toEqual({ ...edit, segments: [] });
  });
});
