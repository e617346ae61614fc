import type { Bilingual } from '../contract/failure.ts';
import { addDays, type Day, weekdayOf } from '../domain/calendar-days.ts';
import { easterOf } from './easter.ts';
import { dayOfLunar } from './lunar.ts';
import festivalData from './festivals.json' with { type: 'json' };

/** How the day of a year is found. */
export type FestivalRule =
  /** `MM-DD`. */
  | { fixed: string }
  /** The `nth` weekday (0 Sunday) of a month, −1 the last, and so many days after it. */
  | { month: number; weekday: number; nth: number; plus?: number }
  /** Month and day of the Chinese calendar, −1 for the last day of the month. */
  | { lunar: [number, number]; plus?: number }
  /** Days after Easter Sunday. */
  | { easter: number };

export interface LeadStep {
  /** Days before (negative) or after the day. */
  offset: number;
  title: Bilingual;
  brief: Bilingual;
}

export interface Festival {
  id: string;
  name: Bilingual;
  kind: 'tradition' | 'shopping' | 'observance';
  rule: FestivalRule;
  estimated: boolean;
  /** Offsets of the posts that lead up to it. */
  lead: readonly number[];
}

/** Offsets that most campaigns keep: teaser, warm-up, reminder, the day, thanks. */
const usualLead = [-30, -14, -3, 0, 3];

/** Every festival and observance that comes with the studio. */
export const festivals: readonly Festival[] = festivalData.map((entry) => ({
  id: entry.id,
  name: entry.name,
  kind: entry.kind as Festival['kind'],
  rule: entry.rule as FestivalRule,
  estimated: 'estimated' in entry,
  lead: 'lead' in entry ? (entry.lead ?? usualLead) : entry.kind === 'observance' ? [] : usualLead,
}));

function nthWeekday(year: number, month: number, weekday: number, nth: number): Day {
  const two = String(month).padStart(2, '0');
  if (nth > 0) {
    const first = `${year}-${two}-01`;
    return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7);
  }
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  const last = addDays(next, -1);
  return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
}

/** The day of a rule in a year; a day of the Chinese calendar by the lunar year that begins in it. */
export function dayOfRule(rule: FestivalRule, year: number): Day {
  if ('fixed' in rule) return `${year}-${rule.fixed}`;
  if ('easter' in rule) return addDays(easterOf(year), rule.easter);
  const plus = rule.plus ?? 0;
  if ('lunar' in rule) return addDays(dayOfLunar(year, ...rule.lunar), plus);
  return addDays(nthWeekday(year, rule.month, rule.weekday, rule.nth), plus);
}

const years = new Map<number, ReadonlyMap<Day, readonly Festival[]>>();

/** Festivals by their days, for the rules of one year: those of the twelfth lunar month fall into the next. */
function festivalsOfYear(year: number): ReadonlyMap<Day, readonly Festival[]> {
  const known = years.get(year);
  if (known) return known;
  const found = Map.groupBy(festivals, (festival) => dayOfRule(festival.rule, year));
  if (years.size > 24) years.clear();
  years.set(year, found);
  return found;
}

/** The festivals of a day. */
export function festivalsOn(day: Day): readonly Festival[] {
  const year = Number(day.slice(0, 4));
  return [...(festivalsOfYear(year).get(day) ?? []), ...(festivalsOfYear(year - 1).get(day) ?? [])];
}

/** A stage of a lead-up by how far it is from its day. */
function stageOf(offset: number): { title: Bilingual; brief: Bilingual } {
  if (offset <= -21) {
    return {
      title: { en: 'Teaser', zh: '预热' },
      brief: {
        en: 'Make people curious: what is coming and when, without giving everything away.',
        zh: '引起好奇：预告活动与时间，先不透露全部内容。',
      },
    };
  }
  if (offset <= -7) {
    return {
      title: { en: 'Warm-up', zh: '蓄水' },
      brief: {
        en: 'Show the offer or the story, collect questions, let people save the date.',
        zh: '讲清亮点与玩法，收集问题，引导收藏或预约。',
      },
    };
  }
  if (offset < 0) {
    return {
      title: { en: 'Reminder', zh: '提醒' },
      brief: {
        en: 'Last call: the day, the hour, the link, one reason to come.',
        zh: '最后提醒：日期、时间、入口，以及一个行动理由。',
      },
    };
  }
  if (offset === 0) {
    return {
      title: { en: 'The day', zh: '当天' },
      brief: {
        en: 'The main post. One picture, one sentence, one thing to do.',
        zh: '主帖。一张图、一句话、一个行动。',
      },
    };
  }
  return {
    title: { en: 'Thanks', zh: '返场与感谢' },
    brief: {
      en: 'Say thank you, show what people made of it, tell what comes next.',
      zh: '表示感谢，展示用户反馈，预告下一步。',
    },
  };
}

/** The stages of a lead-up. */
export function leadSteps(offsets: readonly number[]): LeadStep[] {
  return offsets.map((offset) => ({ offset, ...stageOf(offset) }));
}

/** Offsets for a date with so many days of preparation. */
export function leadOf(leadDays: number): number[] {
  const offsets = usualLead.filter((offset) => offset >= -leadDays);
  return leadDays > 0 && !offsets.includes(-leadDays) ? [-leadDays, ...offsets] : offsets;
}

/**
 * The days of a yearly date from its first on, in the years `from` to `to`; one of 29 February comes on the 28th of
 * other years.
 */
export function yearlyDays(first: Day, from: number, to: number): Day[] {
  const start = Math.max(from, Number(first.slice(0, 4)));
  return Array.from({ length: Math.max(0, to - start + 1) }, (_, index) => {
    const day = `${start + index}-${first.slice(5)}`;
    return first.endsWith('-02-29') && addDays(day, 0) !== day ? `${start + index}-02-28` : day;
  });
}
