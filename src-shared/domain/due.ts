import { Temporal } from 'temporal-polyfill';
import { GalleyError } from '../contract/failure.ts';
import type { Schedule } from './schedule.ts';

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
    return Temporal.PlainDateTime.from(schedule.local)
      .toZonedDateTime(schedule.zone, { disambiguation: 'compatible' })
      .toInstant()
      .toString({ smallestUnit: 'millisecond' });
  } catch {
    throw new GalleyError('invalid-input', {
      en: `“${schedule.local}” in “${schedule.zone}” is not a moment on the calendar. Choose an existing day and time zone.`,
      zh: `“${schedule.zone}”的“${schedule.local}”不是有效时间。请选择存在的日期和时区。`,
    });
  }
}
