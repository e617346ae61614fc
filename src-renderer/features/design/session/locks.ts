import type { LockAspect } from '#shared/design/layers/common.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { descendantsOf } from '#shared/design/tree.ts';

function keepsItself(node: DesignNode, aspect: LockAspect): boolean {
  return node.locked || node.lockedAspects?.includes(aspect) === true;
}

/** Whether a layer keeps an aspect by its own lock, or by that of a group around it. */
export function keeps(body: DesignBody, id: string, aspect: LockAspect): boolean {
  for (let node = body.nodes[id]; node; node = body.nodes[node.parentId ?? '']) {
    if (keepsItself(node, aspect)) return true;
  }
  return false;
}

/** Whether any of some layers, or anything inside them, keeps an aspect: then none of them is changed together. */
export function anyKeeps(body: DesignBody, ids: readonly string[], aspect: LockAspect): boolean {
  return ids.some(
    (id) =>
      keeps(body, id, aspect) ||
      (body.nodes[id]?.type === 'group' && descendantsOf(body, id).some((node) => keepsItself(node, aspect))),
  );
}

/** The layers of a choice that may be moved. */
export function movable(body: DesignBody, ids: readonly string[]): string[] {
  return ids.filter((id) => !anyKeeps(body, [id], 'place'));
}
