import type { Canvas2D } from '#shared/design/draw/canvas.ts';

export type CornerRadii = readonly [number, number, number, number];

/** Radii as CSS would make them fit: all shrink together until no side is shorter than its two corners. */
export function fittingRadii(width: number, height: number, radii: readonly number[]): CornerRadii {
  const [a = 0, b = 0, c = 0, d = 0] = radii.map((radius) => Math.max(0, radius));
  const share = (side: number, sum: number): number => (sum > side && sum > 0 ? side / sum : 1);
  const factor = Math.max(
    0,
    Math.min(share(width, a + b), share(height, b + c), share(width, c + d), share(height, d + a)),
  );
  return [a * factor, b * factor, c * factor, d * factor];
}

/** Traces a rectangle from (0, 0) with its own radius at each corner, from top left clockwise. */
export function traceCorneredBox(
  context: Canvas2D,
  width: number,
  height: number,
  radii: readonly number[],
): void {
  const [a, b, c, d] = fittingRadii(width, height, radii);
  context.beginPath();
  if (a + b + c + d === 0) {
    context.rect(0, 0, width, height);
    return;
  }
  context.moveTo(a, 0);
  context.lineTo(width - b, 0);
  context.arcTo(width, 0, width, b, b);
  context.lineTo(width, height - c);
  context.arcTo(width, height, width - c, height, c);
  context.lineTo(d, height);
  context.arcTo(0, height, 0, height - d, d);
  context.lineTo(0, a);
  context.arcTo(0, 0, a, 0, a);
  context.closePath();
}

/** Sets the dashes of a stroke: multiples of its width, as `paintShape.dash`; none of them makes it solid. */
export function setDash(context: Canvas2D, dash: readonly number[] | undefined, width: number): void {
  const usable = dash !== undefined && dash.some((length) => length > 0) ? dash : [];
  context.setLineDash(usable.map((length) => length * width));
}

interface Point {
  x: number;
  y: number;
}

/** The corners of a regular polygon or star on the ellipse of a box, clockwise, the first one up. */
export function polygonCorners(width: number, height: number, sides: number, inset: number | null): Point[] {
  const count = inset === null ? sides : sides * 2;
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * Math.PI * 2 - Math.PI / 2;
    const reach = inset !== null && index % 2 === 1 ? inset : 1;
    return {
      x: (width / 2) * (1 + Math.cos(angle) * reach),
      y: (height / 2) * (1 + Math.sin(angle) * reach),
    };
  });
}

/** Distance from a point to the line through two others, px. */
function distanceToLine(point: Point, from: Point, to: Point): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return Math.hypot(point.x - from.x, point.y - from.y);
  return Math.abs((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x)) / length;
}

/** The corners of an outline whose sides all lie `by` px nearer to a centre that sees all of them. */
export function insetCorners(corners: readonly Point[], centre: Point, by: number): Point[] {
  const count = corners.length;
  const lines = corners.map((from, index) => {
    const to = corners[(index + 1) % count] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
    // The normal that points to the centre's side.
    const side = along.x * (centre.y - from.y) - along.y * (centre.x - from.x) < 0 ? -1 : 1;
    return {
      from: { x: from.x - along.y * side * by, y: from.y + along.x * side * by },
      along,
    };
  });
  return lines.map((line, index) => {
    const before = lines[(index + count - 1) % count] ?? line;
    const cross = before.along.x * line.along.y - before.along.y * line.along.x;
    // Two sides in one line have no crossing; where the one ends the other begins.
    if (Math.abs(cross) < 1e-9) return line.from;
    const offset = { x: line.from.x - before.from.x, y: line.from.y - before.from.y };
    const at = (offset.x * line.along.y - offset.y * line.along.x) / cross;
    return { x: before.from.x + before.along.x * at, y: before.from.y + before.along.y * at };
  });
}

/** The widest stroke that fits inside an outline around a centre, px. */
export function widestInside(corners: readonly Point[], centre: Point): number {
  return corners.reduce(
    (least, from, index) =>
      Math.min(least, distanceToLine(centre, from, corners[(index + 1) % corners.length] ?? from)),
    Number.POSITIVE_INFINITY,
  );
}

/** Traces a closed outline through corners, rounded by up to `radius` px where its sides leave the room. */
export function traceCorners(context: Canvas2D, corners: readonly Point[], radius: number): void {
  context.beginPath();
  const count = corners.length;
  const at = (index: number): Point => corners[(index + count) % count] ?? { x: 0, y: 0 };
  for (let index = 0; index < count; index += 1) {
    const corner = at(index);
    const before = at(index - 1);
    const after = at(index + 1);
    const into = Math.hypot(corner.x - before.x, corner.y - before.y);
    const out = Math.hypot(after.x - corner.x, after.y - corner.y);
    // Half the angle between the sides decides how far from the corner a circle of the radius touches them.
    const cosine =
      into * out === 0
        ? 1
        : ((before.x - corner.x) * (after.x - corner.x) + (before.y - corner.y) * (after.y - corner.y)) /
          (into * out);
    const half = Math.acos(Math.min(1, Math.max(-1, cosine))) / 2;
    const tangent = Math.tan(half);
    const reach = tangent > 1e-9 ? Math.min(radius / tangent, into / 2, out / 2) : 0;
    const fitted = reach * tangent;
    if (fitted < 1e-6) {
      if (index === 0) context.moveTo(corner.x, corner.y);
      else context.lineTo(corner.x, corner.y);
      continue;
    }
    const start = {
      x: corner.x + ((before.x - corner.x) / into) * reach,
      y: corner.y + ((before.y - corner.y) / into) * reach,
    };
    if (index === 0) context.moveTo(start.x, start.y);
    else context.lineTo(start.x, start.y);
    context.arcTo(corner.x, corner.y, after.x, after.y, fitted);
  }
  context.closePath();
}
