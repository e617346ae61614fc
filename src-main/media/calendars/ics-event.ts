import ICAL from 'ical.js';
import { addDays, type Day, daysBetween } from '#shared/domain/calendar-days.ts';
import type { CalendarEvent } from '#main/ports/calendar-reader.ts';
import { type Wall, wallOf } from './ics-times.ts';

/** Occurrences of one event: 41 years of a daily one. */
const mostTurns = 15_000;
const daySeconds = 86_400;

/** Seconds of the longest event that a calendar shows; a longer one is an error of what wrote it. */
const mostSeconds = 366 * 5 * daySeconds;

/** An event as the file has it. */
export interface IcsEvent {
  uid: string;
  title: string;
  component: ICAL.Component;
  start: ICAL.Time;
  /** Zone that the start names. */
  tzid: string | null;
  /** From its start to its end. */
  duration: ICAL.Duration;
  recurs: boolean;
  /** The occurrence that this one stands for (`RECURRENCE-ID`), as written; null for an event itself. */
  replaces: string | null;
  /** Occurrences that others stand for. */
  without: Set<string>;
}

/** A point of a series as text, the same for the occurrence and for what replaces it. */
function pointOf(time: ICAL.Time): string {
  return time.toString().slice(0, 16);
}

function dayOf(time: ICAL.Time): Day {
  return time.toString().slice(0, 10);
}

function timeOf(component: ICAL.Component, name: string): { time: ICAL.Time; tzid: string | null } | null {
  const property = component.getFirstProperty(name);
  if (!property) return null;
  const value: unknown = property.getFirstValue();
  if (!(value instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  // Written days are checked here: the parser takes any digits, and later adds them up.
  const inRange =
    value.month >= 1 && value.month <= 12 && value.day >= 1 && value.day <= 31 && value.year >= 1;
  if (!inRange) throw new Error(`${name} is no day`);
  const tzid: unknown = property.getFirstParameter('tzid');
  return { time: value, tzid: typeof tzid === 'string' && tzid ? tzid : null };
}

/** @returns null for an event without a start, which stands on no day; throws for one that is damaged */
export function readEvent(component: ICAL.Component): IcsEvent | null {
  if (String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED') return null;
  const start = timeOf(component, 'dtstart');
  if (!start) return null;
  const end = timeOf(component, 'dtend');
  const written: unknown = component.getFirstPropertyValue('duration');
  const duration = end
    ? end.time.subtractDateTz(start.time)
    : written instanceof ICAL.Duration
      ? written
      : ICAL.Duration.fromSeconds(start.time.isDate ? daySeconds : 0);
  // Adding it walks day by day.
  if (duration.toSeconds() > mostSeconds) throw new Error('too long');
  const replaced = timeOf(component, 'recurrence-id');
  return {
    uid: String(component.getFirstPropertyValue('uid') ?? ''),
    title: String(component.getFirstPropertyValue('summary') ?? '').trim(),
    component,
    start: start.time,
    tzid: start.tzid,
    duration: duration.isNegative ? ICAL.Duration.fromSeconds(0) : duration,
    recurs: !replaced && (component.hasProperty('rrule') || component.hasProperty('rdate')),
    replaces: replaced ? pointOf(replaced.time) : null,
    without: new Set(),
  };
}

/** The last day that something touches: an end at midnight, and the end of whole days, is no part of it. */
function lastDay(first: Wall, end: Wall): Day {
  const outside = end.time === null || end.time === '00:00';
  const last = outside ? addDays(end.day, -1) : end.day;
  return last < first.day ? first.day : last;
}

function occurrenceAt(
  event: IcsEvent,
  start: ICAL.Time,
  duration: ICAL.Duration,
  zone: string,
): CalendarEvent {
  const first = wallOf(start, event.tzid, zone);
  const end = start.clone();
  end.addDuration(duration);
  return {
    title: event.title,
    from: first.day,
    to: lastDay(first, wallOf(end, event.tzid, zone)),
    time: first.time,
  };
}

/** What stands at a turn of a series: a start, or from `RDATE` a period with an end of its own. */
function turnOf(value: ICAL.Time | ICAL.Period): { start: ICAL.Time; duration?: ICAL.Duration } {
  if (!(value instanceof ICAL.Period)) return { start: value };
  return { start: value.start, duration: value.getDuration() };
}

/** Occurrences of an event, each worked out once: what was asked for goes on where the last question ended. */
export interface Expansion {
  /** Those that touch the days `from` to `to`, both included. */
  between(from: Day, to: Day, zone: string): CalendarEvent[];
}

/**
 * @param spend asked before each step; false when the calendar has no steps left
 */
export function expand(event: IcsEvent, spend: () => boolean): Expansion {
  const turns: ReturnType<typeof turnOf>[] = [];
  let series: ICAL.RecurExpansion | null = event.recurs
    ? new ICAL.RecurExpansion({ component: event.component, dtstart: event.start })
    : null;
  if (!series) turns.push({ start: event.start });

  const goOn = (until: Day): void => {
    while (series && turns.length < mostTurns && spend()) {
      const next = series.next() as ICAL.Time | ICAL.Period | null | undefined;
      if (!next) {
        series = null;
        return;
      }
      const turn = turnOf(next);
      if (!event.without.has(pointOf(turn.start))) turns.push(turn);
      if (dayOf(turn.start) > until) return;
    }
  };

  return {
    between(from, to, zone) {
      // A day on each side, as zones shift what is written.
      const until = addDays(to, 1);
      const last = turns.at(-1);
      if (!last || dayOf(last.start) <= until) goOn(until);
      const found: CalendarEvent[] = [];
      for (const { start, duration = event.duration } of turns) {
        const day = dayOf(start);
        if (day > until) break;
        if (daysBetween(day, from) * daySeconds > duration.toSeconds() + 2 * daySeconds) continue;
        const one = occurrenceAt(event, start, duration, zone);
        if (one.from <= to && one.to >= from) found.push(one);
      }
      return found;
    },
  };
}
