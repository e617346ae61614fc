import type { Asset } from '#shared/domain/asset.ts';
import type { JustifiedRow } from './justified.ts';

/** The item a key leads to from `at`, or null for a key that does not move; up and down keep the column's middle. */
export function stepInGrid(
  rows: readonly JustifiedRow[],
  at: number,
  key: string,
  count: number,
): number | null {
  if (count === 0) return null;
  const last = count - 1;
  if (key === 'ArrowRight') return Math.min(last, at + 1);
  if (key === 'ArrowLeft') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const rowIndex = rows.findLastIndex((row) => row.first <= at);
  const from = rows[rowIndex];
  const to = rows[rowIndex + (key === 'ArrowDown' ? 1 : -1)];
  if (!from || !to) return at;
  const column = at - from.first;
  const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);
  const middle = sum(from.widths.slice(0, column)) + (from.widths[column] ?? 0) / 2;
  let edge = 0;
  const found = to.widths.findIndex((width) => {
    edge += width;
    return edge >= middle;
  });
  return to.first + (found < 0 ? to.widths.length - 1 : found);
}

/** The selection after choosing `index`: alone, toggled, or everything from `at` to it. */
export function nextSelection(
  assets: readonly Asset[],
  before: ReadonlySet<string>,
  at: number,
  index: number,
  how: 'one' | 'more' | 'range',
): ReadonlySet<string> {
  const id = assets[index]?.id;
  if (id === undefined) return before;
  if (how === 'one') return new Set([id]);
  const next = new Set(before);
  if (how === 'more') {
    if (!next.delete(id)) next.add(id);
    return next;
  }
  const from = Math.max(0, at);
  for (const asset of assets.slice(Math.min(from, index), Math.max(from, index) + 1)) next.add(asset.id);
  return next;
}
