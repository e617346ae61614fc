import type { Bilingual } from '../../contract/failure.ts';
import { neutralise } from '../../tables/csv.ts';
import { ownColumns } from './fields.ts';
import type { NumberedCells, ReadRow } from './plan-row.ts';
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
  /** It repeats by a rule. */
  repeats: boolean;
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

const repeating: Bilingual = {
  en: 'It repeats; only its first time is taken. Make a series of it to plan all.',
  zh: '该日程会重复；仅取第一次。如需全部安排，请建立重复帖子。',
};

/** Reads the events of a calendar file, ours or anyone's, as rows; those of one post of ours are one row. */
export function rowsOfEvents(events: readonly CalendarEvent[], options: RowOptions): ReadRow[] {
  const groups = new Map<string, { row: number; events: CalendarEvent[] }>();
  const foreign: NumberedCells[] = [];
  const repeats = new Set<number>();
  for (const [index, event] of events.entries()) {
    const row = index + 1;
    const id = event.own['id'];
    if (id !== undefined) {
      const group = groups.get(id) ?? { row, events: [] };
      group.events.push(event);
      groups.set(id, group);
      continue;
    }
    if (event.repeats) repeats.add(row);
    const cells = [
      event.uid,
      event.summary,
      event.description,
      event.local,
      event.zone,
      event.url,
      event.categories.join(','),
    ];
    foreign.push({ row, cells });
  }
  const own = [...groups.values()].map((group) => ({ row: group.row, cells: ownCells(group.events) }));
  const read = [
    ...readRows(own, { ...options, preset: 'galley', mapping: recognise(ownColumns).mapping }),
    ...readRows(foreign, { ...options, preset: 'ics', mapping: foreignMapping }),
  ];
  for (const each of read) if (each.ok && repeats.has(each.row.row)) each.row.notes.push(repeating);
  const rowOf = (each: ReadRow): number => (each.ok ? each.row.row : each.refused.row);
  return read.toSorted((a, b) => rowOf(a) - rowOf(b));
}
