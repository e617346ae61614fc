import type { Schedule } from '#shared/domain/schedule.ts';

/** Minutes by which the zone is ahead of UTC at that moment. */
function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((wall - Math.floor(instant / 60_000) * 60_000) / 60_000);
}

/**
 * The moment of a wall time in its zone, in milliseconds. A time that a clock change skips is read with the offset
 * before the change, so it comes out later by the skipped hour; of a repeated time the first is meant.
 */
export function instantOf({ local, zone }: Schedule): number {
  const wall = Date.parse(`${local}:00Z`);
  const before = offsetAt(wall - 86_400_000, zone);
  const after = offsetAt(wall + 86_400_000, zone);
  const first = wall - before * 60_000;
  if (before === after || offsetAt(first, zone) === before) return first;
  const second = wall - after * 60_000;
  return offsetAt(second, zone) === after ? second : first;
}
