import { LunarDay, LunarYear, type SolarDay, SolarTerm } from 'tyme4ts';
import type { Bilingual } from '../contract/failure.ts';
import { addDays, type Day, daysBetween } from '../domain/calendar-days.ts';

/** A date of the Chinese calendar (GB/T 33661-2017: reckoned in UTC+8). */
export interface LunarDate {
  year: number;
  /** 1 to 12; a leap month has the number of the one before it. */
  month: number;
  leap: boolean;
  /** 1 to 30. */
  day: number;
  /** 29 or 30. */
  daysInMonth: number;
  /** As a calendar shows it in a cell: the month on its first day, else the day. */
  short: Bilingual;
  full: Bilingual;
}

const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

function ordinal(count: number): string {
  return `${count}${endings[ordinals.select(count)] ?? 'th'}`;
}

function dayOf(day: SolarDay): Day {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(day.getYear()).padStart(4, '0')}-${two(day.getMonth())}-${two(day.getDay())}`;
}

interface Month {
  start: Day;
  year: number;
  month: number;
  leap: boolean;
  days: number;
  name: string;
}

const yearsOfMonths = new Map<number, readonly Month[]>();
const keptYears = 24;

/** Months of a lunar year in order, reckoned once: the new moons are the costly part. */
function monthsOf(year: number): readonly Month[] {
  const known = yearsOfMonths.get(year);
  if (known) return known;
  const months = LunarYear.fromYear(year)
    .getMonths()
    .map(
      (month): Month => ({
        start: dayOf(month.getFirstDay().getSolarDay()),
        year,
        month: Math.abs(month.getMonthWithLeap()),
        leap: month.isLeap(),
        days: month.getDayCount(),
        name: month.getName(),
      }),
    );
  if (yearsOfMonths.size >= keptYears) yearsOfMonths.clear();
  yearsOfMonths.set(year, months);
  return months;
}

/** The date of the Chinese calendar of a day. */
export function lunarDateOf(day: Day): LunarDate {
  const year = Number(day.slice(0, 4));
  // A lunar year begins in January or February, so a day lies in its own year's or in the one before.
  const begun = (month: Month): boolean => month.start <= day;
  const month = monthsOf(year).findLast(begun) ?? monthsOf(year - 1).findLast(begun);
  if (!month) throw new Error(`no lunar month holds ${day}`);
  const date = daysBetween(month.start, day) + 1;
  const dayName = LunarDay.NAMES[date - 1] ?? '';
  return {
    year: month.year,
    month: month.month,
    leap: month.leap,
    day: date,
    daysInMonth: month.days,
    short:
      date === 1
        ? { en: `${month.leap ? 'L' : ''}M${month.month}`, zh: month.name }
        : { en: `${month.month}/${date}`, zh: dayName },
    full: {
      en: `${ordinal(date)} day of the ${month.leap ? 'leap ' : ''}${ordinal(month.month)} lunar month`,
      zh: `${month.name}${dayName}`,
    },
  };
}

/** The day on which a date of the Chinese calendar falls, in an ordinary month; `day` −1 means its last. */
export function dayOfLunar(year: number, month: number, day: number): Day {
  const found = monthsOf(year).find((candidate) => candidate.month === month && !candidate.leap);
  if (!found) throw new Error(`no month ${month} in lunar year ${year}`);
  return addDays(found.start, (day === -1 ? found.days : day) - 1);
}

/** English names of the 24 solar terms as the Hong Kong Observatory writes them, from the winter solstice. */
const termNames = [
  'Winter Solstice',
  'Moderate Cold',
  'Severe Cold',
  'Spring Commences',
  'Spring Showers',
  'Insects Waken',
  'Vernal Equinox',
  'Bright and Clear',
  'Corn Rain',
  'Summer Commences',
  'Corn Forms',
  'Corn on Ear',
  'Summer Solstice',
  'Moderate Heat',
  'Great Heat',
  'Autumn Commences',
  'End of Heat',
  'White Dew',
  'Autumnal Equinox',
  'Cold Dew',
  'Frost',
  'Winter Commences',
  'Light Snow',
  'Heavy Snow',
];

export interface Term {
  /** 0 winter solstice, 1 the next one … 23. */
  index: number;
  name: Bilingual;
  day: Day;
  /** The moment by the clock in China, `HH:mm`, cut to the minute. */
  at: string;
}

function termFrom(term: SolarTerm): Term {
  const time = term.getJulianDay().getSolarTime();
  const two = (part: number): string => String(part).padStart(2, '0');
  const index = term.getIndex();
  return {
    index,
    name: { en: termNames[index] ?? '', zh: term.getName() },
    // By the day of the calendar and not of the moment: they differ where a moment is within seconds of midnight.
    day: dayOf(term.getSolarDay()),
    at: `${two(time.getHour())}:${two(time.getMinute())}`,
  };
}

const yearsOfTerms = new Map<number, ReadonlyMap<Day, Term>>();

/** The 24 solar terms of a year, by their days. */
export function termsOf(year: number): ReadonlyMap<Day, Term> {
  const known = yearsOfTerms.get(year);
  if (known) return known;
  const terms = new Map<Day, Term>();
  // The library counts a year's terms from the solstice before it.
  for (let index = 1; index <= 24; index += 1) {
    const term = termFrom(SolarTerm.fromIndex(year, index));
    terms.set(term.day, term);
  }
  if (yearsOfTerms.size >= keptYears) yearsOfTerms.clear();
  yearsOfTerms.set(year, terms);
  return terms;
}

/** The solar term that begins on a day. */
export function termOn(day: Day): Term | null {
  return termsOf(Number(day.slice(0, 4))).get(day) ?? null;
}
