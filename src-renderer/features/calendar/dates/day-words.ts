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

/**
 * The most telling one: one's own, a tradition, a holiday here, a solar term, another festival, a holiday elsewhere; the
 * lunar date last.
 */
export function dayWord(dates: DayDates, language: Words['language']): DayWord | null {
  const strong = (text: string | undefined): DayWord | null => (text ? { text, tone: 'strong' } : null);
  const own = dates.events.find((event) => event.source === 'own' && event.from === dates.day);
  const tradition = dates.festivals.find((festival) => festival.kind === 'tradition');
  const off = dates.holidays.filter((holiday) => holiday.kind === 'off');
  const here = off.find((holiday) => holiday.home);
  const [elsewhere] = off;
  const festival = dates.festivals[0];
  const found =
    strong(own?.title) ??
    strong(tradition?.name[language]) ??
    (here ? strong(holidayName(here, language)) : null) ??
    strong(dates.term?.name[language]) ??
    strong(festival?.name[language]) ??
    (elsewhere ? strong(holidayName(elsewhere, language)) : null);
  if (found) return found;
  // In English a lunar date of a few letters says nothing; it is in the tooltip.
  if (language !== 'zh' || !dates.lunar) return null;
  return { text: dates.lunar.short.zh, tone: 'quiet' };
}

/** Whether people at home are at work or off contrary to the week. */
export function dayRest(dates: DayDates): 'off' | 'work' | null {
  for (const { kind, home } of dates.holidays) if (home && kind !== 'observance') return kind;
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
