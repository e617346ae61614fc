import ICAL from 'ical.js';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CalendarEvent } from '#shared/plan/files/ics-rows.ts';
import { plainZone } from './ics-times.ts';

const two = (part: number): string => String(part).padStart(2, '0');

/** Wall time and zone of an event's start; a time whose zone we cannot name becomes an instant. */
function startOf(component: ICAL.Component): Pick<CalendarEvent, 'local' | 'zone'> {
  const property = component.getFirstProperty('dtstart');
  const time: unknown = property?.getFirstValue();
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

function eventOf(component: ICAL.Component): CalendarEvent {
  const text = (name: string): string => {
    const value: unknown = component.getFirstPropertyValue(name);
    return typeof value === 'string' ? value : '';
  };
  const own: Record<string, string> = {};
  for (const property of component.getAllProperties()) {
    const column = /^x-galley-([a-z-]+)$/.exec(property.name)?.[1];
    // The parser leaves values of unknown properties as they are written.
    if (column !== undefined)
      own[column.replaceAll('-', '_')] = unescape(String(property.getFirstValue() ?? ''));
  }
  return {
    uid: text('uid'),
    summary: text('summary').trim(),
    description: text('description'),
    url: text('url'),
    categories: component
      .getAllProperties('categories')
      .flatMap((property) => property.getValues().map(String)),
    ...startOf(component),
    repeats: component.hasProperty('rrule') || component.hasProperty('rdate'),
    own,
  };
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** Every event of an ICS text as a post can take it; occurrences that were changed on their own are left to theirs. */
export function readPlanEvents(text: string): CalendarEvent[] {
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    if (!Array.isArray(parsed)) throw new Error('nothing in it');
    const trees = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return trees
      .map((tree) => new ICAL.Component(tree as unknown[] as never))
      .flatMap((tree) => tree.getAllSubcomponents('vevent'))
      .filter((component) => !component.hasProperty('recurrence-id'))
      .map(eventOf);
  } catch (error) {
    throw new GalleyError(
      'unreadable-file',
      {
        en: 'This is no calendar that can be read. Export it again as an iCalendar file (.ics).',
        zh: '无法将其读取为日历。请重新导出为 iCalendar 文件（.ics）。',
      },
      { reason: error instanceof Error ? error.message : String(error) },
    );
  }
}
