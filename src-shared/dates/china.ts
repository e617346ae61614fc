import { addDays, type Day, daysBetween } from '../domain/calendar-days.ts';
import { dayOfLunar, termsOf } from './lunar.ts';

/** A day that is off in mainland China, or a day of a weekend that is worked for one. */
export interface ChineseHoliday {
  day: Day;
  name: { zh: string; en: string };
  kind: 'off' | 'work';
  /** The State Council has not announced the year yet: only the statutory day is known. */
  open: boolean;
}

const names = {
  newYear: { zh: '元旦', en: "New Year's Day" },
  spring: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labour: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  national: { zh: '国庆节', en: 'National Day' },
  nationalAndMidAutumn: { zh: '国庆节、中秋节', en: 'National Day and Mid-Autumn Festival' },
};
type Name = keyof typeof names;

/** First and last day off, then the days that are worked; `MM-DD`. */
type Notice = readonly (readonly [name: Name, from: string, to: string, work: readonly string[]])[];

/**
 * Notices of the General Office of the State Council on the holidays of a year: 国办发明电〔2023〕7号 of 25 October
 * 2023, 国办发明电〔2024〕12号 of 12 November 2024, and that of 4 November 2025. Days that are off only because they
 * are a Saturday or Sunday beside a single day (New Year and Dragon Boat of 2024) are not listed there, nor here.
 */
const notices: Partial<Record<number, Notice>> = {
  2024: [
    ['newYear', '01-01', '01-01', []],
    ['spring', '02-10', '02-17', ['02-04', '02-18']],
    ['qingming', '04-04', '04-06', ['04-07']],
    ['labour', '05-01', '05-05', ['04-28', '05-11']],
    ['dragonBoat', '06-10', '06-10', []],
    ['midAutumn', '09-15', '09-17', ['09-14']],
    ['national', '10-01', '10-07', ['09-29', '10-12']],
  ],
  2025: [
    ['newYear', '01-01', '01-01', []],
    ['spring', '01-28', '02-04', ['01-26', '02-08']],
    ['qingming', '04-04', '04-06', []],
    ['labour', '05-01', '05-05', ['04-27']],
    ['dragonBoat', '05-31', '06-02', []],
    ['nationalAndMidAutumn', '10-01', '10-08', ['09-28', '10-11']],
  ],
  2026: [
    ['newYear', '01-01', '01-03', ['01-04']],
    ['spring', '02-15', '02-23', ['02-14', '02-28']],
    ['qingming', '04-04', '04-06', []],
    ['labour', '05-01', '05-05', ['05-09']],
    ['dragonBoat', '06-19', '06-21', []],
    ['midAutumn', '09-25', '09-27', []],
    ['national', '10-01', '10-07', ['09-20', '10-10']],
  ],
};

/** The last year that was announced. */
export const lastAnnouncedYear = 2026;

function announced(year: number, notice: Notice): ChineseHoliday[] {
  return notice.flatMap(([key, from, to, work]) => {
    const first = `${year}-${from}`;
    const length = daysBetween(first, `${year}-${to}`) + 1;
    const made = (day: Day, kind: 'off' | 'work'): ChineseHoliday => ({
      day,
      name: names[key],
      kind,
      open: false,
    });
    return [
      ...Array.from({ length }, (_, index) => made(addDays(first, index), 'off')),
      ...work.map((day) => made(`${year}-${day}`, 'work')),
    ];
  });
}

/** The days of the 全国年节及纪念日放假办法 as revised in November 2024: 13 a year. */
function statutory(year: number): ChineseHoliday[] {
  const spring = dayOfLunar(year, 1, 1);
  const qingming = [...termsOf(year).values()].find(({ name }) => name.zh === '清明')?.day;
  const days: [Name, Day | undefined][] = [
    ['newYear', `${year}-01-01`],
    ...[-1, 0, 1, 2].map((offset): [Name, Day] => ['spring', addDays(spring, offset)]),
    ['qingming', qingming],
    ['labour', `${year}-05-01`],
    ['labour', `${year}-05-02`],
    ['dragonBoat', dayOfLunar(year, 5, 5)],
    ['midAutumn', dayOfLunar(year, 8, 15)],
    ...['01', '02', '03'].map((date): [Name, Day] => ['national', `${year}-10-${date}`]),
  ];
  return days.flatMap(([key, day]) => (day ? [{ day, name: names[key], kind: 'off', open: true }] : []));
}

/** Holidays of mainland China in a year from 2024 on; none before. */
export function chineseHolidays(year: number): ChineseHoliday[] {
  const notice = notices[year];
  if (notice) return announced(year, notice);
  return year > lastAnnouncedYear ? statutory(year) : [];
}
