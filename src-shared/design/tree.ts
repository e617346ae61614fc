import type { DesignBody, DesignNode, Page } from '#shared/design/schema.ts';

function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The pages in reading order. */
export function pagesInOrder(body: DesignBody): Page[] {
  return Object.values(body.pages).toSorted(byOrder);
}

/** The layers directly inside a group (or on the page for null), from back to front. */
export function childrenOf(body: DesignBody, pageId: string, parentId: string | null): DesignNode[] {
  return Object.values(body.nodes)
    .filter((node) => node.pageId === pageId && node.parentId === parentId)
    .toSorted(byOrder);
}

/** The layer that masks the others among the layers of a group; undefined without one. A hidden one masks nothing. */
export function maskAmong(
  parent: DesignNode | undefined,
  siblings: readonly DesignNode[],
): DesignNode | undefined {
  if (parent?.type !== 'group' || !parent.maskId) return undefined;
  return siblings.find((node) => node.id === parent.maskId && node.type !== 'group' && !node.hidden);
}

/** A layer with what it inherits from its groups. */
export interface PaintedNode {
  node: DesignNode;
  /** Its own opacity times that of its groups. */
  opacity: number;
  /** Locked itself or through a group. */
  locked: boolean;
  /** Layers whose ink it shows through, of the groups around it that have a mask; see `groupSchema`. */
  masks: readonly DesignNode[];
}

/** The visible layers of a page without groups, from back to front: what is painted, in painting order. */
export function paintOrder(body: DesignBody, pageId: string): PaintedNode[] {
  const children = new Map<string | null, DesignNode[]>();
  for (const node of Object.values(body.nodes)) {
    if (node.pageId !== pageId) continue;
    const siblings = children.get(node.parentId);
    if (siblings) siblings.push(node);
    else children.set(node.parentId, [node]);
  }
  const painted: PaintedNode[] = [];
  const visit = (
    parentId: string | null,
    opacity: number,
    locked: boolean,
    masks: readonly DesignNode[],
  ): void => {
    const siblings = (children.get(parentId) ?? []).toSorted(byOrder);
    const parent = parentId === null ? undefined : body.nodes[parentId];
    const mask = maskAmong(parent, siblings);
    const through = mask ? [...masks, mask] : masks;
    for (const node of siblings) {
      if (node.hidden || node === mask) continue;
      const nodeOpacity = opacity * node.opacity;
      const nodeLocked = locked || node.locked;
      if (node.type === 'group') visit(node.id, nodeOpacity, nodeLocked, through);
      else painted.push({ node, opacity: nodeOpacity, locked: nodeLocked, masks: through });
    }
  };
  visit(null, 1, false, []);
  return painted;
}

/** All layers inside a group, at any depth; without the group itself. */
export function descendantsOf(body: DesignBody, groupId: string): DesignNode[] {
  const group = body.nodes[groupId];
  if (!group) return [];
  return childrenOf(body, group.pageId, groupId).flatMap((node) =>
    node.type === 'group' ? [node, ...descendantsOf(body, node.id)] : [node],
  );
}
