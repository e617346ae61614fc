import type { Rectangle } from '#shared/design/draw/canvas.ts';

/** A line that a moved box stuck to, in page px. `from` and `to` are its ends along the other axis. */
export interface Guide {
  axis: 'x' | 'y';
  position: number;
  from: number;
  to: number;
}

export interface Snap {
  /** What to add to the box's position; 0 where nothing was near. */
  dx: number;
  dy: number;
  guides: Guide[];
}

interface Span {
  start: number;
  end: number;
}

interface Candidate {
  span: Span;
  across: Span;
}

function spanX(box: Rectangle): Span {
  return { start: box.x, end: box.x + box.width };
}

function spanY(box: Rectangle): Span {
  return { start: box.y, end: box.y + box.height };
}

/** Start, middle and end of a span: what sticks, and what is stuck to. */
function stops(span: Span): number[] {
  return [span.start, (span.start + span.end) / 2, span.end];
}

/** The smallest move that brings a stop of `span` onto a stop of a candidate; null beyond the tolerance. */
function nearestMove(span: Span, candidates: readonly Candidate[], tolerance: number): number | null {
  let best: number | null = null;
  for (const candidate of candidates) {
    for (const target of stops(candidate.span)) {
      for (const stop of stops(span)) {
        const move = target - stop;
        if (Math.abs(move) <= tolerance && (best === null || Math.abs(move) < Math.abs(best))) best = move;
      }
    }
  }
  return best;
}

/** A hair's breadth: stops this near each other are the same line. */
const same = 0.01;

function guidesFor(axis: 'x' | 'y', span: Span, across: Span, candidates: readonly Candidate[]): Guide[] {
  const guides = new Map<number, Guide>();
  for (const candidate of candidates) {
    for (const target of stops(candidate.span)) {
      if (!stops(span).some((stop) => Math.abs(stop - target) < same)) continue;
      const key = Math.round(target / same);
      const known = guides.get(key);
      guides.set(key, {
        axis,
        position: target,
        from: Math.min(known?.from ?? across.start, candidate.across.start),
        to: Math.max(known?.to ?? across.end, candidate.across.end),
      });
    }
  }
  return [...guides.values()];
}

/**
 * Sticks a moved box to the edges and centres of the page and of its neighbours, each axis for itself.
 * All in page px; `tolerance` is how near counts (divide screen px by the zoom). The page comes first, so
 * that it wins over a neighbour at the same distance.
 */
export function snapMove(
  box: Rectangle,
  others: readonly Rectangle[],
  page: { width: number; height: number },
  tolerance: number,
): Snap {
  const frames = [{ x: 0, y: 0, width: page.width, height: page.height }, ...others];
  const alongX = frames.map((frame) => ({ span: spanX(frame), across: spanY(frame) }));
  const alongY = frames.map((frame) => ({ span: spanY(frame), across: spanX(frame) }));
  const moveX = nearestMove(spanX(box), alongX, tolerance);
  const moveY = nearestMove(spanY(box), alongY, tolerance);
  const moved = { ...box, x: box.x + (moveX ?? 0), y: box.y + (moveY ?? 0) };
  return {
    dx: moveX ?? 0,
    dy: moveY ?? 0,
    guides: [
      ...(moveX === null ? [] : guidesFor('x', spanX(moved), spanY(moved), alongX)),
      ...(moveY === null ? [] : guidesFor('y', spanY(moved), spanX(moved), alongY)),
    ],
  };
}
