import type { Words } from '#renderer/ui/words.tsx';
import type { DayDates } from '#shared/contract/dates.ts';
import { festivals, leadOf } from '#shared/dates/festivals.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import { holidayName } from './day-words.ts';

/** A line of what comes. */
export interface Coming {
  key: string;
  day: Day;
  name: string;
  /** What it is: countries that are off, a shopping day, a date of one's own … */
  kind: 'off' | 'work' | 'observance' | 'tradition' | 'shopping' | 'own' | 'calendar' | 'term';
  countries: string[];
  /** Its day is a guess, or its days off are not announced yet. */
  unsure: boolean;
  hue: string | null;
  /** Offsets of the posts that lead up to it; none for what nobody plans towards. */
  lead: readonly number[];
  /** What tells it from others, for the posts that are made for it. */
  occasion: string;
}

/** Every date of the days once, on its first day: days off in a row are one line, and so is one day in many countries. */
export function comingDates(days: Iterable<DayDates>, language: Words['language']): Coming[] {
  const found = new Map<string, Coming>();
  const leads = new Map(festivals.map(({ id, lead }) => [id, lead]));
  /** Last day on which a name was met, so that a row of days is one date. */
  const lastSeen = new Map<string, Coming>();
  let before = new Set<string>();
  for (const dates of days) {
    const { day } = dates;
    const here = new Set<string>();
    const add = (name: string, part: Partial<Coming> & Pick<Coming, 'kind'>): void => {
      const same = `${part.kind} ${name}`;
      here.add(same);
      const known = found.get(`${day} ${same}`) ?? (before.has(same) ? lastSeen.get(same) : undefined);
      if (known) {
        known.countries = [...new Set([...known.countries, ...(part.countries ?? [])])];
        return;
      }
      const key = `${day} ${same}`;
      const fresh: Coming = {
        key,
        day,
        name,
        countries: [],
        unsure: false,
        hue: null,
        lead: [],
        occasion: key.slice(0, 200),
        ...part,
      };
      found.set(key, fresh);
      lastSeen.set(same, fresh);
    };
    for (const event of dates.events) {
      if (event.from !== day && found.size > 0) continue;
      const own = event.source === 'own';
      add(event.title, {
        kind: own ? 'own' : 'calendar',
        hue: event.hue,
        ...(own ? { lead: leadOf(event.leadDays), occasion: `${event.id} ${day}` } : {}),
      });
    }
    for (const { id, name, kind, estimated } of dates.festivals) {
      add(name[language], {
        kind,
        unsure: estimated,
        lead: leads.get(id) ?? [],
        occasion: `${id} ${day}`,
      });
    }
    for (const holiday of dates.holidays) {
      add(holidayName(holiday, language), {
        kind: holiday.kind,
        countries: [holiday.country],
        unsure: holiday.open,
      });
    }
    if (dates.term) add(dates.term.name[language], { kind: 'term' });
    before = here;
  }
  return [...found.values()];
}
