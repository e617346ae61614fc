import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import { counter, expectSound, idOf, pick, time } from '#shared/clip/testing/edit-checks.ts';
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
