import ICAL from 'ical.js';
import { addDays, type Day, daysBetween } from '#shared/domain/calendar-days.ts';
import type { CalendarEvent } from '#main/ports/calendar-reader.ts';
import { type Wall, wallOf } from './ics-times.ts';

/** Steps that one event may take to reach the days that are asked for: 55 years of a daily one. */
const mostSteps = 20_000;

/** Seconds of the longest event that a calendar shows; a longer one is an error of what wrote it. */
const mostSeconds = 366 * 5 * 86_400;

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
      : ICAL.Duration.fromSeconds(start.time.isDate ? 86_400 : 0);
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

function occurrenceAt(event: IcsEvent, start: ICAL.Time, zone: string): CalendarEvent {
  const first = wallOf(start, event.tzid, zone);
  const end = start.clone();
  end.addDuration(event.duration);
  return {
    title: event.title,
    from: first.day,
    to: lastDay(first, wallOf(end, event.tzid, zone)),
    time: first.time,
  };
}

/** Occurrences that touch the days `from` to `to`, both included. */
export function* occurrencesOf(
  event: IcsEvent,
  from: Day,
  to: Day,
  zone: string,
): Generator<CalendarEvent, void, undefined> {
  const touches = (one: CalendarEvent): boolean => one.from <= to && one.to >= from;
  if (!event.recurs) {
    const only = occurrenceAt(event, event.start, zone);
    if (touches(only)) yield only;
    return;
  }
  const series = new ICAL.RecurExpansion({ component: event.component, dtstart: event.start });
  for (let step = 0; step < mostSteps; step += 1) {
    const start = series.next() as ICAL.Time | null | undefined;
    if (!start) return;
    // A day on each side, as zones shift what is written.
    if (daysBetween(to, start.toString().slice(0, 10)) > 1) return;
    if (event.without.has(pointOf(start))) continue;
    const one = occurrenceAt(event, start, zone);
    if (touches(one)) yield one;
  }
}
