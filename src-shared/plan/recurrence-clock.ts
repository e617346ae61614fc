import type { Bilingual } from '../contract/failure.ts';
import { clockChangeAt } from '../domain/calendar-zone.ts';
import { localTimeSchema, type Schedule } from '../domain/schedule.ts';

function dayIn(language: 'en' | 'zh', local: string): string {
  const form = { day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh', form).format(new Date(`${local}:00Z`));
}

/** The place of a zone as people say it: `America/New_York` is New York. */
export function placeOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** What a clock change does to a wall time, in words; null for an ordinary time and for text that is none. */
export function clockInWords(schedule: Schedule): Bilingual | null {
  if (!localTimeSchema.safeParse(schedule.local).success) return null;
  const change = clockChangeAt(schedule);
  if (!change) return null;
  const time = schedule.local.slice(11);
  const place = placeOf(schedule.zone);
  const [en, zh] = [dayIn('en', schedule.local), dayIn('zh', schedule.local)];
  if (change.kind === 'overlap') {
    return {
      en: `${time} comes twice on ${en} in ${place}: the clocks go back. The first is meant.`,
      zh: `${place} ${zh}时钟回拨，${time} 会出现两次，以第一次为准。`,
    };
  }
  const shown = change.shown.slice(11);
  return {
    en: `${time} does not exist on ${en} in ${place}: the clocks go forward. It becomes ${shown}.`,
    zh: `${place} ${zh}时钟拨快，${time} 不存在，将改为 ${shown}。`,
  };
}
