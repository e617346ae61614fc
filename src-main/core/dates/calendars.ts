import type { KitItem } from '#shared/kit/schema.ts';
import { asGalleyError } from '#shared/contract/failure.ts';
import type { SubscribedCalendar } from '#shared/contract/dates.ts';
import { addDays, type Day } from '#shared/domain/calendar-days.ts';
import type { CalendarEvent, CalendarReader, ReadCalendar } from '#main/ports/calendar-reader.ts';

export type CalendarItem = KitItem<'subscription'>;

interface Kept {
  revision: number;
  calendar: ReadCalendar;
  /** Events of a year by zone and year, by each of their days. */
  years: Map<string, ReadonlyMap<Day, CalendarEvent[]>>;
}

/** Reads calendars of the workspace once each, and what they hold once a year of the calendar. */
export interface CalendarShelf {
  calendar(item: CalendarItem): ReadCalendar;
  on(item: CalendarItem, day: Day, zone: string): readonly CalendarEvent[];
}

const keptCalendars = 40;

/** A calendar whose kept text can no longer be read. */
function broken(error: unknown): ReadCalendar {
  return { name: '', events: 0, problems: [asGalleyError(error).sentence], between: () => [] };
}

export function createCalendarShelf(reader: CalendarReader): CalendarShelf {
  const shelf = new Map<string, Kept>();
  const kept = (item: CalendarItem): Kept => {
    const known = shelf.get(item.id);
    if (known?.revision === item.revision) return known;
    let calendar: ReadCalendar;
    try {
      calendar = reader.read(item.body.text);
    } catch (error) {
      calendar = broken(error);
    }
    const fresh = { revision: item.revision, calendar, years: new Map() };
    if (shelf.size >= keptCalendars) shelf.clear();
    shelf.set(item.id, fresh);
    return fresh;
  };
  const readYear = (
    calendar: ReadCalendar,
    year: string,
    zone: string,
  ): ReadonlyMap<Day, CalendarEvent[]> => {
    const days = new Map<Day, CalendarEvent[]>();
    const last = `${year}-12-31`;
    for (const event of calendar.between(`${year}-01-01`, last, zone)) {
      const first = event.from < `${year}-01-01` ? `${year}-01-01` : event.from;
      for (let day = first; day <= event.to && day <= last; day = addDays(day, 1)) {
        const list = days.get(day) ?? [];
        list.push(event);
        days.set(day, list);
      }
    }
    return days;
  };
  return {
    calendar: (item) => kept(item).calendar,
    on(item, day, zone) {
      const { calendar, years } = kept(item);
      const year = day.slice(0, 4);
      const key = `${zone} ${year}`;
      let days = years.get(key);
      if (!days) {
        days = readYear(calendar, year, zone);
        if (years.size >= 6) years.clear();
        years.set(key, days);
      }
      return days.get(day) ?? [];
    },
  };
}

/** A calendar as settings list it, without its text. */
export function describeCalendar(shelf: CalendarShelf, item: CalendarItem): SubscribedCalendar {
  const { events, problems } = shelf.calendar(item);
  const { fileName, hue, shown } = item.body;
  return { id: item.id, name: item.name, fileName, hue, shown, events, problems };
}
