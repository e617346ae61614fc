import { durationText } from '#renderer/ui/duration.ts';
import { formatSeconds } from '../fields/spans.ts';

/** Under a minute to the tenth, since platforms draw their lines there; minutes and seconds from there on. */
export function lengthText(seconds: number, locale: string): string {
  return seconds < 60 ? formatSeconds(Math.round(seconds * 10) / 10, locale) : durationText(seconds);
}
