import { describe, expect, it } from 'vitest';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { type Ground, hitAt } from './hit.ts';
import { layLanes, rulerHeight } from './lanes.ts';

const colour = (id: string, duration: number) => ({
  id,
  kind: 'colour' as const,
  colour: '#000000',
  duration,
});
const edit: ClipEdit = {
  segments: [colour('a', 4), { ...colour('b', 4), transition: { kind: 'fade', seconds: 1 } }],
  sounds: [{ id: 's', source: 'm', at: 1, from: 0, to: 3, role: 'music', fadeIn: 1 }],
  markers: [{ id: 'm', at: 2, name: 'Here' }],
};

function groundOf(chosen: string[] = []): Ground {
  const placed = placeSegments(edit);
  const { rows } = layLanes(edit, placed, 200);
  return { scale: { density: 100, start: 0 }, edit, placed, rows, scrolled: 0, chosen: new Set(chosen) };
}
const middleOf = (ground: Ground, kind: string): number => {
  const row = ground.rows.find((one) => one.kind === kind);
  return rulerHeight + (row?.top ?? 0) + (row?.height ?? 0) / 2;
};

describe('what lies under the pointer', () => {
  const ground = groundOf();
  const main = middleOf(ground, 'main');

  it('is the ruler, a marker on it, an item or an empty lane', () => {
    expect(hitAt(ground, 350, 5)).toEqual({ on: 'ruler' });
    expect(hitAt(ground, 203, rulerHeight - 4)).toEqual({ on: 'marker', id: 'm' });
    expect(hitAt(ground, 100, main)).toMatchObject({ on: 'item', part: 'body', item: { id: 'a' } });
    expect(hitAt(ground, 900, main)).toMatchObject({ on: 'lane', row: { kind: 'main' } });
    expect(hitAt(ground, 100, 5000)).toEqual({ on: 'nothing' });
  });

  it('is an edge close to it', () => {
    expect(hitAt(ground, 2, main)).toMatchObject({ item: { id: 'a' }, part: 'from' });
    expect(hitAt(ground, 697, main)).toMatchObject({ item: { id: 'b' }, part: 'to' });
  });

  it('is the later of two in a transition, unless the other is chosen', () => {
    expect(hitAt(ground, 350, main)).toMatchObject({ item: { id: 'b' } });
    expect(hitAt(groundOf(['segment a']), 350, main)).toMatchObject({ item: { id: 'a' } });
  });

  it('is the dot of a fade and the volume line only of what is chosen', () => {
    const row = ground.rows.find((one) => one.kind === 'sound');
    const top = rulerHeight + (row?.top ?? 0);
    expect(hitAt(ground, 200, top + 5)).toMatchObject({ part: 'body' });
    expect(hitAt(groundOf(['sound s']), 200, top + 5)).toMatchObject({ part: 'fade-in' });
    expect(hitAt(groundOf(['sound s']), 290, top + 11)).toMatchObject({ part: 'volume' });
  });
});
