import { readFile } from 'node:fs/promises';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { findOrder } from '#shared/plan/files/dates.ts';
import { type CalendarEvent, type RepeatOptions, rowsOfEvents } from '#shared/plan/files/ics-rows.ts';
import { type PlanJson, readPlanJson } from '#shared/plan/files/json-rows.ts';
import type { NumberedCells, ReadRow } from '#shared/plan/files/plan-row.ts';
import { recognise, type TablePreset } from '#shared/plan/files/presets.ts';
import { readRows, type RowOptions } from '#shared/plan/files/read-rows.ts';
import type { PlanFiles } from '#main/ports/plan-files.ts';
import type { TableReader } from '#main/ports/table-reader.ts';
import { uploadedFile } from '../library/intake.ts';

export interface FileTools {
  tables: TableReader;
  files: PlanFiles;
  uploads: string;
}

type Wanted = Pick<ParsedInput<'planfile.read'>, 'source' | 'sheet' | 'encoding' | 'preset'>;

/** A file as it was found; `rows` reads it once it is told how. */
export interface FoundFile {
  kind: 'table' | 'ics' | 'json';
  preset: TablePreset;
  encoding: string;
  sheets: string[];
  columns: string[];
  mapping: string[];
  sample: string[][];
  count: number;
  /** Events that repeat. */
  repeating: number;
  dateOrder: ReturnType<typeof findOrder>;
  rows(
    options: Omit<RowOptions, 'preset' | 'mapping'> & { mapping: readonly string[] },
    repeats: RepeatOptions,
  ): ReadRow[];
}

/** Rows that the mapping is judged by. */
const sampleRows = 5;

function tableFile(
  cells: readonly (readonly string[])[],
  about: { kind: 'table' | 'json'; encoding: string; sheets: string[] },
  wanted: TablePreset | undefined,
): FoundFile {
  const all = cells.flatMap((row, index): NumberedCells[] =>
    row.some((cell) => cell.trim() !== '') ? [{ row: index + 1, cells: row }] : [],
  );
  const [first] = all;
  if (!first) {
    throw new GalleyError('unreadable-file', {
      en: 'There are no rows in it. Choose a file with one post a row, its first row naming the columns.',
      zh: '文件中没有任何行。请选择每行一篇帖子、首行为列名的文件。',
    });
  }
  const { preset, hasHeader, mapping } = recognise(first.cells, wanted);
  const rows = hasHeader ? all.slice(1) : all;
  const names = (columns: readonly string[]): string[] =>
    columns.map((name, index) => name.replace(/^\uFEFF/, '').trim() || `${index + 1}`);
  const dateColumns = mapping.flatMap((field, index) => (field === 'date' ? [index] : []));
  return {
    ...about,
    preset,
    columns: hasHeader ? names(first.cells) : mapping.map((_, index) => `${index + 1}`),
    mapping,
    sample: rows.slice(0, sampleRows).map((row) => [...row.cells]),
    count: rows.length,
    repeating: 0,
    dateOrder: findOrder(rows.flatMap(({ cells: row }) => dateColumns.map((index) => row[index] ?? ''))),
    rows: (options) => readRows(rows, { ...options, preset }),
  };
}

function calendarFile(events: readonly CalendarEvent[], encoding: string): FoundFile {
  const sample = events
    .slice(0, sampleRows)
    .map((event) => [event.summary, `${event.local} ${event.zone}`.trim(), event.description.slice(0, 200)]);
  return {
    kind: 'ics',
    preset: events.some((event) => event.own['id'] !== undefined) ? 'galley' : 'ics',
    encoding,
    sheets: [],
    columns: ['SUMMARY', 'DTSTART', 'DESCRIPTION'],
    mapping: ['title', 'date', 'body'],
    sample,
    count: new Set(events.map((event, index) => event.own['id'] ?? index)).size,
    repeating: events.filter((event) => event.own['id'] === undefined && event.repeats !== null).length,
    dateOrder: 'none',
    rows: (options, repeats) => rowsOfEvents(events, { ...options, preset: 'ics' }, repeats),
  };
}

function postsFile(read: Extract<PlanJson, { kind: 'posts' }>, encoding: string): FoundFile {
  return {
    kind: 'json',
    preset: 'galley',
    encoding,
    sheets: [],
    columns: ['title', 'date'],
    mapping: ['title', 'date'],
    sample: read.rows
      .slice(0, sampleRows)
      .map((each) =>
        each.ok ? [each.row.fields.title ?? '', each.row.schedule?.local ?? ''] : [each.refused.title, ''],
      ),
    count: read.rows.length,
    repeating: 0,
    dateOrder: 'none',
    rows: () => read.rows,
  };
}

/**
 * Reads a file of a plan; its kind is told by what is in it.
 * @throws GalleyError `unreadable-file` for what is none
 */
export async function readPlanFile(
  tools: FileTools,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<FoundFile> {
  const { source, sheet, encoding, preset } = wanted;
  const path = source.kind === 'path' ? source.path : await uploadedFile(tools.uploads, source.uploadId);
  const bytes = await readFile(path);
  const decoded = bytes.toString('latin1', 0, 2) === 'PK' ? null : tools.files.decode(bytes, encoding);
  const start =
    decoded?.text
      .replace(/^\uFEFF/, '')
      .trimStart()
      .slice(0, 20) ?? '';
  if (decoded && /^BEGIN:/i.test(start))
    return calendarFile(tools.files.events(decoded.text), decoded.encoding);
  if (decoded && /^[[{]/.test(start)) {
    const read = readPlanJson(decoded.text);
    if (read.kind === 'posts') return postsFile(read, decoded.encoding);
    if (read.kind === 'table') {
      const about = { kind: 'json' as const, encoding: decoded.encoding, sheets: [] };
      return tableFile([read.header, ...read.rows.map(({ cells }) => cells)], about, preset);
    }
  }
  const { cells, ...about } = await tools.tables.cells(path, { sheet, encoding, signal });
  return tableFile(cells, { kind: 'table', ...about }, preset);
}

/** What people are told of a file. */
export function describeFile(file: FoundFile): CallOutput<'planfile.read'> {
  const { kind, preset, encoding, sheets, columns, mapping, sample, count, repeating, dateOrder } = file;
  return { kind, preset, encoding, sheets, columns, mapping, sample, rows: count, repeating, dateOrder };
}
