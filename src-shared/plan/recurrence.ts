import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { GalleyError } from '../contract/failure.ts';
import { createZoneClock } from '../domain/calendar-zone.ts';

/** Occurrences that are made out at most, however long a rule goes on. */
export const mostOccurrences = 1000;

/** A rule of RFC 5545 with the wall time of its first occurrence; the zone only reads an `UNTIL` in UTC. */
export interface Recurrence {
  /** RRULE without its name and without DTSTART. */
  rule: string;
  /** Wall time `YYYY-MM-DDTHH:mm`. */
  start: string;
  zone: string;
}

export interface Series extends Recurrence {
  /** Occurrences that were taken out, as wall times. */
  exceptions: readonly string[];
}

const often = /(^|;)FREQ=(SECONDLY|MINUTELY|HOURLY)(;|$)/;

function refused(detail: unknown): GalleyError {
  return new GalleyError(
    'invalid-input',
    {
      en: 'This is not a rule of repeating days. Write it like FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10.',
      zh: '这不是有效的重复规则。请写成 FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10 这样的形式。',
    },
    { reason: detail instanceof Error ? detail.message : String(detail) },
  );
}

/** A rule as it is kept: without `RRULE:`, in capitals, without blanks. */
export function tidyRule(text: string): string {
  return text
    .trim()
    .replace(/^RRULE:/i, '')
    .replace(/\s+/g, '')
    .replace(/;+$/, '')
    .toUpperCase();
}

/**
 * `UNTIL` as the wall of the series shows it, written as if it were UTC: a day means its last second, an instant is
 * read in the series' zone.
 */
function floatingUntil(rule: string, zone: string): string {
  return rule.replace(/(^|;)UNTIL=(\d{4})(\d\d)(\d\d)(T(\d\d)(\d\d)(\d\d)(Z?))?/, (_, lead, ...parts) => {
    const [year, month, day, time, hour, minute, second, utc] = parts as string[];
    const date = `${year}-${month}-${day}`;
    const wall =
      time === undefined
        ? `${date}T23:59`
        : utc === 'Z'
          ? createZoneClock(zone).wall(`${date}T${hour}:${minute}:${second}Z`)
          : `${date}T${hour}:${minute}`;
    return `${lead}UNTIL=${wall.replace(/[-:]/g, '')}59Z`;
  });
}

const floating = (wall: string): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(wall).toZonedDateTime('UTC');

/** @throws GalleyError `invalid-input` for text that is no rule, and for rules that repeat within a day */
function readRule({ rule, start, zone }: Recurrence): RRuleTemporal {
  const text = tidyRule(rule);
  if (often.test(text)) throw refused('a post cannot come more often than daily; use BYHOUR');
  try {
    return new RRuleTemporal({
      rruleString: `RRULE:${floatingUntil(text, zone)}`,
      dtstart: floating(start),
      strict: true,
      cache: false,
    });
  } catch (error) {
    throw refused(error);
  }
}

/** Text that is a rule, tidied. @throws GalleyError `invalid-input` */
export function checkedRule(rule: string, start: string, zone: string): string {
  readRule({ rule, start, zone });
  return tidyRule(rule);
}

/**
 * Wall times of the days that the rule itself names, by time, at most `count` (1 to 1,000).
 *
 * The rule is read on a wall without clock changes, so an occurrence keeps its hour over every change, and one that a
 * change skips is not lost: `dueInstant` moves it forward.
 */
export function expandRule(recurrence: Recurrence, count: number = mostOccurrences): string[] {
  const rule = readRule(recurrence);
  const walls: string[] = [];
  const most = Math.min(count, mostOccurrences);
  try {
    rule.all((at) => {
      const wall = at.toString();
      // Wall times have years of four digits; a rare day (every 12th leap year) would go beyond.
      if (walls.length >= most || wall.startsWith('+')) return false;
      walls.push(wall.slice(0, 16));
      return walls.length < most;
    });
  } catch {
    // The library gave up looking for a further day (30 February); what it found until then stands.
  }
  return walls.slice(0, most);
}

const countOf = (rule: string): number => Number(/(?:^|;)COUNT=(\d+)/.exec(tidyRule(rule))?.[1] ?? Infinity);

/** The start always is the first occurrence (RFC 5545, 3.8.5.3), also where the rule does not name its day. */
function withStart(series: Recurrence, walls: readonly string[]): string[] {
  if (walls[0] === series.start) return [...walls];
  return [series.start, ...walls].slice(0, countOf(series.rule));
}

/** The first `count` (1 to 1,000) occurrences of a series as wall times, without its exceptions. */
export function firstOccurrences(series: Series, count: number): string[] {
  const out = new Set(series.exceptions);
  const most = Math.min(count + out.size, mostOccurrences);
  return withStart(series, expandRule(series, most))
    .filter((wall) => !out.has(wall))
    .slice(0, count);
}

/** Occurrences in [from, before), both wall times; at most 1,000. */
export function occurrencesBetween(series: Series, from: string, before: string): string[] {
  const out = new Set(series.exceptions);
  const count = countOf(series.rule);
  const within = (walls: readonly string[]): string[] =>
    walls.filter((wall) => wall >= from && wall < before && !out.has(wall)).slice(0, mostOccurrences);
  if (count <= mostOccurrences) return within(withStart(series, expandRule(series)));
  const lower = from > series.start ? from : series.start;
  if (lower >= before) return [];
  let walls: string[];
  try {
    walls = readRule(series)
      .between(floating(lower), floating(before), true)
      .map((at) => at.toString().slice(0, 16));
  } catch (error) {
    if (error instanceof GalleyError) throw error;
    walls = [];
  }
  return within(lower === series.start && walls[0] !== lower ? [lower, ...walls] : walls);
}

/** The rule ending before a wall time; a COUNT goes. */
export function endedBefore(rule: string, wall: string): string {
  const kept = tidyRule(rule)
    .split(';')
    .filter((part) => !/^(COUNT|UNTIL)=/.test(part));
  const last = new Date(Date.parse(`${wall}:00Z`) - 60_000).toISOString().slice(0, 16);
  return [...kept, `UNTIL=${last.replace(/[-:]/g, '')}00`].join(';');
}

/** The rule for what is left after `done` occurrences; rules without a COUNT stay as they are. */
export function rest(rule: string, done: number): string {
  return tidyRule(rule).replace(
    /(^|;)COUNT=(\d+)/,
    (_, lead: string, count: string) => `${lead}COUNT=${Math.max(1, Number(count) - done)}`,
  );
}
