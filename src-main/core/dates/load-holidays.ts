import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DayDates } from '#shared/contract/dates.ts';
import { chineseHolidays } from '#shared/dates/china.ts';
import { holidayCountries } from '#shared/dates/countries.ts';
import type { Day } from '#shared/domain/calendar-days.ts';

export type Holiday = Omit<DayDates['holidays'][number], 'home'>;

/** A file of `resources/dates/holidays`. */
interface HolidayFile {
  names: Holiday['name'][];
  days: [Day, number, 'off' | 'observance'][];
}

export interface HolidayBook {
  /** Holidays of a day in a country of `holidayCountries`; none for years without data. */
  on(country: string, day: Day): readonly Holiday[];
}

/** Public holidays of the shipped countries, each country read from `folder` when it is first asked for. */
export function createHolidayBook(folder: string): HolidayBook {
  const shipped = new Set<string>(holidayCountries);
  const countries = new Map<string, ReadonlyMap<Day, Holiday[]>>();
  const china = new Map<number, ReadonlyMap<Day, Holiday[]>>();

  const load = (country: string): ReadonlyMap<Day, Holiday[]> => {
    const file = JSON.parse(readFileSync(join(folder, `${country}.json`), 'utf8')) as HolidayFile;
    const days = new Map<Day, Holiday[]>();
    for (const [day, index, kind] of file.days) {
      const name = file.names[index];
      if (!name) continue;
      const list = days.get(day) ?? [];
      list.push({ country, name, kind, open: false });
      days.set(day, list);
    }
    return days;
  };
  const loadChina = (year: number): ReadonlyMap<Day, Holiday[]> => {
    const days = new Map<Day, Holiday[]>();
    for (const { day, name, kind, open } of chineseHolidays(year)) {
      const list = days.get(day) ?? [];
      list.push({ country: 'CN', name: { own: name.zh, ...name }, kind, open });
      days.set(day, list);
    }
    return days;
  };

  return {
    on(country, day) {
      if (country === 'CN') {
        const year = Number(day.slice(0, 4));
        const days = china.get(year) ?? loadChina(year);
        china.set(year, days);
        return days.get(day) ?? [];
      }
      if (!shipped.has(country)) return [];
      const days = countries.get(country) ?? load(country);
      countries.set(country, days);
      return days.get(day) ?? [];
    },
  };
}
