import { type Change, type Patch, setupOf } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';

/** Records are plain data, so their JSON says whether they are the same. */
function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function changedIds(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): string[] {
  const ids = new Set([...Object.keys(from), ...Object.keys(to)]);
  return [...ids].filter((id) => !same(from[id], to[id]));
}

/** The changes that turn one state of a design into another, so that going there is an ordinary step of undo. */
export function patchBetween(from: DesignBody, to: DesignBody): Patch {
  const changes: Change[] = [];
  if (from.width !== to.width || from.height !== to.height)
    changes.push({ table: 'size', value: { width: to.width, height: to.height } });
  if (!same(setupOf(from), setupOf(to))) changes.push({ table: 'setup', value: setupOf(to) });
  for (const id of changedIds(from.pages, to.pages))
    changes.push({ table: 'pages', id, value: to.pages[id] ?? null });
  for (const id of changedIds(from.nodes, to.nodes))
    changes.push({ table: 'nodes', id, value: to.nodes[id] ?? null });
  for (const id of changedIds(from.variants ?? {}, to.variants ?? {}))
    changes.push({ table: 'variants', id, value: to.variants?.[id] ?? null });
  return changes;
}
