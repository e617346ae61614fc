import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layLanes } from './calendar-lanes.ts';

const ascending = fc.array(fc.integer({ min: 0, max: 1439 })).map((minutes) => minutes.sort((a, b) => a - b));

describe('layLanes', () => {
  it('places every card once, none upon another', () => {
    fc.assert(
      fc.property(ascending, fc.integer({ min: 2, max: 6 }), (minutes, most) => {
        const { places, rests } = layLanes(minutes, 30, most);
        const all = [...places.map(({ index }) => index), ...rests.flatMap(({ indexes }) => indexes)];
        expect(all.sort((a, b) => a - b)).toEqual(minutes.map((_, index) => index));
        const boxes = [...places.map((place) => ({ ...place, minute: minutes[place.index] ?? 0 })), ...rests];
        for (const [at, one] of boxes.entries()) {
          expect(one.lane).toBeLessThan(one.lanes);
          expect(one.lanes).toBeLessThanOrEqual(most);
          for (const other of boxes.slice(at + 1)) {
            const apart = Math.abs(one.minute - other.minute) >= 30;
            expect(apart || (one.lane !== other.lane && one.lanes === other.lanes)).toBe(true);
          }
        }
      }),
    );
  });

  it('gives a lonely card the whole width', () => {
    expect(layLanes([60, 120], 30, 3).places).toEqual([
      { index: 0, lane: 0, lanes: 1 },
      { index: 1, lane: 0, lanes: 1 },
    ]);
  });
});
