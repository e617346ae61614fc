import type { Bilingual } from '../contract/failure.ts';
import { partsOf, type RuleParts } from './recurrence-parts.ts';

/** A Sunday, so that adding the number of a weekday gives that day. */
const aSunday = Date.UTC(2026, 0, 4, 12);

function dayName(weekday: number, locale: 'en' | 'zh'): string {
  const format = new Intl.DateTimeFormat(locale, {
    weekday: locale === 'zh' ? 'short' : 'long',
    timeZone: 'UTC',
  });
  return format.format(aSunday + weekday * 86_400_000);
}

const list = (names: string[], locale: 'en' | 'zh'): string =>
  locale === 'zh' ? names.join('、') : new Intl.ListFormat('en', { type: 'conjunction' }).format(names);

const ordinals: Record<number, Bilingual> = {
  1: { en: 'first', zh: '第一个' },
  2: { en: 'second', zh: '第二个' },
  3: { en: 'third', zh: '第三个' },
  4: { en: 'fourth', zh: '第四个' },
  [-1]: { en: 'last', zh: '最后一个' },
};

const units: Record<RuleParts['frequency'], { one: Bilingual; many: Bilingual }> = {
  DAILY: { one: { en: 'every day', zh: '每天' }, many: { en: 'days', zh: '天' } },
  WEEKLY: { one: { en: 'every week', zh: '每周' }, many: { en: 'weeks', zh: '周' } },
  MONTHLY: { one: { en: 'every month', zh: '每月' }, many: { en: 'months', zh: '个月' } },
  YEARLY: { one: { en: 'every year', zh: '每年' }, many: { en: 'years', zh: '年' } },
};

function onDays(parts: RuleParts, startDay: string): Bilingual {
  const date = new Date(`${startDay}T12:00:00Z`);
  if (parts.frequency === 'WEEKLY') {
    const days = parts.weekdays.length > 0 ? parts.weekdays : [date.getUTCDay()];
    return {
      en: ` on ${list(
        days.map((day) => dayName(day, 'en')),
        'en',
      )}`,
      zh: `的${list(
        days.map((day) => dayName(day, 'zh')),
        'zh',
      )}`,
    };
  }
  if (parts.frequency === 'MONTHLY') {
    const { monthly } = parts;
    if (monthly.kind === 'last-day') return { en: ' on the last day', zh: '最后一天' };
    if (monthly.kind === 'nth') {
      const which = ordinals[monthly.nth] ?? { en: String(monthly.nth), zh: String(monthly.nth) };
      return {
        en: ` on the ${which.en} ${dayName(monthly.weekday, 'en')}`,
        zh: `的${which.zh}${dayName(monthly.weekday, 'zh')}`,
      };
    }
    return { en: ` on day ${date.getUTCDate()}`, zh: ` ${date.getUTCDate()} 日` };
  }
  if (parts.frequency === 'YEARLY') {
    const form = { month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
    return {
      en: ` on ${new Intl.DateTimeFormat('en-GB', form).format(date)}`,
      zh: ` ${new Intl.DateTimeFormat('zh', form).format(date)}`,
    };
  }
  return { en: '', zh: '' };
}

function ending({ end }: RuleParts): Bilingual {
  if (end.kind === 'count') return { en: `, ${end.count} times`, zh: `，共 ${end.count} 次` };
  if (end.kind !== 'until') return { en: '', zh: '' };
  const last = new Date(`${end.day}T12:00:00Z`);
  const form = { dateStyle: 'long', timeZone: 'UTC' } as const;
  return {
    en: `, until ${new Intl.DateTimeFormat('en-GB', form).format(last)}`,
    zh: `，直到${new Intl.DateTimeFormat('zh', form).format(last)}`,
  };
}

/** A rule in words, small letters first; one that says more than the forms know is shown as it is written. */
export function ruleInWords(rule: string, start: string): Bilingual {
  const parts = partsOf(rule);
  if (!parts) return { en: rule, zh: rule };
  const unit = units[parts.frequency];
  const every =
    parts.interval === 1
      ? unit.one
      : { en: `every ${parts.interval} ${unit.many.en}`, zh: `每 ${parts.interval} ${unit.many.zh}` };
  const on = onDays(parts, start.slice(0, 10));
  const end = ending(parts);
  return { en: `${every.en}${on.en}${end.en}`, zh: `${every.zh}${on.zh}${end.zh}` };
}
