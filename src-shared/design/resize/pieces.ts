import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { unionOf } from '#shared/design/geometry.ts';
import { inkOf } from '#shared/design/resize/text-box.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { childrenOf, descendantsOf } from '#shared/design/tree.ts';

/** How a piece fills an axis: one scale for all; both gaps kept; or its share of the page. */
export type Filling = 'scale' | 'stretch' | 'share';

/** Layers that move as one. */
export interface Piece {
  frame: Rectangle;
  /** Boxes of the layers in it, to tell a real overlap from one of frames. */
  members: Rectangle[];
  /** Layers placed by one transformation; only the host when the piece is stretched. */
  layers: DesignNode[];
  /** Layers that lie in a stretched host and are arranged again inside it. */
  guests: DesignNode[];
  x: Filling;
  y: Filling;
}

/** The share of a region that a box covers. */
export function coverage(frame: Rectangle, region: Rectangle): number {
  const width = Math.min(frame.x + frame.width, region.x + region.width) - Math.max(frame.x, region.x);
  const height = Math.min(frame.y + frame.height, region.y + region.height) - Math.max(frame.y, region.y);
  return (Math.max(0, width) * Math.max(0, height)) / (region.width * region.height);
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
  const slack = 1;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  const slack = 0.01;
  return (
    a.x + slack < b.x + b.width &&
    b.x + slack < a.x + a.width &&
    a.y + slack < b.y + b.height &&
    b.y + slack < a.y + a.height
  );
}

/** Whether the shape of a layer may change without looking wrong: plain boxes, and photos that are cut anyway. */
export function mayStretch(node: DesignNode): boolean {
  if (node.rotation !== 0) return false;
  if (node.type === 'image') return node.fit === 'cover' && !node.frame;
  return node.type === 'rectangle' || (node.type === 'line' && node.points.length === 2);
}

/** Covers its region and goes on doing so. */
export function isBackground(node: DesignNode, frame: Rectangle, region: Rectangle): boolean {
  const solid = node.type !== 'text' && node.type !== 'line' && node.type !== 'qr' && node.type !== 'group';
  if (!solid) return false;
  const share = coverage(frame, region);
  return share >= 0.9 || (share >= 0.6 && mayStretch(node) && isInset(frame, region));
}

/** A card or a photo that leaves a narrow frame of the region on all sides. */
function isInset(frame: Rectangle, region: Rectangle): boolean {
  const x = [frame.x - region.x, region.x + region.width - frame.x - frame.width];
  const y = [frame.y - region.y, region.y + region.height - frame.y - frame.height];
  return (
    x.every((gap) => gap >= 0 && gap <= region.width * 0.13) &&
    y.every((gap) => gap >= 0 && gap <= region.height * 0.13)
  );
}

/** The layers right on a page; a group as large as the page counts as its layers, so that its words are not cut. */
export function rootsOf(body: DesignBody, pageId: string, region: Rectangle): DesignNode[] {
  const open = (nodes: readonly DesignNode[]): DesignNode[] =>
    nodes.flatMap((node) =>
      node.type === 'group' &&
      !node.maskId &&
      !node.hidden &&
      coverage(inkOf(body, node), region) >= 0.85 &&
      descendantsOf(body, node.id).length > 1
        ? open(childrenOf(body, pageId, node.id))
        : [node],
    );
  return open(childrenOf(body, pageId, null));
}

function pinOf(node: DesignNode, axis: 'x' | 'y'): string {
  return node.pin?.[axis] ?? 'auto';
}

/** How a host fills an axis by itself: from edge to edge, or a photo that leaves two like margins. */
function reaches(node: DesignNode, start: number, size: number, side: number): boolean {
  const after = side - start - size;
  if (start <= side * 0.005 && after <= side * 0.005) return true;
  const thin = node.type === 'line' || Math.min(node.width, node.height) <= side * 0.01;
  return (
    (node.type === 'image' || thin) &&
    size >= side * 0.72 &&
    start > 0 &&
    after > 0 &&
    Math.abs(start - after) <= side * 0.06
  );
}

function fillingOf(node: DesignNode, frame: Rectangle, region: Rectangle): { x: Filling; y: Filling } {
  const pins = { x: pinOf(node, 'x'), y: pinOf(node, 'y') };
  const free = mayStretch(node);
  const decide = (pin: string, reach: boolean): boolean => pin === 'stretch' || (pin === 'auto' && reach);
  const x = free && decide(pins.x, reaches(node, frame.x - region.x, frame.width, region.width));
  const y = free && decide(pins.y, reaches(node, frame.y - region.y, frame.height, region.height));
  const shares = (own: boolean, other: boolean, pin: string, part: number): boolean =>
    !own && other && pin === 'auto' && part >= 0.2;
  return {
    x: x ? 'stretch' : shares(x, y, pins.x, frame.width / region.width) ? 'share' : 'scale',
    y: y ? 'stretch' : shares(y, x, pins.y, frame.height / region.height) ? 'share' : 'scale',
  };
}

function isRigid(piece: Piece): boolean {
  return piece.x === 'scale' && piece.y === 'scale';
}

function isPinned(piece: Piece): boolean {
  return piece.layers.some((node) => pinOf(node, 'x') !== 'auto' || pinOf(node, 'y') !== 'auto');
}

function near(a: number, b: number, within: number): boolean {
  return Math.abs(a - b) <= within;
}

/** Near and aligned, or lying on each other: people see one thing. */
function belongTogether(a: Rectangle, b: Rectangle, region: Rectangle, loosely: boolean): boolean {
  const overX = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const overY = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (overX > 0 && overY > 0) {
    return overX * overY >= 0.15 * Math.min(a.width * a.height, b.width * b.height);
  }
  if (loosely) return false;
  const close = Math.max(region.width, region.height) * 0.045;
  const slackX = region.width * 0.012;
  const slackY = region.height * 0.012;
  if (overX > 0 && -overY <= close) {
    return (
      near(a.x, b.x, slackX) ||
      near(a.x + a.width, b.x + b.width, slackX) ||
      near(a.x + a.width / 2, b.x + b.width / 2, slackX)
    );
  }
  return overY > 0 && -overX <= close && near(a.y + a.height / 2, b.y + b.height / 2, slackY);
}

function merged(a: Piece, b: Piece): Piece {
  return {
    frame: unionOf([a.frame, b.frame]) ?? a.frame,
    members: [...a.members, ...b.members],
    layers: [...a.layers, ...a.guests, ...b.layers, ...b.guests],
    guests: [],
    x: 'scale',
    y: 'scale',
  };
}

function mergeWhere(pieces: readonly Piece[], together: (a: Piece, b: Piece) => boolean): Piece[] {
  const rest = [...pieces];
  for (let index = 0; index < rest.length; index += 1) {
    for (let other = index + 1; other < rest.length; other += 1) {
      const a = rest[index];
      const b = rest[other];
      if (!a || !b || !together(a, b)) continue;
      rest[index] = merged(a, b);
      rest.splice(other, 1);
      other = index;
    }
  }
  return rest.length < pieces.length ? mergeWhere(rest, together) : rest;
}

/** Frames that overlap although nothing in them does: apart they could run into each other. */
function entangled(a: Piece, b: Piece): boolean {
  return overlaps(a.frame, b.frame) && !a.members.some((one) => b.members.some((two) => overlaps(one, two)));
}

/**
 * The layers of a region in pieces: words with the shape they lie in, and what is near and aligned; loosely:
 * only what lies on each other.
 */
export function piecesOf(
  body: DesignBody,
  roots: readonly DesignNode[],
  region: Rectangle,
  loosely = false,
): Piece[] {
  const hosted: Piece[] = [];
  for (const node of roots) {
    const frame = inkOf(body, node);
    const host = hosted.findLast(({ layers: [first], frame: outer }) => {
      const holds = first !== undefined && !['text', 'line', 'group', 'qr'].includes(first.type);
      return holds && contains(outer, frame) && pinOf(node, 'x') === 'auto' && pinOf(node, 'y') === 'auto';
    });
    if (host) {
      host.guests.push(node);
      host.members.push(frame);
    } else {
      hosted.push({ frame, members: [frame], layers: [node], guests: [], ...fillingOf(node, frame, region) });
    }
  }
  const pieces = hosted.map((piece) =>
    isRigid(piece) ? { ...piece, layers: [...piece.layers, ...piece.guests], guests: [] } : piece,
  );
  const seen = mergeWhere(
    pieces,
    (a, b) =>
      isRigid(a) &&
      isRigid(b) &&
      !isPinned(a) &&
      !isPinned(b) &&
      a.members.some((one) => b.members.some((two) => belongTogether(one, two, region, loosely))),
  );
  return mergeWhere(seen, entangled);
}
