/** Where one card of a day column stands. */
export interface LanePlace {
  /** Index into the minutes that were asked about. */
  index: number;
  lane: number;
  /** Lanes that share the width at this time. */
  lanes: number;
}

/** Cards that do not fit side by side; a mark that stands for them takes the last lane. */
export interface LaneRest {
  minute: number;
  indexes: number[];
  lane: number;
  lanes: number;
}

/**
 * Lays cards of equal length side by side where they overlap. `minutes` ascends; `most` lanes at once, and where more
 * are needed the last lane is kept for the rest.
 */
export function layLanes(
  minutes: readonly number[],
  length: number,
  most: number,
): { places: LanePlace[]; rests: LaneRest[] } {
  const places: LanePlace[] = [];
  const rests: LaneRest[] = [];
  let start = 0;
  while (start < minutes.length) {
    // A group is a run of cards that overlap one after the other; all of it shares one number of lanes.
    const ends: number[] = [];
    const lanes: number[] = [];
    let end = start;
    let reach = Number.NEGATIVE_INFINITY;
    for (; end < minutes.length; end += 1) {
      const minute = minutes[end] ?? 0;
      if (end > start && minute >= reach) break;
      const free = ends.findIndex((until) => until <= minute);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = minute + length;
      lanes.push(lane);
      reach = Math.max(reach, minute + length);
    }
    const count = Math.min(ends.length, most);
    const shown = ends.length > most ? most - 1 : most;
    let rest: LaneRest | null = null;
    lanes.forEach((lane, offset) => {
      const index = start + offset;
      const minute = minutes[index] ?? 0;
      if (lane < shown) places.push({ index, lane, lanes: count });
      else if (rest && minute < rest.minute + length) rest.indexes.push(index);
      else {
        rest = { minute, indexes: [index], lane: count - 1, lanes: count };
        rests.push(rest);
      }
    });
    start = end;
  }
  return { places, rests };
}
