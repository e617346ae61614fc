import { addDays, type Day, daysBetween } from '#shared/domain/calendar-days.ts';

/** First and last day of a campaign. */
export interface Span {
  from: Day;
  to: Day;
}

/** What of a span is moved: all of it, or one end. */
export type SpanPart = 'all' | 'from' | 'to';

/** The span with a part moved by days; an end does not pass the other one. */
export function movedSpan({ from, to }: Span, part: SpanPart, days: number): Span {
  if (part === 'all') return { from: addDays(from, days), to: addDays(to, days) };
  const length = daysBetween(from, to);
  return part === 'from'
    ? { from: addDays(from, Math.min(days, length)), to }
    : { from, to: addDays(to, Math.max(days, -length)) };
}
