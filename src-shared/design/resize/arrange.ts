import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Axis } from '#shared/design/resize/axis.ts';
import { fits, place, scaledSize } from '#shared/design/resize/axis.ts';
import type { Piece } from '#shared/design/resize/pieces.ts';
import { mayStretch } from '#shared/design/resize/pieces.ts';
import type { Plan } from '#shared/design/resize/plan.ts';
import { planOf } from '#shared/design/resize/plan.ts';
import { scaleTree } from '#shared/design/resize/scale-node.ts';
import { inkOf } from '#shared/design/resize/text-box.ts';
import type { DesignNode } from '#shared/design/schema.ts';

/** Px to keep free along each edge. */
export interface Insets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

/** Where layers of a region go. */
export interface Target {
  to: Rectangle;
  /** The largest scale allowed. */
  cap: number;
  /** Edges of `to` that words and codes keep away from; null: the usual margin only. */
  safe: Insets | null;
  /** A smaller scale is of no use: nothing is looked for below it. */
  floor?: number;
}

/** How a plan comes out in a target. */
export interface Solution {
  /** Of every piece, target px. */
  frames: Rectangle[];
  /** The scale of what is neither stretched nor a background; the cap without any such thing. */
  scale: number;
  /** The scale, less what photos gave up for it; compared between modes. */
  worth: number;
  /** Whether anything fitted; otherwise the scale is the one at which the whole region fits. */
  fitted: boolean;
}

/** A solution with its layers. */
export interface Arrangement extends Omit<Solution, 'frames'> {
  nodes: DesignNode[];
}

/** The share of the shorter side that things keep from the edges, unless they already stood nearer. */
const usualMargin = 0.04;

/** How much of its share of the page a photo keeps when the words beside it need the room. */
const photoShares = [1, 0.85, 0.7, 0.55];

/** What cutting all of a photo would cost, as a share of the scale; the first quarter is free. */
const priceOfCut = 0.6;
const freeCut = 0.25;

/**
 * The px that something keeps from an edge at least: most of its old gap, so that a page does not become
 * tight, but of a wide gap only what a margin of a page is.
 */
function leastMargin(gap: number, side: number, scale: number, usual: number): number {
  return Math.min(gap * scale, Math.max(usual, Math.min(gap, side * 0.1) * scale * 0.75));
}

/** Where something with a share of the page stands: its edge gap scaled, else its middle in proportion. */
function sharedPlace(
  start: number,
  size: number,
  scale: number,
  side: number,
  newSide: number,
  share: number,
): { start: number; size: number } {
  const newSize = size * (newSide / side) * share;
  const after = side - start - size;
  if (start <= side * 0.12 && start <= after) return { start: start * scale, size: newSize };
  if (after <= side * 0.12) return { start: newSide - after * scale - newSize, size: newSize };
  return { start: ((start + size / 2) / side) * newSide - newSize / 2, size: newSize };
}

/** One axis of a plan in a target, ready to be asked at any scale; photos at a share of their size. */
function axisOf(plan: Plan, target: Target, axis: 'x' | 'y', share: number): (scale: number) => Axis {
  const { facts, order, side, separations, forward, backward } = plan[axis];
  const { to, safe } = target;
  const horizontal = axis === 'x';
  const newSide = horizontal ? to.width : to.height;
  const usual = Math.min(to.width, to.height) * usualMargin;
  const hard = safe
    ? { before: horizontal ? safe.left : safe.top, after: horizontal ? safe.right : safe.bottom }
    : null;
  const sharing = facts.filter(({ filling }) => filling === 'share').length;
  const ratio = newSide / side;
  return (scale) => ({
    separations,
    forward,
    backward,
    side,
    newSide,
    order,
    items: facts.map(({ start, size, filling, anchor, content, words, photo, pinned }) => {
      const after = side - start - size;
      const margin = (gap: number, kept: number): number =>
        gap > 0 && pinned ? 0 : gap > 0 && words && kept > 0 ? kept : leastMargin(gap, side, scale, usual);
      return {
        start,
        size,
        mode: filling === 'share' ? 'fixed' : filling,
        anchor,
        content,
        floats: axis === 'y' && sharing > 0 && anchor === 'auto' && filling === 'scale',
        margin: { before: margin(start, hard?.before ?? 0), after: margin(after, hard?.after ?? 0) },
        fixed:
          sharing > 1
            ? { start: start * ratio, size: size * ratio }
            : sharedPlace(start, size, scale, side, newSide, photo ? share : 1),
      };
    }),
  });
}

/** Solves a plan with photos at a share of their size: the largest scale that fits, and all places. */
function solveAt(plan: Plan, target: Target, share: number): Omit<Solution, 'worth'> {
  const axisX = axisOf(plan, target, 'x', share);
  const axisY = axisOf(plan, target, 'y', share);
  const fit = (scale: number): boolean => fits(axisX(scale), scale) && fits(axisY(scale), scale);
  const { from, pieces } = plan;
  const { to, cap } = target;
  let scale = cap;
  let fitted = true;
  if (!fit(cap)) {
    const { floor = 0 } = target;
    if (floor > 0 && !fit(floor)) return { frames: [], scale: 0, fitted: false };
    let low = floor;
    let high = cap;
    for (let step = 0; step < 16; step += 1) {
      const middle = (low + high) / 2;
      if (fit(middle)) low = middle;
      else high = middle;
    }
    fitted = low > cap * 0.05;
    // Things that bleed or span can make any scale unfit; fitting the region whole is the last resort.
    scale = fitted ? low : Math.min(to.width / from.width, to.height / from.height, cap);
  }
  const x = axisX(scale);
  const y = axisY(scale);
  const startsX = place(x, scale);
  const startsY = place(y, scale);
  const frames = pieces.map((piece, index) => {
    const itemX = x.items[index];
    const itemY = y.items[index];
    return {
      x: to.x + (startsX[index] ?? 0),
      y: to.y + (startsY[index] ?? 0),
      width: itemX ? scaledSize(itemX, scale, x.side, x.newSide) : piece.frame.width * scale,
      height: itemY ? scaledSize(itemY, scale, y.side, y.newSide) : piece.frame.height * scale,
    };
  });
  return { frames, scale, fitted };
}

/** The largest cut of a photo in a solution, backgrounds left out. */
export function cutIn(plan: Plan, frames: readonly Rectangle[]): number {
  return plan.pieces.reduce((most, piece, index) => {
    const frame = frames[index];
    return piece.layers[0]?.type === 'image' && frame ? Math.max(most, cutOf(piece.frame, frame)) : most;
  }, 0);
}

/** The best solution of a plan in the order in which things are. */
export function solve(plan: Plan, target: Target): Solution {
  const { pieces } = plan;
  const nothing = { frames: [], scale: target.cap, worth: target.cap, fitted: true };
  const photoShared = pieces.some(
    (piece) => piece.layers[0]?.type === 'image' && (piece.x === 'share' || piece.y === 'share'),
  );
  let best: Solution | null = null;
  for (const share of photoShared ? photoShares : [1]) {
    const solved = solveAt(plan, target, share);
    const worth = (solved.fitted ? 1 : 0.5) * worthAfterCut(solved.scale, cutIn(plan, solved.frames));
    if (best && worth <= best.worth * 1.001) continue;
    best = { ...solved, worth };
    if (solved.fitted && solved.scale >= target.cap) break;
  }
  if (!best) return nothing;
  const scaled = pieces.some(
    (piece) => piece.x === 'scale' || piece.y === 'scale' || piece.guests.length > 0,
  );
  return scaled ? best : { ...nothing, frames: best.frames };
}

/** What a new shape of its box takes from a photo, at most: its own shape is not known here. 0 to 1. */
export function cutOf(
  before: { width: number; height: number },
  after: { width: number; height: number },
): number {
  const ratio = before.width / before.height / (after.width / after.height);
  return Number.isFinite(ratio) && ratio > 0 ? 1 - Math.min(ratio, 1 / ratio) : 0;
}

/** The scale that an arrangement is worth when photos are cut. */
export function worthAfterCut(scale: number, cut: number): number {
  return scale * (1 - Math.max(0, cut - freeCut) * priceOfCut);
}

/** A background in another region: its edges keep their distance to the region's, or it covers by size. */
function cover({ body, from }: Plan, to: Rectangle, node: DesignNode): DesignNode[] {
  const scale = Math.sqrt((to.width * to.height) / (from.width * from.height));
  const inner = Math.min(to.width / from.width, to.height / from.height, scale);
  if (mayStretch(node)) {
    // Frames around a card never grow more than what lies on it; what hangs over the edge goes on doing so.
    const gap = (px: number): number => px * (px > 0 ? inner : scale);
    const gaps = {
      left: gap(node.x - from.x),
      top: gap(node.y - from.y),
      right: gap(from.x + from.width - node.x - node.width),
      bottom: gap(from.y + from.height - node.y - node.height),
    };
    const width = to.width - gaps.left - gaps.right;
    const height = to.height - gaps.top - gaps.bottom;
    const [scaled] = scaleTree(body, node, node, { x: to.x + gaps.left, y: to.y + gaps.top }, scale);
    if (scaled && width >= 1 && height >= 1) return [{ ...scaled, width, height }];
  }
  const frame = inkOf(body, node);
  const larger = Math.max(to.width / from.width, to.height / from.height);
  const centred = {
    x: to.x + to.width / 2 + (frame.x - from.x - from.width / 2) * larger,
    y: to.y + to.height / 2 + (frame.y - from.y - from.height / 2) * larger,
  };
  return scaleTree(body, node, frame, centred, larger);
}

function placePiece(plan: Plan, piece: Piece, frame: Rectangle, scale: number): DesignNode[] {
  const { body } = plan;
  const placed = piece.layers.flatMap((node) => scaleTree(body, node, piece.frame, frame, scale));
  const [host] = placed;
  if (host && (piece.x !== 'scale' || piece.y !== 'scale')) placed[0] = { ...host, ...frame };
  if (piece.guests.length === 0) return placed;
  const inside = planOf(body, piece.guests, piece.frame);
  return [...placed, ...keep(inside, { to: frame, cap: scale, safe: null }).nodes];
}

/** Puts the layers of a plan where a target wants them, in the order in which they are. */
export function keep(plan: Plan, target: Target): Arrangement {
  const { frames, scale, worth, fitted } = solve(plan, target);
  const nodes = plan.behind.flatMap((node) => cover(plan, target.to, node));
  for (const [index, piece] of plan.pieces.entries()) {
    const frame = frames[index];
    if (frame) nodes.push(...placePiece(plan, piece, frame, scale));
  }
  return { nodes, scale, worth, fitted };
}
