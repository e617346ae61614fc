import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import { editDuration, placeSegments, segmentLength } from '../layout.ts';
import { type ClipEdit, clipEditSchema } from '../schema.ts';
import type { EnvelopePoint, FocusKey } from '../segment.ts';
import * as arrange from './arrange.ts';
import { betweenFocus, betweenGain, keyAt } from './keys.ts';
import { canSplitAt, joinNeighbours, splitAt } from './split-join.ts';
import { keepRange, lift, removeRange, removeRanges, rippleDelete } from './remove.ts';
import { roll, slip, trimInPlace, trimSegment } from './trim.ts';

function counter(prefix = 'new'): () => string {
  let count = 0;
  return () => `${prefix}-${(count += 1)}`;
}

const ascending = (times: readonly number[]): boolean =>
  times.every((time, index) => index === 0 || time >= (times[index - 1] ?? 0));

/** What every operation must leave: a valid edit, ids once each, lists in order, captions on the timeline. */
function expectSound(edit: ClipEdit): void {
  const parsed = clipEditSchema.safeParse(edit);
  expect(parsed.error?.issues ?? []).toEqual([]);
  const ids = edit.segments.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(edit.sounds?.map(({ id }) => id)).size).toBe(edit.sounds?.length ?? 0);
  expect(ascending((edit.sounds ?? []).map(({ at }) => at))).toBe(true);
  expect(ascending((edit.markers ?? []).map(({ at }) => at))).toBe(true);
  for (const { picture } of edit.segments)
    expect(ascending((picture?.focus ?? []).map(({ at }) => at))).toBe(true);
  for (const { cues } of edit.captions ?? []) {
    expect(ascending(cues.map(({ from }) => from))).toBe(true);
    for (const cue of cues)
      for (const word of cue.words ?? []) {
        expect(word.from).toBeGreaterThanOrEqual(0);
        expect(word.end).toBeLessThanOrEqual(cue.text.length);
      }
  }
}

/** Equal but for the noise that sums of times carry. */
function expectClose(one: unknown, other: unknown): void {
  const far: string[] = [];
  const compare = (left: unknown, right: unknown, path: string): void => {
    if (typeof left === 'number' && typeof right === 'number') {
      if (Math.abs(left - right) > 1e-5) far.push(`${path}: ${left} is not ${right}`);
    } else if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null) {
      const [first, second] = [left as Record<string, unknown>, right as Record<string, unknown>];
      for (const key of new Set([...Object.keys(first), ...Object.keys(second)]))
        compare(first[key], second[key], `${path}.${key}`);
    } else if (left !== right) far.push(`${path}: ${JSON.stringify(left)} is not ${JSON.stringify(right)}`);
  };
  compare(one, other, '');
  expect(far).toEqual([]);
}

const time = fc.integer({ min: 0, max: 6000 }).map((hundredths) => hundredths / 100);
const pick = fc.nat(20);
const idOf = (edit: ClipEdit, choice: number): string =>
  edit.segments[choice % Math.max(1, edit.segments.length)]?.id ?? '';

describe('split and join', () => {
  test('a join takes a split back, with keyframes, volume lines and fades', () => {
    fc.assert(
      fc.property(arbitraryEdit({ minSegments: 1 }), time, (edit, at) => {
        const split = splitAt(edit, at, counter());
        expectSound(split);
        if (!canSplitAt(edit, at)) {
          expect(split).toBe(edit);
          return;
        }
        expect(split.segments.length).toBe(edit.segments.length + 1);
        expect(editDuration(split)).toBeCloseTo(editDuration(edit), 6);
        const index = split.segments.findIndex(({ id }) => id === 'new-1');
        const joined = joinNeighbours(split, split.segments[index - 1]?.id ?? '');
        expectSound(joined);
        expectClose(withoutSpareKeys(joined), withoutSpareKeys(edit));
      }),
      { numRuns: 400 },
    );
  });

  test('both halves show at the cut what was shown there', () => {
    const edit: ClipEdit = {
      segments: [
        {
          id: 'a',
          kind: 'clip',
          source: 'r',
          from: 10,
          to: 20,
          speed: 2,
          picture: {
            focus: [
              { at: 0, x: 0, y: 0 },
              { at: 10, x: 1, y: 0.5 },
            ],
            fadeIn: 1,
            fadeOut: 2,
          },
          sound: {
            envelope: [
              { at: 2, gain: 0 },
              { at: 6, gain: -8 },
            ],
          },
        },
      ],
    };
    const [first, second] = splitAt(edit, 2, () => 'b').segments;
    expect(first).toEqual({
      ...edit.segments[0],
      to: 14,
      picture: {
        focus: [
          { at: 0, x: 0, y: 0 },
          { at: 4, x: 0.4, y: 0.2 },
        ],
        fadeIn: 1,
      },
      sound: {
        envelope: [
          { at: 2, gain: 0 },
          { at: 4, gain: -4 },
        ],
      },
    });
    expect(second).toEqual({
      ...edit.segments[0],
      id: 'b',
      from: 14,
      picture: {
        focus: [
          { at: 0, x: 0.4, y: 0.2 },
          { at: 6, x: 1, y: 0.5 },
        ],
        fadeOut: 2,
      },
      sound: {
        envelope: [
          { at: 0, gain: -4 },
          { at: 2, gain: -8 },
        ],
      },
    });
  });

  test('a segment that plays backwards is split in the time of its screen', () => {
    const edit: ClipEdit = {
      segments: [{ id: 'a', kind: 'clip', source: 'r', from: 0, to: 10, reversed: true }],
    };
    const split = splitAt(edit, 3, () => 'b');
    expect(split.segments).toMatchObject([
      { from: 7, to: 10 },
      { from: 0, to: 7 },
    ]);
    expect(joinNeighbours(split, 'a')).toEqual(edit);
  });
});

const samples = Array.from({ length: 97 }, (_, index) => index / 7.93);

/** An edit with the course of its keys instead of the keys: those on the line between two others change nothing. */
function withoutSpareKeys(edit: ClipEdit): unknown {
  const look = (keys: FocusKey[] | undefined): unknown =>
    keys?.length ? samples.map((at) => ({ zoom: 1, ...keyAt(keys, at, betweenFocus) })) : keys;
  const line = (keys: EnvelopePoint[] | undefined): unknown =>
    keys?.length ? samples.map((at) => keyAt(keys, at, betweenGain)) : keys;
  return {
    ...edit,
    segments: edit.segments.map((segment) => ({
      ...segment,
      picture: segment.picture && { ...segment.picture, focus: look(segment.picture.focus) },
      sound: segment.kind === 'clip' &&
        segment.sound && { ...segment.sound, envelope: line(segment.sound.envelope) },
    })),
    sounds: edit.sounds?.map((item) => ({ ...item, envelope: line(item.envelope) })),
  };
}

describe('trim', () => {
  const inwards = fc.integer({ min: 0, max: 300 }).map((hundredths) => hundredths / 100);

  test('twice inwards equals once to the same place', () => {
    fc.assert(
      fc.property(
        arbitraryEdit({ minSegments: 1, transitions: false }),
        pick,
        fc.constantFrom('start' as const, 'end' as const),
        inwards,
        inwards,
        (edit, choice, edge, first, second) => {
          const id = idOf(edit, choice);
          const sign = edge === 'start' ? 1 : -1;
          const found = edit.segments.find((segment) => segment.id === id);
          fc.pre(found !== undefined && segmentLength(found) > first + second + 0.1);
          const twice = trimSegment(trimSegment(edit, id, edge, sign * first), id, edge, sign * second);
          const once = trimSegment(edit, id, edge, sign * (first + second));
          expectSound(once);
          // Of sounds that run on beyond the end, two cuts leave other pieces than one.
          const apart = (each: ClipEdit): unknown => withoutSpareKeys({ ...each, sounds: [] });
          expectClose(apart(twice), apart(once));
          expect(editDuration(once)).toBeCloseTo(editDuration(edit) - first - second, 6);
        },
      ),
    );
  });

  test('never beyond the source, never shorter than a frame', () => {
    const by = fc.integer({ min: -9000, max: 9000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(
        arbitraryEdit({ minSegments: 1 }),
        pick,
        fc.boolean(),
        by,
        (edit, choice, atStart, delta) => {
          const id = idOf(edit, choice);
          const limits = { from: 0, to: 35 };
          const next = trimSegment(edit, id, atStart ? 'start' : 'end', delta, { limits, least: 0.04 });
          expectSound(next);
          const segment = next.segments.find((one) => one.id === id);
          if (segment?.kind !== 'clip') return;
          expect(segment.from).toBeGreaterThanOrEqual(0);
          expect(segment.to).toBeLessThanOrEqual(35.000_001);
          expect(segmentLength(segment)).toBeGreaterThanOrEqual(0.039_999);
        },
      ),
    );
  });

  test('in place, slip and roll keep the length of the whole', () => {
    const by = fc.integer({ min: -400, max: 400 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(
        arbitraryEdit({ minSegments: 2, transitions: false }),
        pick,
        by,
        fc.constantFrom('start', 'end', 'slip', 'roll'),
        (edit, choice, delta, how) => {
          const id = idOf(edit, choice);
          const limits = { from: 0, to: 40 };
          const last = edit.segments.at(-1)?.id === id;
          fc.pre(!(how === 'end' && last) && !(how === 'start' && edit.segments[0]?.id === id));
          const next =
            how === 'slip'
              ? slip(edit, id, delta, limits)
              : how === 'roll'
                ? roll(edit, id, delta, { before: limits, after: limits })
                : trimInPlace(edit, id, how as 'start' | 'end', delta, counter(), { limits });
          expectSound(next);
          expect(editDuration(next)).toBeCloseTo(editDuration(edit), 6);
          expectClose({ ...next, segments: [] }, { ...edit, segments: [] });
        },
      ),
    );
  });
});

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
          expectClose(single, next);
        },
      ),
      { numRuns: 300 },
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

describe('arranging', () => {
  test('another order is a permutation of the same length, and back again', () => {
    fc.assert(
      fc.property(arbitraryEdit({ minSegments: 1, transitions: false }), pick, pick, (edit, one, other) => {
        const next = arrange.reorder(edit, [idOf(edit, one)], idOf(edit, other));
        expectSound(next);
        const ids = (each: ClipEdit) => each.segments.map(({ id }) => id);
        expect(ids(next).toSorted()).toEqual(ids(edit).toSorted());
        expect(editDuration(next)).toBeCloseTo(editDuration(edit), 6);
        expect(next.overlays?.length).toBe(edit.overlays?.length);
      }),
    );
  });

  test('what lies over a segment goes with it; what lies over all stays over all', () => {
    const edit: ClipEdit = {
      segments: [
        { id: 'a', kind: 'clip', source: 'r', from: 0, to: 4 },
        { id: 'b', kind: 'clip', source: 'r', from: 4, to: 10 },
      ],
      overlays: [
        { id: 'mark', kind: 'image', source: 'p', from: 0, to: 10, x: 0, y: 0, width: 1 },
        { id: 'title', kind: 'image', source: 'p', from: 1, to: 3, x: 0, y: 0, width: 1 },
      ],
    };
    expect(arrange.reorder(edit, ['b'], 'a').overlays).toMatchObject([
      { id: 'mark', from: 0, to: 10 },
      { id: 'title', from: 7, to: 9 },
    ]);
  });

  test('every operation leaves a sound edit', () => {
    const ids = counter('made');
    const still = () => ({ id: ids(), kind: 'still' as const, source: 'picture', duration: 2 });
    const operations: ((edit: ClipEdit, at: number, choice: number) => ClipEdit)[] = [
      (edit, at) => splitAt(edit, at, ids),
      (edit, at) => arrange.freezeAt(edit, at, 1.5, ids),
      (edit, at) => arrange.insertSegments(edit, { time: at }, [still()], ids),
      (edit, _at, choice) => arrange.insertSegments(edit, { index: choice }, [still()], ids),
      (edit, _at, choice) => arrange.duplicate(edit, [idOf(edit, choice)], ids),
      (edit, at, choice) => arrange.setSpeed(edit, [idOf(edit, choice)], at > 30 ? 0.5 : 2),
      (edit, at, choice) => arrange.setReversed(edit, [idOf(edit, choice)], at > 30),
      (edit, at, choice) =>
        arrange.setTransition(edit, [idOf(edit, choice)], at > 30 ? null : { kind: 'fade', seconds: 1 }),
      (edit, at, choice) => trimSegment(edit, idOf(edit, choice), 'start', at - 30),
      (edit, at, choice) => trimInPlace(edit, idOf(edit, choice), 'end', at - 30, ids),
      (edit, at) => removeRange(edit, { from: at, to: at + 2 }, ids),
      (edit, _at, choice) => rippleDelete(edit, [idOf(edit, choice)]),
      (edit, _at, choice) => lift(edit, [idOf(edit, choice)], ids),
      (edit, at) => keepRange(edit, { from: at / 4, to: at * 2 }, ids),
      (edit, _at, choice) => joinNeighbours(edit, idOf(edit, choice)),
    ];
    const step = fc.record({ which: fc.nat(operations.length - 1), at: time, choice: pick });
    fc.assert(
      fc.property(arbitraryEdit(), fc.array(step, { maxLength: 8 }), (start, steps) => {
        let edit = start;
        for (const { which, at, choice } of steps) {
          const before = JSON.stringify(edit);
          const next = operations[which]?.(edit, at, choice) ?? edit;
          expect(JSON.stringify(edit)).toBe(before);
          expectSound(next);
          expect(placeSegments(next).every((place) => place.end > place.start)).toBe(true);
          edit = next;
        }
      }),
      { numRuns: 400 },
    );
  });
});
