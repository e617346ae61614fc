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

  test('in place a shorter one leaves black, a longer one takes it or its neighbour', () => {
    const clip = (id: string, from: number, to: number) => ({
      id,
      kind: 'clip' as const,
      source: 'r',
      from,
      to,
    });
    const edit: ClipEdit = { segments: [clip('a', 0, 4), clip('b', 10, 14)] };
    const options = { limits: { from: 0, to: 60 }, least: 0.5 };
    const gap = { id: 'new-1', kind: 'colour' as const, colour: '#000000' };
    const shorter = trimInPlace(edit, 'a', 'end', -1, counter(), options);
    expect(shorter.segments).toEqual([clip('a', 0, 3), { ...gap, duration: 1 }, clip('b', 10, 14)]);
    const half = trimInPlace(shorter, 'b', 'start', -0.5, counter(), options);
    expect(half.segments).toEqual([clip('a', 0, 3), { ...gap, duration: 0.5 }, clip('b', 9.5, 14)]);
    expect(trimInPlace(shorter, 'b', 'start', -9, counter(), options).segments).toEqual([
      clip('a', 0, 3),
      clip('b', 9, 14),
    ]);
    expect(trimInPlace(edit, 'a', 'end', 9, counter(), options).segments).toEqual([
      clip('a', 0, 7.5),
      clip('b', 13.5, 14),
    ]);
    expect(trimInPlace(edit, 'a', 'start', 1, counter(), options).segments).toEqual([
      { ...gap, duration: 1 },
      clip('a', 1, 4),
      clip('b', 10, 14),
    ]);
    // There is nothing in front of the first to grow into.
    expect(trimInPlace(edit, 'a', 'start', -1, counter(), options)).toBe(edit);
  });

  test('what is over a trimmed start goes or is cut; what follows moves up', () => {
    const edit: ClipEdit = {
      segments: [
        { id: 'a', kind: 'clip', source: 'r', from: 2, to: 8, speed: 2 },
        { id: 'b', kind: 'still', source: 'p', duration: 4 },
      ],
      markers: [
        { id: 'm', at: 0.5, name: '' },
        { id: 'n', at: 5, name: '' },
      ],
      overlays: [{ id: 'o', kind: 'image', source: 'p', from: 0, to: 2, x: 0, y: 0, width: 1 }],
    };
    const next = trimSegment(edit, 'a', 'start', 1);
    expect(next.segments[0]).toMatchObject({ from: 4, to: 8 });
    expect(next.markers).toEqual([{ id: 'n', at: 4, name: '' }]);
    expect(next.overlays).toMatchObject([{ from: 0, to: 1 }]);
    const longer = trimSegment(edit, 'a', 'start', -3, { limits: { from: 0, to: 20 } });
    expect(longer.segments[0]).toMatchObject({ from: 0, to: 8 });
    expect(longer.markers).toMatchObject([{ at: 1.5 }, { at: 6 }]);
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
