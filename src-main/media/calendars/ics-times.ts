import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';

/** A time of a calendar on the clocks of a zone. */
export interface Wall {
  /** `YYYY-MM-DD`. */
  day: string;
  /** `HH:mm`; null for a whole day. */
  time: string | null;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** As it is written, whatever its zone. */
function written(time: ICAL.Time): Wall {
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  return { day, time: time.isDate ? null : `${two(time.hour)}:${two(time.minute)}` };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A zone's name without what programs put before it: `/freeassociation.sourceforge.net/Europe/Berlin`. */
export function plainZone(tzid: string): string | null {
  const parts = tzid.replace(/^\/+/, '').split('/');
  for (let start = 0; start < parts.length; start += 1) {
    const name = parts.slice(start).join('/');
    if (name && isZone(name)) return name;
  }
  return null;
}

/**
 * What the clocks of `zone` show. The name of a zone goes before its definition in the file, which may be old or cut;
 * a zone that neither the file nor we know, and times without one, stay as they are written.
 * @param tzid what the property names, where the time itself knows no zone
 */
export function wallOf(time: ICAL.Time, tzid: string | null, zone: string): Wall {
  if (time.isDate) return written(time);
  const at = (instant: Temporal.Instant): Wall => {
    const there = instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
    return { day: there.slice(0, 10), time: there.slice(11) };
  };
  const named = time.zone && time.zone.tzid !== 'floating' ? time.zone.tzid : tzid;
  const known = named === null ? null : plainZone(named);
  if (known !== null) {
    const { day, time: clock } = written(time);
    return at(Temporal.PlainDateTime.from(`${day}T${clock}`).toZonedDateTime(known).toInstant());
  }
  if (time.zone && time.zone.tzid !== 'floating')
    return at(Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000));
  return written(time);
}
