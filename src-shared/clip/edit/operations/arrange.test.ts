import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import { counter, expectClose, expectSound, idOf, pick, time } from '#shared/clip/testing/edit-checks.ts';
import { editDuration, placeSegments } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import * as arrange from './arrange.ts';
import { keepRange, lift, removeRange, rippleDelete } from './remove.ts';
import { joinNeighbours, splitAt } from './split-join.ts';
import { trimInPlace, trimSegment } from './trim.ts';

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

  const clip = (id: string, from: number, to: number) => ({
    id,
    kind: 'clip' as const,
    source: 'r',
    from,
    to,
  });
  const one: ClipEdit = {
    segments: [
      {
        ...clip('a', 10, 20),
        picture: {
          turn: 90,
          fadeIn: 1,
          focus: [
            { at: 0, x: 0, y: 0 },
            { at: 10, x: 1, y: 1 },
          ],
        },
      },
    ],
    overlays: [{ id: 'o', kind: 'image', source: 'p', from: 2, to: 6, x: 0, y: 0, width: 1 }],
    markers: [{ id: 'm', at: 8, name: '' }],
    sounds: [{ id: 'music', source: 's', at: 0, from: 0, to: 30, role: 'music' }],
  };

  test('a held frame shows what was shown, what lies over it lasts longer', () => {
    const next = arrange.freezeAt(one, 4, 2, counter());
    expect(next.segments).toMatchObject([
      { id: 'a', from: 10, to: 14, picture: { fadeIn: 1 } },
      {
        kind: 'freeze',
        source: 'r',
        at: 14,
        duration: 2,
        picture: { turn: 90, focus: [{ at: 0, x: 0.4, y: 0.4 }] },
      },
      { kind: 'clip', from: 14, to: 20 },
    ]);
    expect(next.segments[1]?.picture?.fadeIn).toBeUndefined();
    expect(next.overlays).toMatchObject([{ from: 2, to: 8 }]);
    expect(next.markers).toMatchObject([{ at: 10 }]);
    expect(next.sounds).toBe(one.sounds);
    const still: ClipEdit = { segments: [{ id: 's', kind: 'still', source: 'p', duration: 4 }] };
    expect(arrange.freezeAt(still, 2, 1, counter())).toBe(still);
  });

  test('twice the speed takes half the time, for what lies over it too', () => {
    const next = arrange.setSpeed(one, ['a'], 2);
    expect(editDuration(next)).toBe(5);
    expect(next.overlays).toMatchObject([{ from: 1, to: 3 }]);
    expect(next.markers).toMatchObject([{ at: 4 }]);
    expect(next.sounds?.[0]).toMatchObject({ at: 0, from: 0, to: 30 });
    const back = arrange.setSpeed(next, ['a'], 1);
    expectClose(back, one);
    expect(arrange.setSpeed(one, ['a'], 90).segments[0]).toMatchObject({ speed: 4 });
    expect(arrange.setReversed(arrange.setReversed(one, ['a'], true), ['a'], false)).toEqual(one);
  });

  test('a transition takes its time off, and gives it back', () => {
    const two: ClipEdit = { ...one, segments: [clip('a', 0, 4), clip('b', 0, 6)] };
    const next = arrange.setTransition(two, ['b'], { kind: 'fade', seconds: 1 });
    expect(editDuration(next)).toBe(9);
    expect(next.markers?.[0]?.at).toBe(7);
    expectClose(arrange.setTransition(next, ['b'], null).markers, two.markers);
  });

  test('copies stand behind the last of them; what is put at a time splits what plays then', () => {
    const copied = arrange.duplicate({ segments: [clip('a', 0, 4), clip('b', 0, 6)] }, ['a', 'b'], counter());
    expect(copied.segments.map(({ id }) => id)).toEqual(['a', 'b', 'new-1', 'new-2']);
    const put = arrange.insertSegments(one, { time: 3 }, [clip('x', 0, 5)], counter());
    expect(put.segments.map(({ id }) => id)).toEqual(['a', 'x', 'new-1']);
    expect(put.overlays).toMatchObject([{ from: 2, to: 11 }]);
    const alone = arrange.insertSegments(one, { time: 3 }, [clip('x', 0, 5)], counter(), { alone: true });
    expect(alone.overlays).toBe(one.overlays);
    expect(arrange.insertSegments(one, { time: 99 }, [clip('x', 0, 5)], counter()).segments[1]?.id).toBe('x');
    expect(
      arrange.insertSegments({ segments: [] }, { time: 3 }, [clip('x', 0, 5)], counter()).segments,
    ).toHaveLength(1);
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
