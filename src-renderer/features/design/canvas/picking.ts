import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point } from '#shared/design/geometry.ts';
import { boundsOfNode, layersAt } from '#shared/design/geometry.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { childrenOf } from '#shared/design/tree.ts';

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

/** The front layer under a point and what a click there chooses. Outside the entered group, groups count whole. */
export function pickAt(
  body: DesignBody,
  pageId: string,
  point: Point,
  margin: number,
  scope: string | null,
): Picked | null {
  for (const leaf of layersAt(body, pageId, point, margin)) {
    // Only lines are so thin that they need a margin to be caught.
    const tight = leaf.type === 'line' || layersAt(body, pageId, point, 0).includes(leaf);
    if (!tight) continue;
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
    .map((node) => boundsOfNode(body, node));
}
