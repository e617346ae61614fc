import type { Table } from '#shared/contract/design-work.ts';
import type { Bilingual } from '#shared/contract/failure.ts';

/** Rows that a merge takes; more are left out with a note. */
export const mostRows = 5000;

/** Names that are there and differ: empty ones are numbered by place, repeated ones by count. */
function columnNames(header: readonly string[], width: number): { names: string[]; changed: number } {
  const taken = new Set<string>();
  let changed = 0;
  const names = Array.from({ length: width }, (_, index) => {
    const written = (header[index] ?? '').replaceAll(/\s+/gu, ' ').trim();
    const base = written === '' ? `Column ${index + 1}` : written;
    let name = base;
    for (let number = 2; taken.has(name); number += 1) name = `${base} (${number})`;
    taken.add(name);
    if (name !== written) changed += 1;
    return name;
  });
  return { names, changed };
}

/**
 * A table out of raw cells: the first row with anything in it names the columns, empty rows are left out,
 * cells are trimmed, every row is as wide as the table. Null when there is nothing at all.
 */
export function shapeTable(
  cells: readonly (readonly string[])[],
): Pick<Table, 'columns' | 'rows' | 'notes'> | null {
  const trimmed = cells
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row) => row.some((cell) => cell !== ''));
  const [header, ...body] = trimmed;
  if (!header) return null;
  const filled = (row: readonly string[]): number => row.findLastIndex((cell) => cell !== '') + 1;
  const width = trimmed.reduce((most, row) => Math.max(most, filled(row)), 0);
  const { names, changed } = columnNames(header, width);
  const notes: Bilingual[] = [];
  if (changed > 0) {
    notes.push({
      en: `${changed} columns without a name of their own were given one.`,
      zh: `有 ${changed} 列没有名称或名称重复，已自动命名。`,
    });
  }
  if (body.length > mostRows) {
    notes.push({
      en: `Only the first ${mostRows} rows were read.`,
      zh: `仅读取了前 ${mostRows} 行。`,
    });
  }
  const rows = body.slice(0, mostRows).map((row) => names.map((_, index) => row[index] ?? ''));
  return { columns: names, rows, notes };
}
