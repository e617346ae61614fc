import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point } from '#shared/design/geometry.ts';
import { boundsOf, boundsOfNode, boxContains } from '#shared/design/geometry.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { PaintedNode } from '#shared/design/tree.ts';
import { childrenOf, paintOrder } from '#shared/design/tree.ts';

/** The painting order of the bodies looked at last: a pointer asks for it with every move. */
const orders = new WeakMap<DesignBody, Map<string, PaintedNode[]>>();

function paintedOf(body: DesignBody, pageId: string): PaintedNode[] {
  const known = orders.get(body) ?? new Map<string, PaintedNode[]>();
  orders.set(body, known);
  const order = known.get(pageId) ?? paintOrder(body, pageId);
  known.set(pageId, order);
  return order;
}

/** What a click on a layer chooses: the outermost group below the entered one, or the layer itself. */
export function chosenFor(body: DesignBody, leaf: DesignNode, scope: string | null): string | null {
  let node: DesignNode = leaf;
  for (;;) {
    if (node.parentId === scope) return node.id;
    const parent = node.parentId === null ? undefined : body.nodes[node.parentId];
    if (!parent) return null;
    node = parent;
  }
}

export interface Picked {
  leaf: DesignNode;
  id: string;
}

/** A mask that alone is chosen. It has no ink of its own to be caught by, so it goes before what shows through it. */
function chosenMask(body: DesignBody, chosen: readonly string[]): DesignNode | null {
  const node = chosen.length === 1 ? body.nodes[chosen[0] ?? ''] : undefined;
  const parent = body.nodes[node?.parentId ?? ''];
  const isMask = node && !node.locked && parent?.type === 'group' && parent.maskId === node.id;
  return isMask ? node : null;
}

/**
 * The front layer under a point and what a click there chooses. Outside the entered group, groups count whole.
 * `chosen` are the layers of the selection.
 */
export function pickAt(
  body: DesignBody,
  pageId: string,
  point: Point,
  margin: number,
  scope: string | null,
  chosen: readonly string[] = [],
): Picked | null {
  const held = chosenMask(body, chosen);
  if (held && held.pageId === pageId && boxContains(held, point)) return { leaf: held, id: held.id };
  for (const { node: leaf, locked, masks } of paintedOf(body, pageId).toReversed()) {
    // Only lines are so thin that they need a margin to be caught.
    if (locked || !boxContains(leaf, point, leaf.type === 'line' ? margin : 0)) continue;
    // What its masks hide cannot be caught, except inside its own group, where it is put in place.
    if (leaf.parentId !== scope && masks.some((mask) => !boxContains(mask, point))) continue;
    const inside = chosenFor(body, leaf, scope);
    const id = inside ?? chosenFor(body, leaf, null);
    if (id !== null) return { leaf, id };
  }
  return null;
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Layers of the entered group (or of the page) that a rectangle touches. */
export function pickWithin(
  body: DesignBody,
  pageId: string,
  area: Rectangle,
  scope: string | null,
): string[] {
  return childrenOf(body, pageId, scope)
    .filter((node) => !node.hidden && !node.locked && overlaps(boundsOfNode(body, node), area))
    .map((node) => node.id);
}

/** Boxes that a moved selection sticks to. */
export function neighbours(body: DesignBody, pageId: string, moving: ReadonlySet<string>): Rectangle[] {
  return childrenOf(body, pageId, null)
    .filter((node) => !node.hidden && !moving.has(node.id))
    .map((node) => (node.type === 'group' ? boundsOfNode(body, node) : boundsOf(node)));
}
