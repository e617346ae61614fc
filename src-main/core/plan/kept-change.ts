import type { KitItem } from '#shared/kit/schema.ts';
import type { KeptState, PlanChange, Repositories } from '#main/ports/repositories.ts';
import { requireItem } from '../kit/kit.ts';
import type { Direction } from './plan-change.ts';

/** Equal in everything that is stored. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What undo keeps of a thing; null while it is in the trash. */
export const stateOf = (item: KitItem): KeptState | null =>
  item.trashedAt === null ? { name: item.name, body: item.body } : null;

/** Turns the changes of things kept for the plan; one that was changed again since keeps its newer state. */
export function writeKept(
  repositories: Repositories,
  changes: readonly PlanChange[],
  direction: Direction,
  now: string,
): string[] {
  const touched: string[] = [];
  for (const change of direction === 'undo' ? changes.toReversed() : changes) {
    if (change.field !== 'kit') continue;
    const item = requireItem(repositories, change.kitId);
    const [from, to] = direction === 'redo' ? [change.before, change.after] : [change.after, change.before];
    if (!same(stateOf(item), from)) continue;
    repositories.kit.write({
      ...item,
      ...(to ? { name: to.name, body: to.body as KitItem['body'] } : {}),
      trashedAt: to ? null : now,
      revision: item.revision + 1,
      updatedAt: now,
    });
    touched.push(item.id);
  }
  return touched;
}
