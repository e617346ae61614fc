import type { Rectangle } from '#shared/design/draw/canvas.ts';

export type Axis = 'x' | 'y';

/** A line that a moved box stuck to, in page px. `from` and `to` are its ends along the other axis. */
export interface Guide {
  axis: Axis;
  position: number;
  from: number;
  to: number;
}

/** A measured stretch along `axis`, drawn at `across` of the other axis. */
export interface Measure {
  axis: Axis;
  from: number;
  to: number;
  across: number;
}

export interface Snap {
  /** What to add to the box's position; 0 where nothing was near. */
  dx: number;
  dy: number;
  guides: Guide[];
  /** The equal gaps that the box is part of, and the distances to what it stuck to. */
  measures: Measure[];
}

/** What there is to stick to, in page px. */
export interface SnapTargets {
  page: { width: number; height: number };
  /** Other layers. */
  others: readonly Rectangle[];
  /** Lines that a person has put there. */
  lines?: readonly { axis: Axis; at: number }[];
  /** px from each edge that important things keep away from. */
  safeArea?: { top: number; right: number; bottom: number; left: number } | null;
  /** px between grid lines. */
  grid?: number | null;
}

interface Span {
  start: number;
  end: number;
}

/** A place along one axis that things stick to: an edge or middle of a frame, or a single line. */
interface Stop {
  at: number;
  /** The frame's stretch along the other axis. */
  across: Span;
  /** The layer whose edge or middle it is; null for the page and lines. */
  other: Rectangle | null;
}

/** A hair's breadth, px: stops this near each other are the same line, gaps this alike are equal. */
const same = 0.01;
/** Neighbours that are looked at for equal gaps; with more, only the nearest count. */
const mostNeighbours = 60;

function spanOf(box: Rectangle, axis: Axis): Span {
  return axis === 'x' ? { start: box.x, end: box.x + box.width } : { start: box.y, end: box.y + box.height };
}

function across(axis: Axis): Axis {
  return axis === 'x' ? 'y' : 'x';
}

function stopsOf(span: Span): number[] {
  return [span.start, (span.start + span.end) / 2, span.end];
}

/** Sorted stops of targets, worked out once for a gesture: a frame of it asks for the same ones again. */
const prepared = new WeakMap<SnapTargets, Record<Axis, readonly Stop[]>>();

/** Everything to stick to along one axis, in order. */
function stopsAlong(targets: SnapTargets, axis: Axis): readonly Stop[] {
  const known = prepared.get(targets);
  if (known) return known[axis];
  const both = { x: gatherStops(targets, 'x'), y: gatherStops(targets, 'y') };
  prepared.set(targets, both);
  return both[axis];
}

function gatherStops({ page, others, lines = [], safeArea }: SnapTargets, axis: Axis): Stop[] {
  const pageBox = { x: 0, y: 0, width: page.width, height: page.height };
  const whole = spanOf(pageBox, across(axis));
  const size = axis === 'x' ? page.width : page.height;
  const edges = safeArea
    ? axis === 'x'
      ? [safeArea.left, size - safeArea.right]
      : [safeArea.top, size - safeArea.bottom]
    : [];
  const ofFrame = (box: Rectangle, other: Rectangle | null): Stop[] => {
    const side = spanOf(box, across(axis));
    return stopsOf(spanOf(box, axis)).map((at) => ({ at, across: side, other }));
  };
  const single = [...lines.filter((line) => line.axis === axis).map((line) => line.at), ...edges];
  return [
    ...ofFrame(pageBox, null),
    ...single.map((at) => ({ at, across: whole, other: null })),
    ...others.flatMap((box) => ofFrame(box, box)),
  ].toSorted((one, other) => one.at - other.at);
}

/** The stops from one place to another, found by halving. */
function stopsBetween(stops: readonly Stop[], from: number, to: number): readonly Stop[] {
  const firstFrom = (limit: number, past: boolean): number => {
    let low = 0;
    let high = stops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = stops[middle]?.at ?? Infinity;
      if (past ? at <= limit : at < limit) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return stops.slice(firstFrom(from, false), firstFrom(to, true));
}

/** The smaller move; of two equally small ones the one to the left or up, whatever the order they come in. */
function nearer(best: number | null, move: number): number {
  if (best === null) return move;
  const difference = Math.abs(move) - Math.abs(best);
  if (Math.abs(difference) > 1e-9) return difference < 0 ? move : best;
  return Math.min(move, best);
}

/** The smallest move that brings one of a box's own stops onto another; null beyond the tolerance. */
function nearestMove(own: readonly number[], stops: readonly Stop[], tolerance: number): number | null {
  let best: number | null = null;
  for (const stop of own) {
    // A hair more than asked for: what is near is decided by the move itself.
    for (const { at } of stopsBetween(stops, stop - tolerance - same, stop + tolerance + same)) {
      if (Math.abs(at - stop) <= tolerance) best = nearer(best, at - stop);
    }
  }
  return best;
}

function guidesFor(axis: Axis, box: Rectangle, stops: readonly Stop[]): Guide[] {
  const side = spanOf(box, across(axis));
  const guides = new Map<number, Guide>();
  for (const own of stopsOf(spanOf(box, axis))) {
    for (const stop of stopsBetween(stops, own - same, own + same)) {
      if (Math.abs(stop.at - own) >= same) continue;
      const key = Math.round(stop.at / same);
      const known = guides.get(key);
      guides.set(key, {
        axis,
        position: stop.at,
        from: Math.min(known?.from ?? side.start, stop.across.start),
        to: Math.max(known?.to ?? side.end, stop.across.end),
      });
    }
  }
  return [...guides.values()].toSorted((one, other) => one.position - other.position);
}

/**
 * The boxes that stand in one row (axis x) or column (axis y) with a box, as spans in order, overlapping ones
 * joined. What lies behind or over the box's middle (a background) is no neighbour.
 */
function blocksOf(box: Rectangle, others: readonly Rectangle[], axis: Axis): Span[] {
  const centre = axis === 'x' ? box.x + box.width / 2 : box.y + box.height / 2;
  const away = (span: Span): number => Math.max(span.start - centre, centre - span.end);
  // Of a thousand layers few stand in the row: nothing is made for the others.
  const beside = (other: Rectangle): boolean =>
    axis === 'x'
      ? other.y < box.y + box.height && box.y < other.y + other.height
      : other.x < box.x + box.width && box.x < other.x + other.width;
  const row = others
    .filter(beside)
    .map((other) => spanOf(other, axis))
    .filter((span) => away(span) > 0)
    .toSorted((one, other) => away(one) - away(other) || one.start - other.start || one.end - other.end)
    .slice(0, mostNeighbours)
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
  const blocks: Span[] = [];
  for (const span of row) {
    const last = blocks.at(-1);
    if (last && span.start <= last.end + same) last.end = Math.max(last.end, span.end);
    else blocks.push({ ...span });
  }
  return blocks;
}

/** The free stretches between neighbours of a row. */
function gapsOf(row: readonly Span[]): { from: number; to: number }[] {
  return row.slice(1).flatMap((span, index) => {
    const previous = row[index];
    return previous && span.start - previous.end > same ? [{ from: previous.end, to: span.start }] : [];
  });
}

/** Moves that make a gap beside the box equal to another gap of its row, or centre it between two. */
function equalGapMoves(own: Span, row: readonly Span[]): number[] {
  const middle = (own.start + own.end) / 2;
  const left = row.findLast((span) => span.end < middle);
  const right = row.find((span) => span.start > middle);
  const moves: number[] = [];
  if (left && right) moves.push((left.end + right.start - own.start - own.end) / 2);
  // Without the gap that the box itself stands in.
  for (const { from, to } of gapsOf(row).filter((gap) => gap.from !== left?.end)) {
    if (left) moves.push(left.end + (to - from) - own.start);
    if (right) moves.push(right.start - (to - from) - own.end);
  }
  return moves;
}

/** The gaps of a row that are as wide as one beside the box, with that one; nothing when there is no such. */
export function equalGaps(box: Rectangle, others: readonly Rectangle[], axis: Axis): Measure[] {
  const own = spanOf(box, axis);
  const row = blocksOf(box, others, axis);
  const gaps = gapsOf([...row, own].toSorted((one, other) => one.start - other.start || one.end - other.end));
  const side = spanOf(box, across(axis));
  const equal = new Map<number, Measure>();
  for (const gap of gaps) {
    if (gap.to !== own.start && gap.from !== own.end) continue;
    const alike = gaps.filter((each) => Math.abs(each.to - each.from - (gap.to - gap.from)) < same);
    if (alike.length < 2) continue;
    const middle = (side.start + side.end) / 2;
    for (const each of alike) equal.set(each.from, { axis, ...each, across: middle });
  }
  return [...equal.values()];
}

/** The free stretches between a box and the frames it stuck to, at the middle of the box. */
function distances(axis: Axis, box: Rectangle, guides: readonly Guide[], targets: SnapTargets): Measure[] {
  const along = across(axis);
  const own = spanOf(box, along);
  return guides
    .filter((guide) => guide.axis === axis)
    .flatMap((guide) => {
      const touching = stopsBetween(stopsAlong(targets, axis), guide.position - same, guide.position + same);
      const gaps = touching.flatMap(({ at, other, across: span }) => {
        if (other === null || Math.abs(at - guide.position) >= same) return [];
        if (span.start >= own.end + same) return [{ from: own.end, to: span.start }];
        if (span.end <= own.start - same) return [{ from: span.end, to: own.start }];
        return [];
      });
      // Only the nearest on this line: more would cover the work.
      const nearest = gaps.toSorted(
        (one, other) => one.to - one.from - (other.to - other.from) || one.from - other.from,
      )[0];
      return nearest ? [{ axis: along, ...nearest, across: guide.position }] : [];
    });
}

function gridMove(stop: number, grid: number | null | undefined, tolerance: number): number | null {
  if (!grid) return null;
  const move = Math.round(stop / grid) * grid - stop;
  return Math.abs(move) <= tolerance ? move : null;
}

/**
 * Sticks a moved box to page, guides, safe area and neighbours (edges and centres), to equal gaps in its row
 * and column, and last to the grid; each axis for itself. All in page px; `tolerance` is how near counts
 * (divide screen px by the zoom). Nothing moves farther than that.
 */
export function snapMove(box: Rectangle, targets: SnapTargets, tolerance: number): Snap {
  const moveAlong = (axis: Axis): number => {
    const own = spanOf(box, axis);
    const edge = nearestMove(stopsOf(own), stopsAlong(targets, axis), tolerance);
    let gap: number | null = null;
    for (const move of equalGapMoves(own, blocksOf(box, targets.others, axis))) {
      if (Math.abs(move) <= tolerance) gap = nearer(gap, move);
    }
    // An edge that is as near as a gap wins: both hold then, or the edge is what the eye looks for.
    const best = edge === null ? gap : gap === null || Math.abs(edge) <= Math.abs(gap) ? edge : gap;
    return best ?? gridMove(own.start, targets.grid, tolerance) ?? 0;
  };
  const dx = moveAlong('x');
  const dy = moveAlong('y');
  return { dx, dy, ...marksOf({ ...box, x: box.x + dx, y: box.y + dy }, targets) };
}

/** The lines and distances that hold for a box where it is. */
export function marksOf(box: Rectangle, targets: SnapTargets): Pick<Snap, 'guides' | 'measures'> {
  const guides = (['x', 'y'] as const).flatMap((axis) => guidesFor(axis, box, stopsAlong(targets, axis)));
  const measures = (['x', 'y'] as const).flatMap((axis) => equalGaps(box, targets.others, axis));
  const known = new Set(measures.map((each) => `${each.axis}${each.from}`));
  const gaps = (['x', 'y'] as const)
    .flatMap((axis) => distances(axis, box, guides, targets))
    .filter((each) => !known.has(`${each.axis}${each.from}`));
  return { guides, measures: [...measures, ...gaps] };
}

/** The nearest line along one axis for a dragged edge; null beyond the tolerance. */
export function snapEdge(axis: Axis, at: number, targets: SnapTargets, tolerance: number): number | null {
  const move =
    nearestMove([at], stopsAlong(targets, axis), tolerance) ?? gridMove(at, targets.grid, tolerance);
  return move === null ? null : at + move;
}

/** Sizes of other layers that a dragged side may take, so that layers become equally wide or high. */
export function snapSize(
  axis: Axis,
  size: number,
  others: readonly Rectangle[],
  tolerance: number,
): number | null {
  let best: number | null = null;
  for (const other of others) {
    const span = spanOf(other, axis);
    const move = span.end - span.start - size;
    if (Math.abs(move) <= tolerance) best = nearer(best, move);
  }
  return best === null ? null : size + best;
}

/** The distances from one box to another (or to the frame that holds it), on every side where there is one. */
export function measuresBetween(box: Rectangle, other: Rectangle): Measure[] {
  return (['x', 'y'] as const).flatMap((axis): Measure[] => {
    const own = spanOf(box, axis);
    const theirs = spanOf(other, axis);
    const side = spanOf(box, across(axis));
    const facing = spanOf(other, across(axis));
    const shared = { start: Math.max(side.start, facing.start), end: Math.min(side.end, facing.end) };
    const from = shared.start < shared.end ? shared : side;
    const at = (from.start + from.end) / 2;
    const measure = (start: number, end: number): Measure[] =>
      end - start > same ? [{ axis, from: start, to: end, across: at }] : [];
    if (theirs.start >= own.end) return measure(own.end, theirs.start);
    if (theirs.end <= own.start) return measure(theirs.end, own.start);
    // They overlap: how far each edge lies from the other's.
    return [
      ...measure(Math.min(own.start, theirs.start), Math.max(own.start, theirs.start)),
      ...measure(Math.min(own.end, theirs.end), Math.max(own.end, theirs.end)),
    ];
  });
}
