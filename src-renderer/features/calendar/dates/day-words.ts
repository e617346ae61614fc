import type { Words } from '#renderer/ui/words.tsx';
import type { DayDates } from '#shared/contract/dates.ts';

/** The word of a day that a cell has room for. */
export interface DayWord {
  text: string;
  /** `strong` for what people plan around, `quiet` for the lunar date. */
  tone: 'strong' | 'quiet';
}

/** In Chinese the name of a holiday in Chinese, else the English one. */
export function holidayName(holiday: DayDates['holidays'][number], language: Words['language']): string {
  const { own, en, zh } = holiday.name;
  return (language === 'zh' ? zh || own : en || own) || holiday.country;
}

/** The most telling one: one's own, a tradition, a holiday, a solar term, a shopping festival; the lunar date last. */
export function dayWord(dates: DayDates, language: Words['language']): DayWord | null {
  const strong = (text: string | undefined): DayWord | null => (text ? { text, tone: 'strong' } : null);
  const own = dates.events.find((event) => event.source === 'own' && event.from === dates.day);
  const tradition = dates.festivals.find((festival) => festival.kind === 'tradition');
  const off = dates.holidays.find((holiday) => holiday.kind === 'off');
  const festival = dates.festivals[0];
  const found =
    strong(own?.title) ??
    strong(tradition?.name[language]) ??
    (off ? strong(holidayName(off, language)) : null) ??
    strong(dates.term?.name[language]) ??
    strong(festival?.name[language]);
  if (found) return found;
  // In English a lunar date of a few letters says nothing; it is in the tooltip.
  if (language !== 'zh' || !dates.lunar) return null;
  return { text: dates.lunar.short.zh, tone: 'quiet' };
}

/** Whether people are at work contrary to the week: from the first country that says so. */
export function dayRest(dates: DayDates): 'off' | 'work' | null {
  for (const { kind } of dates.holidays) if (kind !== 'observance') return kind;
  return null;
}

/** Everything there is to say about a day, a line each. */
export function dayLines(
  dates: DayDates,
  { language, t, locale }: Pick<Words, 'language' | 't' | 'locale'>,
): string[] {
  const countries = new Intl.DisplayNames(locale, { type: 'region' });
  const kinds = { off: t('dates.day-off'), work: t('dates.day-work'), observance: t('dates.day-observance') };
  return [
    ...(dates.lunar ? [dates.lunar.full[language]] : []),
    ...(dates.term ? [t('dates.term-at', { name: dates.term.name[language], time: dates.term.at })] : []),
    ...dates.holidays.map((holiday) =>
      t('dates.holiday-line', {
        country: countries.of(holiday.country) ?? holiday.country,
        name: holidayName(holiday, language),
        kind: kinds[holiday.kind],
      }),
    ),
    ...dates.festivals.map((festival) => festival.name[language]),
    ...dates.events.map((event) => (event.time ? `${event.time} ${event.title}` : event.title)),
  ];
}
