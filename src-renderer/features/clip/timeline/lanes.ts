import type { PlacedSegment } from '#shared/clip/edit/layout.ts';
import type { ClipEdit, Overlay, SoundItem } from '#shared/clip/edit/schema.ts';

/** Pixels. */
export const rulerHeight = 26;
export const overlayHeight = 28;
export const captionHeight = 26;
export const soundHeight = 40;
export const laneGap = 3;
const leastMain = 76;
const mostMain = 190;

export type ItemKind = 'segment' | 'overlay' | 'cue' | 'sound';

/** A thing that lies on a lane; seconds on the timeline. */
export interface LaneItem {
  kind: ItemKind;
  id: string;
  from: number;
  to: number;
  /** Place in the list that it comes from. */
  index: number;
}

/** A row of the timeline. `top` in pixels below the ruler, before scrolling. */
export interface LaneRow {
  kind: 'caption' | 'overlay' | 'main' | 'sound';
  key: string;
  /** Which caption track. */
  track?: string;
  role?: SoundItem['role'];
  /** First of several lanes of the same kind: it carries the name. */
  first: boolean;
  top: number;
  height: number;
  /** In order of `from`; none covers another, apart from transitions of the main track. */
  items: readonly LaneItem[];
}

interface Span {
  from: number;
  to: number;
}

/**
 * Lanes so that nothing covers anything and what lies in front is on a higher lane; a small gap of floating point is no
 * overlap.
 */
export function packInOrder<Item extends Span>(items: readonly Item[]): Item[][] {
  const lanes: Item[][] = [];
  for (const item of items) {
    let lane = 0;
    lanes.forEach((others, at) => {
      if (others.some((other) => other.from < item.to - 1e-6 && item.from < other.to - 1e-6)) lane = at + 1;
    });
    const place = lanes[lane] ?? [];
    lanes[lane] = [...place, item];
  }
  return lanes.map((lane) => lane.toSorted((one, other) => one.from - other.from));
}

/** As few lanes as there are things at once. */
export function packTight<Item extends Span>(items: readonly Item[]): Item[][] {
  const lanes: Item[][] = [];
  for (const item of items.toSorted((one, other) => one.from - other.from)) {
    const free = lanes.find((lane) => (lane.at(-1)?.to ?? 0) <= item.from + 1e-6);
    if (free) free.push(item);
    else lanes.push([item]);
  }
  return lanes;
}

/** Where a sound ends on the timeline; one that loops ends with it. */
export function soundEnd(sound: SoundItem, duration: number): number {
  const once = sound.at + (sound.to - sound.from);
  return sound.loop ? Math.max(once, duration) : once;
}

const overlayItem = (overlay: Overlay, index: number): LaneItem => ({
  kind: 'overlay',
  id: overlay.id,
  from: overlay.from,
  to: overlay.to,
  index,
});

const soundRoles = ['music', 'voice', 'effect'] as const;

/** All rows from top to bottom, and how high they are together. `room` is the height there is below the ruler. */
export function layLanes(
  edit: ClipEdit,
  placed: readonly PlacedSegment[],
  room: number,
): { rows: LaneRow[]; height: number } {
  const duration = placed.at(-1)?.end ?? 0;
  const rows: Omit<LaneRow, 'top'>[] = [];
  for (const track of edit.captions ?? []) {
    const items = track.cues.map(
      (cue, index): LaneItem => ({ kind: 'cue', id: cue.id, from: cue.from, to: cue.to, index }),
    );
    const key = `caption ${track.id}`;
    rows.push({ kind: 'caption', key, track: track.id, first: true, height: captionHeight, items });
  }
  const overlays = packInOrder((edit.overlays ?? []).map(overlayItem)).toReversed();
  overlays.forEach((items, at) =>
    rows.push({ kind: 'overlay', key: `overlay ${at}`, first: at === 0, height: overlayHeight, items }),
  );
  const main = placed.map(
    (one): LaneItem => ({
      kind: 'segment',
      id: one.segment.id,
      from: one.start,
      to: one.end,
      index: one.index,
    }),
  );
  const sounds: Omit<LaneRow, 'top'>[] = [];
  const all = (edit.sounds ?? []).map((sound, index) => ({ sound, index }));
  for (const role of soundRoles) {
    const items = all
      .filter(({ sound }) => sound.role === role)
      .map(
        ({ sound, index }): LaneItem => ({
          kind: 'sound',
          id: sound.id,
          from: sound.at,
          to: soundEnd(sound, duration),
          index,
        }),
      );
    packTight(items).forEach((lane, at) =>
      sounds.push({
        kind: 'sound',
        key: `sound ${role} ${at}`,
        role,
        first: at === 0,
        height: soundHeight,
        items: lane,
      }),
    );
  }
  const others = [...rows, ...sounds].reduce((sum, row) => sum + row.height + laneGap, laneGap);
  const mainHeight = Math.min(mostMain, Math.max(leastMain, room - others - laneGap));
  const every = [
    ...rows,
    { kind: 'main' as const, key: 'main', first: true, height: mainHeight, items: main },
    ...sounds,
  ];
  let top = laneGap;
  const laid = every.map((row): LaneRow => {
    const placedRow = { ...row, top };
    top += row.height + laneGap;
    return placedRow;
  });
  return { rows: laid, height: top };
}

/** The items of a row that touch a span: `[first, last)` of `row.items`. */
export function itemsWithin(items: readonly LaneItem[], from: number, to: number): [number, number] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.to ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  // A damaged track may hold cues that cover each other: a few before may still reach in.
  const first = Math.max(0, low - 4);
  let last = low;
  while (last < items.length && (items[last]?.from ?? 0) <= to) last += 1;
  return [first, last];
}
