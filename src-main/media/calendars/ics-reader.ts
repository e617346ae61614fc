import ICAL from 'ical.js';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type { Day } from '#shared/domain/calendar-days.ts';
import type { CalendarEvent, CalendarReader, ReadCalendar } from '#main/ports/calendar-reader.ts';
import { expand, type IcsEvent, readEvent } from './ics-event.ts';
import { recovered } from './ics-recovery.ts';

/** Occurrences that one question gets. */
const mostOccurrences = 5000;
/** Steps through repeated events that a calendar may cost: some seconds of work at most. */
const mostSteps = 60_000;
/** Problems that are told one by one. */
const mostProblems = 20;

function refused(reason: string): GalleyError {
  return new GalleyError(
    'unreadable-file',
    {
      en: 'This is no calendar that can be read. Export it again as an iCalendar file (.ics).',
      zh: '无法将其读取为日历。请重新导出为 iCalendar 文件（.ics）。',
    },
    { reason },
  );
}

interface Parsed {
  /** One calendar or several in one file. */
  trees: ICAL.Component[];
  /** Titles of events that had to be left out for the rest to be read. */
  lost: string[];
}

function parse(text: string): Parsed {
  const plain = text.replace(/^\uFEFF/, '').trim();
  let parsed: unknown;
  let lost: string[] = [];
  try {
    parsed = ICAL.parse(plain);
  } catch (error) {
    const rest = recovered(plain);
    if (!rest) throw refused(error instanceof Error ? error.message : String(error));
    ({ parsed, lost } = rest);
  }
  if (!Array.isArray(parsed) || parsed.length === 0) throw refused('nothing in it');
  const trees: unknown[] = typeof parsed[0] === 'string' ? [parsed] : parsed;
  return { trees: trees.map((tree) => new ICAL.Component(tree as never)), lost };
}

/** Events of the calendar, or the component itself where the file is nothing but one. */
function eventsIn(component: ICAL.Component): ICAL.Component[] {
  return component.name === 'vevent' ? [component] : component.getAllSubcomponents('vevent');
}

function textOf(component: ICAL.Component, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value.trim() : '';
}

function unreadable(title: string): Bilingual {
  return title
    ? { en: `“${title}” has dates that cannot be read.`, zh: `“${title}”的日期无法读取。` }
    : { en: 'An event has dates that cannot be read.', zh: '有一个日程的日期无法读取。' };
}

/** Occurrences that were changed on their own belong to the event of their `UID`. */
function relate(events: readonly IcsEvent[]): void {
  const changed = Map.groupBy(
    events.filter((event) => event.replaces !== null),
    (event) => event.uid,
  );
  for (const event of events)
    if (event.replaces === null)
      for (const one of changed.get(event.uid) ?? []) if (one.replaces) event.without.add(one.replaces);
}

function read(text: string): ReadCalendar {
  const { trees, lost } = parse(text);
  if (!trees.some((tree) => tree.name === 'vcalendar' || tree.name === 'vevent'))
    throw refused('no calendar');
  const events: IcsEvent[] = [];
  const problems: Bilingual[] = lost.slice(0, mostProblems).map(unreadable);
  for (const component of trees.flatMap(eventsIn)) {
    try {
      const event = readEvent(component);
      if (event) events.push(event);
    } catch {
      let title = '';
      try {
        title = textOf(component, 'summary');
      } catch {
        // Its title is as broken as its dates.
      }
      if (problems.length < mostProblems) problems.push(unreadable(title));
    }
  }
  relate(events);
  const [first] = trees;
  let steps = mostSteps;
  const expansions = events.map((event) => expand(event, () => (steps -= 1) > 0));
  return {
    name: first ? textOf(first, 'x-wr-calname') || textOf(first, 'name') : '',
    events: new Set(events.map((event, index) => event.uid || String(index))).size,
    problems,
    between: (from: Day, to: Day, zone: string) =>
      expansions
        .flatMap((expansion): CalendarEvent[] => {
          try {
            return expansion.between(from, to, zone);
          } catch {
            // A rule that the parser takes and cannot follow: the others are shown.
            return [];
          }
        })
        .toSorted((one, other) =>
          `${one.from}${one.time ?? ''}`.localeCompare(`${other.from}${other.time ?? ''}`),
        )
        .slice(0, mostOccurrences),
  };
}

/** Reads iCalendar text with ical.js, which knows the time zones that a file defines and how events come again. */
export function createIcsReader(): CalendarReader {
  return { read };
}
