import type { Edit } from '#shared/design/operations.ts';
import { edit, groupNodes } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { childrenOf, maskAmong, paintOrder } from '#shared/design/tree.ts';

type GroupNode = Extract<DesignNode, { type: 'group' }>;

/** Layers whose ink can mask others: shapes, drawn paths and words. */
export function canMask({ type }: DesignNode): boolean {
  return (
    type === 'rectangle' || type === 'ellipse' || type === 'polygon' || type === 'path' || type === 'text'
  );
}

/** The front-most of some layers that can mask; null when none can. */
function frontMask(body: DesignBody, nodes: readonly DesignNode[]): DesignNode | null {
  const ids = new Set(nodes.map(({ id }) => id));
  const pageId = nodes[0]?.pageId ?? '';
  return paintOrder(body, pageId).findLast(({ node }) => ids.has(node.id) && canMask(node))?.node ?? null;
}

/** The group that `maskWith` would set the mask of, and the mask; null when the layers do not serve. */
export function maskChoice(body: DesignBody, ids: readonly string[]): DesignNode | null {
  const nodes = ids.flatMap((id) => body.nodes[id] ?? []);
  const [only] = nodes;
  if (nodes.length === 1 && only?.type === 'group') {
    const inside = childrenOf(body, only.pageId, only.id);
    return inside.length < 2 || maskAmong(only, inside) ? null : frontMask(body, inside);
  }
  return nodes.length < 2 ? null : frontMask(body, nodes);
}

/**
 * The front-most shape, path or text of some layers masks the others: they become a group with that mask. One group
 * chosen alone takes the front-most of its own layers. Nothing happens when none can mask.
 */
export function maskWith(body: DesignBody, ids: readonly string[], groupId: string): Edit {
  const mask = maskChoice(body, ids);
  if (!mask) return edit(body, []);
  const only = ids.length === 1 ? body.nodes[ids[0] ?? ''] : undefined;
  if (only?.type === 'group') {
    return edit(body, [{ table: 'nodes', id: only.id, value: { ...only, maskId: mask.id } }]);
  }
  const grouped = groupNodes(body, ids, groupId);
  const group = grouped.body.nodes[groupId];
  if (group?.type !== 'group') return edit(body, []);
  return edit(body, [
    ...grouped.patch.filter((change) => !('id' in change && change.id === groupId)),
    { table: 'nodes', id: groupId, value: { ...group, maskId: mask.id } },
  ]);
}

/** The groups with a mask among some layers or right around them. */
export function maskedGroups(body: DesignBody, ids: readonly string[]): GroupNode[] {
  const found = new Map<string, GroupNode>();
  for (const id of ids) {
    const node = body.nodes[id];
    for (const each of [node, body.nodes[node?.parentId ?? '']]) {
      if (each?.type === 'group' && each.maskId) found.set(each.id, each);
    }
  }
  return [...found.values()];
}

/** Masks become ordinary layers again; their groups stay. */
export function releaseMasks(body: DesignBody, ids: readonly string[]): Edit {
  return edit(
    body,
    maskedGroups(body, ids).map((group) => ({
      table: 'nodes',
      id: group.id,
      value: { ...group, maskId: null },
    })),
  );
}
