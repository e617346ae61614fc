import type { Bilingual } from '../../contract/failure.ts';
import { neutralise } from '../../tables/csv.ts';
import type { Day } from '../../domain/calendar-days.ts';
import { ownColumns } from './fields.ts';
import { repeatKey, repeatNote, type Repeats, type RepeatWay } from './ics-repeats.ts';
import type { NumberedCells, PlanRow, ReadRow } from './plan-row.ts';
import { recognise } from './presets.ts';
import { readRows, type RowOptions } from './read-rows.ts';
import { decodeTargets, encodeTargets } from './targets.ts';

/** An event of a calendar file as far as a post can take it. */
export interface CalendarEvent {
  uid: string;
  summary: string;
  description: string;
  url: string;
  categories: string[];
  /** Wall time `YYYY-MM-DDTHH:mm`, or a day `YYYY-MM-DD` for a whole one. */
  local: string;
  /** IANA zone; '' for a time that floats. */
  zone: string;
  /** null for one that stands once. */
  repeats: Repeats | null;
  /** Values of `X-GALLEY-…`, by column (`first_comment`), also `title` and `part`. */
  own: Record<string, string>;
}

const foreignMapping = ['id', 'title', 'body', 'date', 'zone', 'link', 'labels'];

/** The row of our own table that the events of one post make; a time that was moved in the calendar is the new one. */
function ownCells(events: readonly CalendarEvent[]): string[] {
  const [first] = events;
  if (!first) return [];
  const main = events.find((event) => event.own['part'] === undefined);
  const texts: Record<string, string> = {
    ...first.own,
    title: first.own['title'] ?? '',
    body: first.description,
    ...(main ? { local: main.local, zone: main.zone } : {}),
  };
  const targets = decodeTargets(texts['targets'] ?? '');
  if (targets) {
    for (const event of events) {
      const target = targets[Number(event.own['part'] ?? -1)];
      if (target && event.zone !== '') target.schedule = { local: event.local, zone: event.zone };
    }
    texts['targets'] = encodeTargets(targets);
  }
  return ownColumns.map((column) => neutralise(texts[column] ?? ''));
}

/** How events that repeat are read. */
export interface RepeatOptions {
  way: RepeatWay;
  today: Day;
}

/** Rows of one event, the one that says how it repeats with a note and, as a series, its rule. */
interface EventRows {
  cells: string[][];
  note: Bilingual | null;
  series: PlanRow['repeats'];
}

/** An event as the cells of `foreignMapping`, one row a date where that is wanted. */
function foreignCells(event: CalendarEvent, { way, today }: RepeatOptions): EventRows {
  const { uid, url, categories, repeats } = event;
  const row = (id: string, { summary, description, local, zone }: Omit<CalendarEvent, 'own' | 'repeats'>) => [
    id,
    summary,
    description,
    local,
    zone,
    url,
    categories.join(','),
  ];
  if (!repeats) return { cells: [row(uid, event)], note: null, series: undefined };
  const { dates, last } = repeats.dates(today);
  const until = dates.at(-1)?.local.slice(0, 10) ?? event.local.slice(0, 10);
  // A rule that leaves something out, or that starts at an instant, is told by its dates.
  const taken: RepeatWay =
    way === 'series' && (repeats.rule === null || event.local.endsWith('Z')) ? 'dates' : way;
  const note = repeatNote(dates.length, until, last !== null && last <= until, taken);
  if (taken !== 'dates' || dates.length === 0) {
    const { rule, exceptions } = repeats;
    const series =
      taken === 'series' && rule !== null
        ? { uid, rule, exceptions, wholeDays: event.local.length === 10 }
        : undefined;
    return { cells: [row(uid, event)], note, series };
  }
  // The first date keeps the name of the event, so that it is one post in whatever way the file was brought in before.
  const cells = dates.map((date) => row(date.first ? uid : repeatKey(uid, date.id), { ...event, ...date }));
  return { cells, note, series: undefined };
}

/** Reads the events of a calendar file, ours or anyone's, as rows; those of one post of ours are one row. */
export function rowsOfEvents(
  events: readonly CalendarEvent[],
  options: RowOptions,
  repeating: RepeatOptions,
): ReadRow[] {
  const groups = new Map<string, { row: number; events: CalendarEvent[] }>();
  const foreign: NumberedCells[] = [];
  const repeats = new Map<number, EventRows>();
  for (const [index, event] of events.entries()) {
    const row = index + 1;
    const id = event.own['id'];
    if (id !== undefined) {
      const group = groups.get(id) ?? { row, events: [] };
      group.events.push(event);
      groups.set(id, group);
      continue;
    }
    const made = foreignCells(event, repeating);
    repeats.set(row, made);
    foreign.push(...made.cells.map((cells) => ({ row, cells })));
  }
  const own = [...groups.values()].map((group) => ({ row: group.row, cells: ownCells(group.events) }));
  const read = [
    ...readRows(own, { ...options, preset: 'galley', mapping: recognise(ownColumns).mapping }),
    ...readRows(foreign, { ...options, preset: 'ics', mapping: foreignMapping }),
  ];
  for (const each of read) {
    const made = each.ok ? repeats.get(each.row.row) : undefined;
    if (!each.ok || !made?.note) continue;
    // Said once an event.
    repeats.delete(each.row.row);
    each.row.notes.push(made.note);
    if (made.series) each.row.repeats = made.series;
  }
  const rowOf = (each: ReadRow): number => (each.ok ? each.row.row : each.refused.row);
  return read.toSorted((a, b) => rowOf(a) - rowOf(b));
}
