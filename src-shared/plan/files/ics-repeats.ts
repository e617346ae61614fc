import type { Bilingual } from '../../contract/failure.ts';
import type { Day } from '../../domain/calendar-days.ts';

/** What is made of an event that repeats: a post of its first date, one of each date, or a repeating post. */
export const repeatWays = ['first', 'dates', 'series'] as const;
export type RepeatWay = (typeof repeatWays)[number];

/** One date of an event that repeats, as it stands there: moved or renamed on its own, where it was. */
export interface RepeatDate {
  /** What tells it from the others however it is moved: its time by the rule (`RECURRENCE-ID`). */
  id: string;
  /** It is the first one, which the event itself stands for. */
  first: boolean;
  summary: string;
  description: string;
  /** As `CalendarEvent.local` and `zone`. */
  local: string;
  zone: string;
}

export interface Repeats {
  /** RRULE that says all of it; null where single dates were added, moved or renamed. */
  rule: string | null;
  /** Dates that were taken out, as wall times or days. */
  exceptions: string[];
  /**
   * The dates of twelve months: from today or from its first date, if that is later; of one that is over, from its
   * first. `last` is its last date of all, null where it goes on after them.
   */
  dates(today: Day): { dates: RepeatDate[]; last: Day | null };
}

/** Names a date of a repeating event in a file; `id` as in `RepeatDate`. */
export const repeatKey = (uid: string, id: string): string => `${uid} ${id}`;

/** What the reader is told of it, in the way it is brought in. */
export function repeatNote(count: number, until: Day, ends: boolean, way: RepeatWay): Bilingual {
  const many = {
    en: `It repeats: ${count} dates until ${until}${ends ? '' : ' and on'}.`,
    zh: `该日程会重复：到 ${until}${ends ? '为止' : '（之后仍继续）'}共 ${count} 次。`,
  };
  const how: Record<RepeatWay, Bilingual> = {
    first: { en: 'Only its first date is taken.', zh: '仅取第一次。' },
    dates: { en: 'Each date is a post.', zh: '每次各建一篇帖子。' },
    series: { en: 'It becomes a repeating post.', zh: '建为重复帖子。' },
  };
  return { en: `${many.en} ${how[way].en}`, zh: `${many.zh}${how[way].zh}` };
}
