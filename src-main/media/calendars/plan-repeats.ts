import ICAL from 'ical.js';
import { addDays, type Day } from '#shared/domain/calendar-days.ts';
import type { RepeatDate, Repeats } from '#shared/plan/files/ics-repeats.ts';
import { startOf } from './plan-start.ts';

/** Steps through one event: 41 years of a daily one. */
const mostSteps = 15_000;
/** Days of the dates that are brought in, and the most of them. */
const span = 365;
const mostDates = 400;

const isCancelled = (component: ICAL.Component): boolean =>
  String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';

const textOf = (component: ICAL.Component, name: string): string => {
  const value: unknown = component.getFirstPropertyValue(name);
  return typeof value === 'string' ? value : '';
};

const dayOf = (time: ICAL.Time): Day => time.toString().slice(0, 10);
/** `2026-03-02T09:00`, or the day of a whole one. */
const wallOf = (time: ICAL.Time): string => time.toString().slice(0, 16);

/** What stands at a turn: a start, or from `RDATE` a period. */
function startOfTurn(turn: unknown): ICAL.Time | null {
  if (turn instanceof ICAL.Period) return turn.start;
  return turn instanceof ICAL.Time ? turn : null;
}

/** Every turn by the rule with where it stands now; none of those that were called off. */
function* turnsOf(
  component: ICAL.Component,
  changed: readonly ICAL.Component[],
): Generator<{ by: Day; date: RepeatDate }> {
  const event = new ICAL.Event(component, { exceptions: [...changed], strictExceptions: false });
  const turns = event.iterator();
  const start = wallOf(event.startDate);
  // Of dates alone the parser leaves out the one that the event itself stands for.
  let waiting: ICAL.Time | null = component.hasProperty('rrule') ? null : event.startDate;
  for (let step = 0; step < mostSteps; step += 1) {
    const turn: ICAL.Time | null = waiting ?? startOfTurn(turns.next());
    if (!turn) return;
    if (waiting === null && step > 0 && wallOf(turn) === start) continue;
    waiting = null;
    const { item, startDate } = event.getOccurrenceDetails(turn);
    const own = item.component;
    if (isCancelled(own)) continue;
    const at = own === component ? startOf(component, turn) : startOf(own, startDate);
    const date = {
      id: wallOf(turn),
      first: wallOf(turn) === start,
      summary: textOf(own, 'summary').trim(),
      description: textOf(own, 'description'),
      ...at,
    };
    yield { by: dayOf(turn), date };
  }
}

function datesFrom(turns: Iterable<{ by: Day; date: RepeatDate }>, from: Day): ReturnType<Repeats['dates']> {
  const dates: RepeatDate[] = [];
  let last: Day | null = null;
  let until: Day | null = null;
  for (const { by, date } of turns) {
    last = by;
    if (by < from) continue;
    until ??= addDays(by > from ? by : from, span);
    if (by >= until || dates.length === mostDates) return { dates, last: null };
    dates.push(date);
  }
  return { dates, last };
}

/** How an event repeats; null for one that stands once. `changed` are its dates that have an event of their own. */
export function repeatsOf(component: ICAL.Component, changed: readonly ICAL.Component[]): Repeats | null {
  const rules = component.getAllProperties('rrule');
  const added = component.hasProperty('rdate');
  if (rules.length === 0 && !added) return null;
  const exceptions = component
    .getAllProperties('exdate')
    .flatMap((property) => property.getValues())
    .flatMap((value: unknown) => (value instanceof ICAL.Time ? [wallOf(value)] : []));
  const [rule] = rules;
  const whole = rule !== undefined && rules.length === 1 && !added && changed.length === 0;
  const said: unknown = rule?.getFirstValue();
  return {
    rule: whole && said instanceof ICAL.Recur ? said.toString() : null,
    exceptions,
    dates(today) {
      try {
        const coming = datesFrom(turnsOf(component, changed), today);
        if (coming.dates.length > 0) return coming;
        return datesFrom(turnsOf(component, changed), '0001-01-01');
      } catch {
        // A rule that the parser takes and cannot follow: its first date is left.
        return { dates: [], last: null };
      }
    },
  };
}
