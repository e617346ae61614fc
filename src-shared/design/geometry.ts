import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { childrenOf, maskAmong, paintOrder } from '#shared/design/tree.ts';

export interface Point {
  x: number;
  y: number;
}

/** A box that may be turned: `rotation` in degrees clockwise about its centre. */
export interface RotatedBox extends Rectangle {
  rotation: number;
}

export function centreOf(box: Rectangle): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Turns a point about a centre, in degrees clockwise (y points down). */
export function rotatePoint(point: Point, centre: Point, degrees: number): Point {
  const radians = (degrees * Math.PI) / 180;
  const cosine = Math.cos(radians);
  const sine = Math.sin(radians);
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  return { x: centre.x + dx * cosine - dy * sine, y: centre.y + dx * sine + dy * cosine };
}

/** The four corners of a turned box: top left, top right, bottom right, bottom left. */
export function cornersOf(box: RotatedBox): [Point, Point, Point, Point] {
  const centre = centreOf(box);
  const corner = (x: number, y: number): Point => rotatePoint({ x, y }, centre, box.rotation);
  return [
    corner(box.x, box.y),
    corner(box.x + box.width, box.y),
    corner(box.x + box.width, box.y + box.height),
    corner(box.x, box.y + box.height),
  ];
}

/** The upright rectangle around a turned box. */
export function boundsOf(box: RotatedBox): Rectangle {
  if (box.rotation === 0) return { x: box.x, y: box.y, width: box.width, height: box.height };
  const corners = cornersOf(box);
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  return {
    x: left,
    y: top,
    width: Math.max(...corners.map((corner) => corner.x)) - left,
    height: Math.max(...corners.map((corner) => corner.y)) - top,
  };
}

/** The rectangle around several; null for none. */
export function unionOf(boxes: readonly Rectangle[]): Rectangle | null {
  if (boxes.length === 0) return null;
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** What two rectangles have in common; null for nothing. */
export function intersectionOf(one: Rectangle, other: Rectangle): Rectangle | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

/**
 * The upright rectangle around a layer; for a group, around what can be seen of everything inside it (its own box
 * is not read, and what lies outside its mask is not seen).
 */
export function boundsOfNode(body: DesignBody, node: DesignNode): Rectangle {
  if (node.type !== 'group') return boundsOf(node);
  const inside = childrenOf(body, node.pageId, node.id);
  const mask = maskAmong(node, inside);
  const shown = inside.filter((each) => each !== mask).map((each) => boundsOfNode(body, each));
  const whole = unionOf(shown) ?? { x: node.x, y: node.y, width: 0, height: 0 };
  if (!mask) return whole;
  const edge = boundsOf(mask);
  return intersectionOf(whole, edge) ?? edge;
}

/** Whether a point lies in a turned box grown by `margin` px (thin lines need some to be caught). */
export function boxContains(box: RotatedBox, point: Point, margin = 0): boolean {
  const local = rotatePoint(point, centreOf(box), -box.rotation);
  return (
    local.x >= box.x - margin &&
    local.x <= box.x + box.width + margin &&
    local.y >= box.y - margin &&
    local.y <= box.y + box.height + margin
  );
}

/** The layers under a point, front first; hidden and locked ones and groups are left out. */
export function layersAt(body: DesignBody, pageId: string, point: Point, margin = 0): DesignNode[] {
  return paintOrder(body, pageId)
    .filter((painted) => !painted.locked && boxContains(painted.node, point, margin))
    .map((painted) => painted.node)
    .toReversed();
}

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** How far a box must move to be aligned to a frame (the page, or the rectangle around the selection). */
export function alignMove(
  box: Rectangle,
  frame: Rectangle,
  alignment: Alignment,
): { dx: number; dy: number } {
  switch (alignment) {
    case 'left':
      return { dx: frame.x - box.x, dy: 0 };
    case 'centre':
      return { dx: frame.x + frame.width / 2 - (box.x + box.width / 2), dy: 0 };
    case 'right':
      return { dx: frame.x + frame.width - (box.x + box.width), dy: 0 };
    case 'top':
      return { dx: 0, dy: frame.y - box.y };
    case 'middle':
      return { dx: 0, dy: frame.y + frame.height / 2 - (box.y + box.height / 2) };
    case 'bottom':
      return { dx: 0, dy: frame.y + frame.height - (box.y + box.height) };
  }
}
