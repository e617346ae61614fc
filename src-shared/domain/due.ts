import { Temporal } from 'temporal-polyfill';
import { GalleyError } from '../contract/failure.ts';
import type { Schedule } from './schedule.ts';

const dayLength = 86_400_000;
/** Days of zones that are remembered. */
const daysKept = 20_000;
/** Milliseconds by which a zone is ahead of UTC around a day, by both; null where the clocks change. */
const steadyOffsets = new Map<string, number | null>();

function offsetAt(milliseconds: number, zone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(zone);
  return there.offsetNanoseconds / 1e6;
}

/** Answers by a sum where the clocks of the zone stand still for days; null where Temporal has to be asked. */
function steadyInstant({ local, zone }: Schedule): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(local)) return null;
  const key = local.slice(0, 10) + zone;
  let offset = steadyOffsets.get(key);
  if (offset === undefined) {
    const day = Date.parse(`${local.slice(0, 10)}T00:00Z`);
    // A day that the calendar does not have is read as another one, or not at all.
    if (Number.isNaN(day) || !new Date(day).toISOString().startsWith(local.slice(0, 10))) return null;
    const before = offsetAt(day - dayLength, zone);
    offset =
      before === offsetAt(day + 2 * dayLength, zone) && before === offsetAt(day + dayLength / 2, zone)
        ? before
        : null;
    if (steadyOffsets.size >= daysKept) steadyOffsets.clear();
    steadyOffsets.set(key, offset);
  }
  return offset === null ? null : new Date(Date.parse(`${local}Z`) - offset).toISOString();
}

/**
 * The instant a wall time means in its zone, as ISO 8601 UTC with milliseconds (the form of
 * `Date.toISOString`, so that instants sort as text).
 *
 * The hour that daylight saving skips moves forward by the length of the gap; of the hour that comes
 * twice the first is meant (RFC 5545, 3.3.5, and Temporal's `compatible`).
 * Throws `invalid-input` for a day the calendar does not have and for an unknown zone.
 */
export function dueInstant(schedule: Schedule): string {
  try {
    return (
      steadyInstant(schedule) ??
      Temporal.PlainDateTime.from(schedule.local)
        .toZonedDateTime(schedule.zone, { disambiguation: 'compatible' })
        .toInstant()
        .toString({ smallestUnit: 'millisecond' })
    );
  } catch {
    throw new GalleyError('invalid-input', {
      en: `“${schedule.local}” in “${schedule.zone}” is not a moment on the calendar. Choose an existing day and time zone.`,
      zh: `“${schedule.zone}”的“${schedule.local}”不是有效时间。请选择存在的日期和时区。`,
    });
  }
}
