import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryEdit } from '#shared/clip/testing/arbitrary-edit.ts';
import {
  counter,
  expectClose,
  expectSound,
  time,
  withoutSpareKeys,
} from '#shared/clip/testing/edit-checks.ts';
import { editDuration } from '../layout.ts';
import type { ClipEdit } from '../schema.ts';
import { canSplitAt, joinNeighbours, splitAt } from './split-join.ts';

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
