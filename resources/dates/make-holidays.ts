import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Holidays from 'date-holidays';
import { Converter } from 'opencc-js';
import { holidayCountries } from '#shared/dates/countries.ts';

/**
 * Writes the public holidays of every country but China as dated data. Run by hand when the package has newer rules:
 * `node resources/dates/make-holidays.ts`.
 */
const firstYear = 2024;
const lastYear = 2030;
/** Chinese names of holidays that the package has none for, by their English ones. */
const chineseNames = JSON.parse(
  readFileSync(join(import.meta.dirname, 'chinese-names.json'), 'utf8'),
) as Partial<Record<string, string>>;
const simplified = Converter({ from: 't', to: 'cn' });
const folder = join(import.meta.dirname, 'holidays');
const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../node_modules/date-holidays/package.json'), 'utf8'),
) as { version: string };

/** Bank holidays and mere observances are not days off for all. */
const kinds: Partial<Record<string, 'off' | 'observance'>> = {
  public: 'off',
  bank: 'observance',
  observance: 'observance',
};

interface Found {
  start: Date;
  end: Date;
  date: string;
  name: string;
  type: string;
  rule: string;
}

/** Names that a language really has: the package falls back to another one. */
function nameIn(country: string, year: number, language: string): Map<string, string> {
  const holidays = new Holidays(country, { languages: [language] });
  const list = holidays.getHolidays(year) as Found[];
  return new Map(list.map((holiday) => [`${holiday.date} ${holiday.rule}`, holiday.name]));
}

/** The days from its first to its last by the country's own clocks. */
function daysOf(holiday: Found): string[] {
  const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000));
  const first = Date.parse(`${holiday.date.slice(0, 10)}T12:00:00Z`);
  return Array.from({ length }, (_, index) =>
    new Date(first + index * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The Chinese name, `own` for the country's; the package fills gaps with other languages. */
function chineseName(zh: string, own: string, en: string, isChinese: boolean): string {
  if (/^[^a-z]*\p{Script=Han}[^a-z]*$/iu.test(zh) && !zh.includes('更换日') && (isChinese || zh !== own))
    return simplified(zh);
  const [, plain = en, substitute] = /^(.*?)( \(substitute day\))?$/.exec(en) ?? [];
  const known = chineseNames[plain];
  return known ? `${known}${substitute ? '（补假）' : ''}` : '';
}

mkdirSync(folder, { recursive: true });
for (const country of holidayCountries) {
  if (country === 'CN') continue;
  const [own = 'en'] = new Holidays(country).getLanguages();
  const names: { own: string; en: string; zh: string }[] = [];
  const days: [string, number, string][] = [];
  for (let year = firstYear; year <= lastYear; year += 1) {
    const english = nameIn(country, year, 'en');
    const chinese = nameIn(country, year, 'zh');
    for (const holiday of new Holidays(country, { languages: [own] }).getHolidays(year) as Found[]) {
      const kind = kinds[holiday.type];
      if (!kind) continue;
      const key = `${holiday.date} ${holiday.rule}`;
      const zh = chinese.get(key) ?? '';
      const en = english.get(key) ?? '';
      const name = {
        own: holiday.name,
        en: /[^ -\u024f’–]/.test(en) ? '' : en,
        zh: chineseName(zh, holiday.name, en, own === 'zh'),
      };
      let index = names.findIndex((known) => JSON.stringify(known) === JSON.stringify(name));
      if (index < 0) index = names.push(name) - 1;
      for (const day of daysOf(holiday))
        if (!days.some(([known, at]) => known === day && at === index)) days.push([day, index, kind]);
    }
  }
  days.sort(([one], [other]) => one.localeCompare(other));
  const text = JSON.stringify({
    country,
    source: `date-holidays ${version}`,
    licence: 'CC-BY-3.0',
    from: firstYear,
    to: lastYear,
    names,
    days,
  });
  writeFileSync(join(folder, `${country}.json`), `${text}\n`);
  console.log(country, own, days.filter(([, , kind]) => kind === 'off').length / (lastYear - firstYear + 1));
}
