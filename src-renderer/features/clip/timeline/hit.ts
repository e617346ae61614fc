import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { markerSize } from './draw/marks.ts';
import { gainToPart } from './draw/level.ts';
import { nameHeight } from './draw/main-track.ts';
import { itemsWithin, type LaneItem, type LaneRow, rulerHeight } from './lanes.ts';
import type { Scale } from './scale.ts';

/** Which part of an item a pointer takes hold of. */
export type Part = 'body' | 'from' | 'to' | 'fade-in' | 'fade-out' | 'volume';

export type Hit =
  | { on: 'ruler' }
  | { on: 'marker'; id: string }
  | { on: 'item'; item: LaneItem; row: LaneRow; part: Part }
  | { on: 'lane'; row: LaneRow }
  | { on: 'nothing' };

/** What a pointer can meet: the lanes as they are drawn. */
export interface Ground {
  scale: Scale;
  edit: ClipEdit;
  placed: readonly PlacedSegment[];
  rows: readonly LaneRow[];
  scrolled: number;
  chosen: ReadonlySet<string>;
}

/** Pixels within which an edge, a fade's dot or a volume line is taken hold of. */
const edgeReach = 7;
export const dotReach = 7;
const lineReach = 4;

/** Seconds at which the fades of an item end and begin, and the height at which their dots stand; null for items without. */
export function fadesOf(
  ground: Pick<Ground, 'edit' | 'placed'>,
  item: LaneItem,
): { from: number; to: number; offset: number } | null {
  if (item.kind === 'segment') {
    const picture = ground.placed[item.index]?.segment.picture;
    return {
      from: item.from + (picture?.fadeIn ?? 0),
      to: item.to - (picture?.fadeOut ?? 0),
      offset: nameHeight,
    };
  }
  const sound = item.kind === 'sound' ? ground.edit.sounds?.[item.index] : undefined;
  if (!sound) return null;
  const end = sound.loop ? item.to : sound.at + sound.to - sound.from;
  return { from: item.from + (sound.fadeIn ?? 0), to: end - (sound.fadeOut ?? 0), offset: 0 };
}

function partAt(ground: Ground, item: LaneItem, row: LaneRow, x: number, y: number, top: number): Part {
  const { scale } = ground;
  const px = (seconds: number): number => (seconds - scale.start) * scale.density;
  const [left, right] = [px(item.from), px(item.to)];
  const wide = right - left;
  const chosen = ground.chosen.has(`${item.kind} ${item.id}`);
  const fades = chosen && wide > 48 ? fadesOf(ground, item) : null;
  if (fades && Math.abs(y - top - fades.offset - 5) <= dotReach) {
    // The dots stand a little inside, so that the edges stay free.
    if (Math.abs(x - Math.max(left + 12, px(fades.from))) <= dotReach) return 'fade-in';
    if (Math.abs(x - Math.min(right - 12, px(fades.to))) <= dotReach) return 'fade-out';
  }
  const reach = Math.min(edgeReach, wide / 4);
  if (x - left < reach) return 'from';
  if (right - x < reach) return 'to';
  const sound = chosen && item.kind === 'sound' ? ground.edit.sounds?.[item.index] : undefined;
  if (sound && !sound.envelope?.length) {
    const line = top + 2 + (1 - gainToPart(sound.gain ?? 0)) * (row.height - 4);
    if (Math.abs(y - line) <= lineReach) return 'volume';
  }
  return 'body';
}

/** What lies under a point of the canvas. */
export function hitAt(ground: Ground, x: number, y: number): Hit {
  const { scale } = ground;
  if (y < rulerHeight) {
    const marker = ground.edit.markers?.findLast(
      ({ at }) => Math.abs((at - scale.start) * scale.density - x) <= markerSize.half + 1,
    );
    return marker && y > rulerHeight - markerSize.height - 3
      ? { on: 'marker', id: marker.id }
      : { on: 'ruler' };
  }
  const below = y - rulerHeight + ground.scrolled;
  const row = ground.rows.find(({ top, height }) => below >= top && below < top + height);
  if (!row) return { on: 'nothing' };
  const time = scale.start + x / scale.density;
  const reach = 3 / scale.density;
  const [first, last] = itemsWithin(row.items, time - reach, time + reach);
  let found: LaneItem | undefined;
  for (let at = first; at < last; at += 1) {
    const item = row.items[at];
    if (!item || time < item.from - reach || time > item.to + reach) continue;
    const inside = time >= item.from && time <= item.to;
    const chosen = ground.chosen.has(`${item.kind} ${item.id}`);
    // In a transition the later of two lies on top; a chosen one is met first.
    if (!found || inside || chosen) found = item;
    if (chosen && inside) break;
  }
  if (!found) return { on: 'lane', row };
  const top = rulerHeight + row.top - ground.scrolled;
  return { on: 'item', item: found, row, part: partAt(ground, found, row, x, y, top) };
}
