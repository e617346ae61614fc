import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import {
  counter,
  expectClose,
  expectSound,
  idOf,
  pick,
  withoutSpareKeys,
} from '#shared/clip/testing/edit-checks.ts';
import { editDuration, segmentLength } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import { roll, slip, trimInPlace, trimSegment } from './trim.ts';

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
