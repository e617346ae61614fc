import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point, RotatedBox } from '#shared/design/geometry.ts';
import { boundsOfNode, centreOf, rotatePoint, unionOf } from '#shared/design/geometry.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { descendantsOf } from '#shared/design/tree.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { layoutText } from '#shared/design/text/layout.ts';

/** The layers with ink of a selection: a group stands for what is inside it. */
export function leavesOf(body: DesignBody, ids: readonly string[]): DesignNode[] {
  const found = new Map<string, DesignNode>();
  for (const id of ids) {
    const node = body.nodes[id];
    if (!node) continue;
    const leaves = node.type === 'group' ? descendantsOf(body, id) : [node];
    for (const leaf of leaves) if (leaf.type !== 'group') found.set(leaf.id, leaf);
  }
  return [...found.values()];
}

/** The box that handles stand on: the layer's own when there is one, else the upright one around all. */
export function selectionBox(body: DesignBody, ids: readonly string[]): RotatedBox | null {
  const only = ids.length === 1 ? body.nodes[ids[0] ?? ''] : undefined;
  if (only && only.type !== 'group') {
    const { x, y, width, height, rotation } = only;
    return { x, y, width, height, rotation };
  }
  const nodes = ids.flatMap((id) => body.nodes[id] ?? []);
  const frame = unionOf(nodes.map((node) => boundsOfNode(body, node)));
  return frame && { ...frame, rotation: 0 };
}

/** A box of another size whose anchor (fractions of the box) stays where it is on the page. */
export function resizeAround(box: RotatedBox, width: number, height: number, anchor: Point): RotatedBox {
  const pinOf = (size: Rectangle): Point => ({
    x: size.x + size.width * anchor.x,
    y: size.y + size.height * anchor.y,
  });
  const before = rotatePoint(pinOf(box), centreOf(box), box.rotation);
  const grown = { ...box, width, height };
  const after = rotatePoint(pinOf(grown), centreOf(grown), box.rotation);
  return { ...grown, x: grown.x + before.x - after.x, y: grown.y + before.y - after.y };
}

/**
 * A text with the size that its sizing asks for. The edge where it begins stays: horizontally the top and the
 * side it is aligned to, vertically the right and the end it is aligned to. An arc keeps its middle; text on a
 * drawn path keeps its box.
 */
export function fitText(node: TextNode): TextNode {
  if (node.sizing === 'fixed' || node.path?.kind === 'path') return node;
  const layout = layoutText(node);
  const aligned = { left: 0, center: 0.5, right: 1 }[node.align];
  const longest = (length: number): number => Math.max(1, Math.ceil(length));
  let { width, height } = layout;
  let anchor: Point = { x: aligned, y: 0 };
  if (layout.writing === 'path') {
    [width, height] = [longest(width), longest(height)];
    anchor = { x: 0.5, y: 0.5 };
  } else if (layout.writing === 'vertical') {
    height = node.sizing === 'auto-width' ? longest(height) : node.height;
    anchor = { x: 1, y: aligned };
  } else {
    width = node.sizing === 'auto-width' ? longest(width) : node.width;
  }
  if (width === node.width && height === node.height) return node;
  return { ...node, ...resizeAround(node, width, height, anchor) };
}

/** The two ends of a straight line on the page; null for a line of more points. */
export function lineEnds(node: DesignNode): [Point, Point] | null {
  if (node.type !== 'line' || node.points.length !== 2) return null;
  const [first, last] = node.points;
  if (!first || !last) return null;
  const onPage = (point: Point): Point =>
    rotatePoint(
      { x: node.x + point.x * node.width, y: node.y + point.y * node.height },
      centreOf(node),
      node.rotation,
    );
  return [onPage(first), onPage(last)];
}

/** The box and points of a straight line between two points of the page. */
export function lineBetween(from: Point, to: Point) {
  const width = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const rotation = ((((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI) % 360) + 360) % 360;
  return {
    x: (from.x + to.x) / 2 - width / 2,
    y: (from.y + to.y) / 2,
    width,
    height: 0,
    rotation,
    points: [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
    ],
  };
}
