import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { paintedBounds } from '#shared/design/draw/effects.ts';
import { assetShownBy } from '#shared/design/draw/pictures-wanted.ts';
import { unionOf } from '#shared/design/geometry.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import type { PaintedNode } from '#shared/design/tree.ts';

function sameInk(one: PaintedNode, other: PaintedNode): boolean {
  return (
    one.node === other.node &&
    one.opacity === other.opacity &&
    one.masks.length === other.masks.length &&
    one.masks.every((mask, index) => mask === other.masks[index])
  );
}

/**
 * The part of the page that looks different after a change; null for none, 'all' when the order changed. Layers are
 * compared by identity: the document never changes one in place.
 */
export function changedArea(
  before: readonly PaintedNode[],
  after: readonly PaintedNode[],
): Rectangle | 'all' | null {
  const old = new Map(before.map((painted) => [painted.node.id, painted]));
  const changed: Rectangle[] = [];
  const kept: string[] = [];
  for (const painted of after) {
    const { id } = painted.node;
    const was = old.get(id);
    if (was) kept.push(id);
    if (was && sameInk(was, painted)) continue;
    changed.push(paintedBounds(painted.node));
    if (was) changed.push(paintedBounds(was.node));
  }
  const present = new Set(after.map(({ node }) => node.id));
  let at = 0;
  for (const { node } of before) {
    if (!present.has(node.id)) changed.push(paintedBounds(node));
    else if (kept[at] === node.id) at += 1;
    else return 'all';
  }
  return unionOf(changed);
}

/** The part of the page where layers show a picture, as they are `now`; null when none does. */
export function areaShowing(
  painted: readonly PaintedNode[],
  assetId: string,
  now: (node: DesignNode) => DesignNode = (node) => node,
): Rectangle | null {
  const shown = painted
    .flatMap(({ node, masks }) => [node, ...masks])
    .map(now)
    .filter((node) => assetShownBy(node) === assetId);
  return unionOf(shown.map(paintedBounds));
}

/** The rectangle that two have in common; of no size when there is none. */
export function overlap(one: Rectangle, other: Rectangle): Rectangle {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(0, Math.min(one.x + one.width, other.x + other.width) - x),
    height: Math.max(0, Math.min(one.y + one.height, other.y + other.height) - y),
  };
}
