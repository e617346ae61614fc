import ICAL from 'ical.js';
import { createZoneClock, type ZoneClock } from '#shared/domain/calendar-zone.ts';

/** A time of a calendar on the clocks of a zone. */
export interface Wall {
  /** `YYYY-MM-DD`. */
  day: string;
  /** `HH:mm`; null for a whole day. */
  time: string | null;
}

/** At least two digits. */
export const two = (part: number): string => String(part).padStart(2, '0');

/** As it is written, whatever its zone. */
function written(time: ICAL.Time): Wall {
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  return { day, time: time.isDate ? null : `${two(time.hour)}:${two(time.minute)}` };
}

const zones = new Map<string, string | null>();

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A zone's name without what programs put before it: `/freeassociation.sourceforge.net/Europe/Berlin`. */
export function plainZone(tzid: string): string | null {
  const known = zones.get(tzid);
  if (known !== undefined) return known;
  const parts = tzid.replace(/^\/+/, '').split('/');
  const found = parts.map((_, start) => parts.slice(start).join('/')).find((name) => name && isZone(name));
  zones.set(tzid, found ?? null);
  return found ?? null;
}

const clocks = new Map<string, ZoneClock>();

/** One clock a zone: it remembers offsets, and a calendar asks for thousands. */
function clockOf(zone: string): ZoneClock {
  const known = clocks.get(zone) ?? createZoneClock(zone);
  clocks.set(zone, known);
  return known;
}

/** When the clocks of a zone show a time, in milliseconds since 1970. */
function instantOf({ day, time }: Wall, zone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let instant = wanted;
  // The first step finds the offset, the second corrects it beside a change of the clocks.
  for (let step = 0; step < 2; step += 1)
    instant += wanted - Date.parse(`${clockOf(zone).wall(new Date(instant).toISOString())}:00Z`);
  return instant;
}

/**
 * What the clocks of `zone` show. The name of a zone goes before its definition in the file, which may be old or cut;
 * a zone that neither the file nor we know, and times without one, stay as they are written.
 * @param tzid what the property names, where the time itself knows no zone
 */
export function wallOf(time: ICAL.Time, tzid: string | null, zone: string): Wall {
  if (time.isDate) return written(time);
  const at = (milliseconds: number): Wall => {
    const there = clockOf(zone).wall(new Date(milliseconds).toISOString());
    return { day: there.slice(0, 10), time: there.slice(11) };
  };
  const named = time.zone && time.zone.tzid !== 'floating' ? time.zone.tzid : tzid;
  const known = named === null ? null : plainZone(named);
  if (known === zone) return written(time);
  if (known !== null) return at(instantOf(written(time), known));
  if (time.zone && time.zone.tzid !== 'floating') return at(time.toUnixTime() * 1000);
  return written(time);
}
