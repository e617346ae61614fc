import type { CallInput } from '#shared/contract/index.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { groupings } from '../toolbar/grouping.ts';
import type { Move } from './use-plan-changes.ts';

type Row = CallInput<'plan.place'>['to'];

/** Entries leave a row of the timeline for another one. */
export interface RowMove {
  /** Value of the row that they leave. */
  from: string;
  to: Row;
  /** What the other row is called. */
  name: string;
}

const rowAround = (element: Element | null): HTMLElement | null =>
  element?.closest<HTMLElement>('[data-row][data-rows-by]') ?? null;

/** What a drop at a point of the screen makes of the row that `grabbed` stands in; null where it stays in it. */
export function rowMoveAt(grabbed: Element, x: number, y: number): RowMove | null {
  const row = rowAround(document.elementFromPoint(x, y));
  const from = rowAround(grabbed)?.dataset['row'];
  const value = row?.dataset['row'];
  const by = groupings.timeline.find((each) => each === row?.dataset['rowsBy']);
  if (!row || by === undefined || value === undefined || from === undefined || from === value) return null;
  return { from, to: { by, value }, name: row.getAttribute('aria-label') ?? value };
}

/** The account whose versions of an entry go; the entry may have been chosen in another row than the grabbed one. */
function leftAccount({ accountIds }: PlanEntry, { from, to }: RowMove): string {
  if (accountIds.includes(from)) return from;
  if (accountIds.includes(to.value)) return to.value;
  return accountIds.length === 1 ? (accountIds[0] ?? '') : accountIds.length === 0 ? '' : from;
}

/** An entry as `plan.place` and `plan.copy` name it. */
export function placedOf({ post, schedule }: Move, row: RowMove | null) {
  return {
    id: post.id,
    targetId: post.targetId,
    schedule,
    ...(row?.to.by === 'account' ? { from: leftAccount(post, row) } : {}),
  };
}

/** The entry as it stands once it is in the row. */
export function shownInRow(post: PlanEntry, row: RowMove): PlanEntry {
  const { by, value } = row.to;
  // No stored revision: what the studio answers replaces it whole.
  const shown = { ...post, revision: -1 };
  if (by !== 'account') return { ...shown, [by]: value };
  const left = leftAccount(post, row);
  const others = post.accountIds.filter((id) => id !== left && id !== value);
  return { ...shown, accountIds: value === '' ? others : [...others, value] };
}
