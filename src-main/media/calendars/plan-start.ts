import ICAL from 'ical.js';
import type { CalendarEvent } from '#shared/plan/files/ics-rows.ts';
import { plainZone, two } from './ics-times.ts';

/**
 * Wall time and zone of an event's start, or of one of its dates; a time whose zone we cannot name becomes an instant.
 */
export function startOf(component: ICAL.Component, at?: ICAL.Time): Pick<CalendarEvent, 'local' | 'zone'> {
  const property = component.getFirstProperty('dtstart');
  const time: unknown = at ?? property?.getFirstValue();
  if (!property || !(time instanceof ICAL.Time)) return { local: '', zone: '' };
  const day = `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)}`;
  if (time.isDate) return { local: day, zone: '' };
  const local = `${day}T${two(time.hour)}:${two(time.minute)}`;
  const tzid: unknown = property.getFirstParameter('tzid');
  const zone = typeof tzid === 'string' && tzid !== '' ? plainZone(tzid) : null;
  if (zone !== null) return { local, zone };
  if (!time.zone || time.zone.tzid === 'floating') return { local, zone: '' };
  const instant = new Date(time.toUnixTime() * 1000).toISOString();
  return { local: `${instant.slice(0, 16)}Z`, zone: '' };
}
