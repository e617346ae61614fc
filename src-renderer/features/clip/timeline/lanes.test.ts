import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import { itemsWithin, layLanes, packInOrder, packTight } from './lanes.ts';

const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 30 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 40 },
);
const meets = (one: { from: number; to: number }, other: { from: number; to: number }): boolean =>
  one.from < other.to && other.from < one.to;

describe('lanes', () => {
  it('never hold two things at once, and lose none', () => {
    fc.assert(
      fc.property(spans, (items) => {
        for (const lanes of [packInOrder(items), packTight(items)]) {
          expect(lanes.flat()).toHaveLength(items.length);
          for (const lane of lanes)
            lane.forEach((item, at) => {
              const next = lane[at + 1];
              if (next) expect(meets(item, next)).toBe(false);
            });
        }
      }),
    );
  });

  it('put what lies in front on a higher lane than what it covers', () => {
    fc.assert(
      fc.property(spans, (items) => {
        const lanes = packInOrder(items);
        const laneOf = (item: object): number => lanes.findIndex((lane) => lane.includes(item as never));
        items.forEach((item, at) => {
          for (const later of items.slice(at + 1))
            if (meets(item, later)) expect(laneOf(later)).toBeGreaterThan(laneOf(item));
        });
      }),
    );
  });

  it('use as few lanes as things that play at once when packed tight', () => {
    fc.assert(
      fc.property(spans, (items) => {
        const atOnce = Math.max(
          0,
          ...items.map(({ from }) => items.filter((other) => other.from <= from && from < other.to).length),
        );
        expect(packTight(items)).toHaveLength(atOnce);
      }),
    );
  });

  it('stand captions over overlays over the main track over sounds, and fill the height', () => {
    const edit = {
      segments: [{ id: 'one', kind: 'colour' as const, colour: '#000000', duration: 10 }],
      overlays: [
        { id: 'a', kind: 'image' as const, source: 'p', from: 0, to: 4, x: 0, y: 0, width: 1 },
        { id: 'b', kind: 'image' as const, source: 'p', from: 2, to: 5, x: 0, y: 0, width: 1 },
      ],
      sounds: [{ id: 's', source: 'm', at: 0, from: 0, to: 3, role: 'music' as const, loop: true }],
    };
    const { rows, height } = layLanes(edit, placeSegments(edit), 300);
    expect(rows.map((row) => row.items.map((item) => item.id).join())).toEqual(['b', 'a', 'one', 's']);
    expect(rows.at(-1)?.items[0]?.to).toBe(10);
    expect(height).toBe(300);
    expect(layLanes(edit, placeSegments(edit), 60).height).toBeGreaterThan(60);
  });

  it('find what is in view among thousands', () => {
    const items = Array.from({ length: 5000 }, (_, index) => ({
      kind: 'cue' as const,
      id: `c${index}`,
      from: index,
      to: index + 0.9,
      index,
    }));
    const [first, last] = itemsWithin(items, 2000, 2010);
    expect(first).toBeGreaterThan(1990);
    expect(last).toBe(2011);
  });
});
