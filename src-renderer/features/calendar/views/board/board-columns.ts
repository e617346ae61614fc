import { type PlanEntry, type PostStatus, postStatuses } from '#shared/domain/post.ts';
import type { Grouping } from '../../toolbar/grouping.ts';

/** A column of the board; `value` is what its posts have, '' for those without one. */
export interface BoardColumn {
  value: string;
  posts: readonly PlanEntry[];
}

/** By which field of a post each grouping goes. */
export function valueOf(entry: PlanEntry, group: Grouping<'board'>): string {
  return entry[group];
}

/**
 * One card for each post, however many targets of it have times of their own: its own entry where it has one, else the
 * earliest that is still to be published.
 */
export function postsOfEntries(...lists: readonly (readonly PlanEntry[])[]): PlanEntry[] {
  const posts = new Map<string, PlanEntry>();
  const rank = (entry: PlanEntry): number =>
    (entry.targetId === null ? 0 : 2) + (entry.status === 'published' ? 1 : 0);
  for (const entry of lists.flat()) {
    const known = posts.get(entry.id);
    const better =
      known === undefined ||
      rank(entry) < rank(known) ||
      (rank(entry) === rank(known) && (entry.dueAt ?? '9') < (known.dueAt ?? '9'));
    if (better) posts.set(entry.id, entry);
  }
  return [...posts.values()];
}

/**
 * The columns from left to right: the five statuses, or all `known` names and those that posts have, by name, with the
 * posts that have none in the last one. Within a column by time, those without one last.
 */
export function boardColumns(
  posts: readonly PlanEntry[],
  group: Grouping<'board'>,
  known: readonly string[],
  moved: ReadonlyMap<string, string>,
  locale: string,
): BoardColumn[] {
  const order = new Intl.Collator(locale, { numeric: true });
  const columns = new Map<string, PlanEntry[]>();
  const names = [...known].sort(order.compare);
  for (const value of group === 'status' ? postStatuses : names) columns.set(value, []);
  for (const post of posts) {
    const value = moved.get(post.key) ?? valueOf(post, group);
    const column = columns.get(value);
    if (column) column.push(post);
    else columns.set(value, [post]);
  }
  const values = [...columns.keys()];
  if (group !== 'status') {
    values.sort((one, other) => (one === '' ? 1 : other === '' ? -1 : order.compare(one, other)));
    if (!columns.has('')) values.push('');
  }
  return values.map((value) => ({
    value,
    posts: (columns.get(value) ?? []).sort((one, other) => {
      const first = one.dueAt ?? '9';
      const second = other.dueAt ?? '9';
      return first === second ? (one.key < other.key ? -1 : 1) : first < second ? -1 : 1;
    }),
  }));
}

/** True for a value of the status column. */
export function isStatus(value: string): value is PostStatus {
  return (postStatuses as readonly string[]).includes(value);
}
