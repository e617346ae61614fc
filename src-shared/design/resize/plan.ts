import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { unionOf } from '#shared/design/geometry.ts';
import type { AxisItem, Separation } from '#shared/design/resize/axis.ts';
import { byStart, pathsOf } from '#shared/design/resize/axis.ts';
import type { Piece } from '#shared/design/resize/pieces.ts';
import { isBackground, piecesOf } from '#shared/design/resize/pieces.ts';
import { inkOf } from '#shared/design/resize/text-box.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

/** Layers of a region, and what was found out about them for any target. */
export interface Plan {
  body: DesignBody;
  from: Rectangle;
  /** Layers that cover the region. */
  behind: readonly DesignNode[];
  pieces: readonly Piece[];
  separations: Separations;
  x: AxisPlan;
  y: AxisPlan;
}

/** Pairs of pieces by the axis on which they are farther apart. */
interface Separations {
  x: Separation[];
  y: Separation[];
}

/** What must stay in which order: things apart, on the axis on which they are farther apart. */
function separationsOf(pieces: readonly Piece[], region: Rectangle): Separations {
  const separations: Separations = { x: [], y: [] };
  for (const [a, first] of pieces.entries()) {
    for (const [b, second] of pieces.entries()) {
      if (b <= a) continue;
      const left = first.frame.x <= second.frame.x;
      const above = first.frame.y <= second.frame.y;
      const [west, east] = left ? [first.frame, second.frame] : [second.frame, first.frame];
      const [north, south] = above ? [first.frame, second.frame] : [second.frame, first.frame];
      const gapX = east.x - (west.x + west.width);
      const gapY = south.y - (north.y + north.height);
      if (gapX < -0.01 && gapY < -0.01) continue;
      if (gapX / region.width > gapY / region.height) {
        separations.x.push({ before: left ? a : b, after: left ? b : a, gap: Math.max(0, gapX) });
      } else {
        separations.y.push({ before: above ? a : b, after: above ? b : a, gap: Math.max(0, gapY) });
      }
    }
  }
  return separations;
}

/** A stretched thing with a neighbour on the same axis would push it out: such things scale instead. */
function settleFillings(pieces: readonly Piece[], separations: Separations): Piece[] {
  const beside = (list: readonly Separation[], index: number): boolean =>
    list.some((each) => each.before === index || each.after === index);
  return pieces.map((piece, index) => {
    const x = piece.x === 'stretch' && beside(separations.x, index) ? 'scale' : piece.x;
    const y = piece.y === 'stretch' && beside(separations.y, index) ? 'scale' : piece.y;
    const settled = { ...piece, x, y };
    if (settled.x === 'share' && settled.y !== 'stretch') settled.x = 'scale';
    if (settled.y === 'share' && settled.x !== 'stretch') settled.y = 'scale';
    return settled;
  });
}

/**
 * Text is read from the side it is aligned to, however wide its box; what shares that edge goes with it,
 * so that shared edges stay shared.
 */
function anchorOf(piece: Piece, axis: 'x' | 'y', roots: readonly DesignNode[]): AxisItem['anchor'] {
  for (const node of piece.layers) {
    const pin = node.pin?.[axis] ?? 'auto';
    if (pin !== 'auto' && pin !== 'stretch') return pin;
  }
  if (axis === 'y') return 'auto';
  const edge = 1;
  const right = piece.frame.x + piece.frame.width;
  for (const text of roots) {
    if (text.type !== 'text' || text.rotation !== 0 || text.align === 'center') continue;
    if (text.align === 'left' && Math.abs(text.x - piece.frame.x) <= edge) return 'start';
    if (text.align === 'right' && Math.abs(text.x + text.width - right) <= edge) return 'end';
  }
  return 'auto';
}

/** What the guests of a host need of an axis: their extent and most of the gaps around it. */
function contentOf(body: DesignBody, piece: Piece, axis: 'x' | 'y'): number {
  const inside = unionOf(piece.guests.map((node) => inkOf(body, node)));
  if (!inside) return 0;
  const host = piece.frame;
  const [start, size, hostStart, hostSize] =
    axis === 'x'
      ? [inside.x, inside.width, host.x, host.width]
      : [inside.y, inside.height, host.y, host.height];
  const gap = Math.max(0, Math.min(start - hostStart, hostStart + hostSize - start - size));
  return Math.min(hostSize, size + Math.min(gap, hostSize * 0.1) * 1.5);
}

function hasWords(piece: Piece): boolean {
  return [...piece.layers, ...piece.guests].some((node) => ['text', 'qr', 'group'].includes(node.type));
}

interface AxisFact {
  start: number;
  size: number;
  filling: Piece['x'];
  anchor: AxisItem['anchor'];
  content: number;
  /** Holds words or codes, which keep out of what a platform covers. */
  words: boolean;
  photo: boolean;
  /** Someone said where it goes: no margin moves it. */
  pinned: boolean;
}

interface AxisPlan {
  facts: readonly AxisFact[];
  order: readonly number[];
  side: number;
  separations: readonly Separation[];
  forward: readonly Separation[];
  backward: readonly Separation[];
}

function axisPlan(
  body: DesignBody,
  roots: readonly DesignNode[],
  from: Rectangle,
  pieces: readonly Piece[],
  separations: Separations,
  axis: 'x' | 'y',
): AxisPlan {
  const horizontal = axis === 'x';
  const facts = pieces.map((piece) => ({
    start: horizontal ? piece.frame.x - from.x : piece.frame.y - from.y,
    size: horizontal ? piece.frame.width : piece.frame.height,
    filling: piece[axis],
    anchor: anchorOf(piece, axis, roots),
    content: contentOf(body, piece, axis),
    words: hasWords(piece),
    photo: piece.layers[0]?.type === 'image',
    pinned: piece.layers.some((node) => (node.pin?.[axis] ?? 'auto') !== 'auto'),
  }));
  const side = horizontal ? from.width : from.height;
  const order = byStart(facts);
  const own = separations[axis];
  return { facts, order, side, separations: own, ...pathsOf(order, own) };
}

/** What a region is made of, for any target. */
export function planOf(body: DesignBody, roots: readonly DesignNode[], from: Rectangle): Plan {
  const behind = roots.filter((node) => isBackground(node, inkOf(body, node), from));
  const rest = roots.filter((node) => !behind.includes(node));
  const found = piecesOf(body, rest, from);
  const separations = separationsOf(found, from);
  const pieces = settleFillings(found, separations);
  const x = axisPlan(body, roots, from, pieces, separations, 'x');
  const y = axisPlan(body, roots, from, pieces, separations, 'y');
  return { body, from, behind, pieces, separations, x, y };
}
