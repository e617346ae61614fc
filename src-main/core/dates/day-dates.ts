import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { DayDates } from '#shared/contract/dates.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { festivalsOn, yearlyDays } from '#shared/dates/festivals.ts';
import { lunarDateOf, termOn } from '#shared/dates/lunar.ts';
import { defaultDateSettings } from '#shared/dates/settings.ts';
import { addDays, type Day, daysBetween } from '#shared/domain/calendar-days.ts';
import type { KitItem, KitKind } from '#shared/kit/schema.ts';
import type { Session } from '#main/ports/workspace.ts';
import type { CalendarShelf } from './calendars.ts';
import type { HolidayBook } from './load-holidays.ts';

/** Most days of one question. */
const mostDays = 400;

function itemsOf<K extends KitKind>(session: Session, kind: K): KitItem<K>[] {
  return session.repositories.kit.list(kind, false).filter((item): item is KitItem<K> => item.kind === kind);
}

type Event = DayDates['events'][number];

/** Own dates by each of their days; one that lasts several days and comes every year keeps its length. */
function ownDates(items: readonly KitItem<'event'>[], from: Day, to: Day): ReadonlyMap<Day, Event[]> {
  const days = new Map<Day, Event[]>();
  for (const item of items) {
    const { from: start, to: end, yearly, leadDays, hue } = item.body;
    const length = Math.min(Math.max(0, daysBetween(start, end)), 365);
    const begins = yearly ? yearlyDays(start, Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4))) : [start];
    for (const first of begins) {
      const last = addDays(first, length);
      if (first > to || last < from) continue;
      const id = item.id;
      const event: Event = {
        id,
        source: 'own',
        title: item.name,
        from: first,
        to: last,
        time: null,
        hue,
        leadDays,
      };
      for (let day = first < from ? from : first; day <= last && day <= to; day = addDays(day, 1)) {
        const list = days.get(day) ?? [];
        list.push(event);
        days.set(day, list);
      }
    }
  }
  return days;
}

/** What each day from `from` to `to` is, as the workspace wants to see it. */
export function datesOf(
  session: Session,
  parts: { holidays: HolidayBook; calendars: CalendarShelf },
  { from, to }: ParsedInput<'dates.range'>,
): CallOutput<'dates.range'> {
  const count = daysBetween(from, to) + 1;
  if (!(count >= 1 && count <= mostDays)) {
    throw new GalleyError('invalid-input', {
      en: `Ask for 1 to ${mostDays} days, the first before the last.`,
      zh: `请选择 1 到 ${mostDays} 天，且起始日期不晚于结束日期。`,
    });
  }
  const settings = itemsOf(session, 'date-settings')[0]?.body ?? defaultDateSettings;
  const own = ownDates(itemsOf(session, 'event'), from, to);
  const calendars = itemsOf(session, 'subscription').filter((item) => item.body.shown);
  const { zone } = session.workspace();
  return Array.from({ length: count }, (_, index): DayDates => {
    const day = addDays(from, index);
    const lunar = settings.lunar ? lunarDateOf(day) : null;
    const term = settings.terms ? termOn(day) : null;
    return {
      day,
      lunar: lunar && { short: lunar.short, full: lunar.full },
      term: term && { name: term.name, at: term.at },
      holidays: settings.countries.flatMap((country, place) =>
        parts.holidays.on(country, day).map((holiday) => ({ ...holiday, home: place === 0 })),
      ),
      festivals: settings.festivals
        ? festivalsOn(day).map(({ id, name, kind, estimated, lead }) => ({
            id,
            name,
            kind,
            estimated,
            hasLead: lead.length > 0,
          }))
        : [],
      events: [
        ...(own.get(day) ?? []),
        ...calendars.flatMap((item) =>
          parts.calendars.on(item, day, zone).map((event) => ({
            ...event,
            id: item.id,
            source: 'calendar' as const,
            hue: item.body.hue,
            leadDays: 0,
          })),
        ),
      ],
    };
  });
}
