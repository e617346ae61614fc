import { pathSteps } from '#shared/design/draw/path-data.ts';

/** A point of a line and its direction there, radians clockwise from the right. */
export interface Spot {
  x: number;
  y: number;
  angle: number;
}

/** Straight steps that a curve is cut into. */
const stepsOfCurve = 48;

/** The corners of path data, stretched; pen movements without a line count as lines. */
export function cornersOf(d: string, scaleX: number, scaleY: number): { x: number; y: number }[] {
  const corners: { x: number; y: number }[] = [];
  let start = { x: 0, y: 0 };
  const add = (x: number, y: number) => corners.push({ x: x * scaleX, y: y * scaleY });
  let x = 0;
  let y = 0;
  for (const step of pathSteps(d)) {
    if (step[0] === 'Z') {
      add(start.x, start.y);
      ({ x, y } = start);
      continue;
    }
    if (step[0] === 'Q' || step[0] === 'C') {
      const numbers = step.slice(1) as number[];
      const [x1 = 0, y1 = 0] = numbers;
      const [x3 = 0, y3 = 0] = numbers.slice(-2);
      const [x2, y2] = step[0] === 'C' ? [step[3], step[4]] : [x1, y1];
      for (let index = 1; index <= stepsOfCurve; index += 1) {
        const t = index / stepsOfCurve;
        const u = 1 - t;
        // A quadratic curve is taken by its own formula, with its one control point.
        const weights =
          step[0] === 'C'
            ? [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
            : [u * u, 2 * u * t, 0, t * t];
        const [a = 0, b = 0, c = 0, e = 0] = weights;
        add(a * x + b * x1 + c * x2 + e * x3, a * y + b * y1 + c * y2 + e * y3);
      }
      [x, y] = [x3, y3];
      continue;
    }
    [x, y] = [step[1], step[2]];
    if (step[0] === 'M') start = { x, y };
    add(x, y);
  }
  return corners;
}

/** Places along a chain of straight lines, by px from its start; before and beyond it goes straight on. */
export function chainSpots(corners: readonly { x: number; y: number }[]): {
  length: number;
  at: (along: number) => Spot;
} {
  const parts: { x: number; y: number; angle: number; from: number; length: number }[] = [];
  let total = 0;
  for (const [index, corner] of corners.entries()) {
    const next = corners[index + 1];
    const length = next ? Math.hypot(next.x - corner.x, next.y - corner.y) : 0;
    if (!next || length < 1e-9) continue;
    const angle = Math.atan2(next.y - corner.y, next.x - corner.x);
    parts.push({ ...corner, angle, from: total, length });
    total += length;
  }
  const only = corners[0] ?? { x: 0, y: 0 };
  if (parts.length === 0) parts.push({ ...only, angle: 0, from: 0, length: 0 });
  return {
    length: total,
    at: (along) => {
      let low = 0;
      let high = parts.length - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((parts[middle]?.from ?? 0) <= along) low = middle;
        else high = middle - 1;
      }
      const { x, y, angle, from } = parts[low] ?? { ...only, angle: 0, from: 0 };
      return { x: x + Math.cos(angle) * (along - from), y: y + Math.sin(angle) * (along - from), angle };
    },
  };
}
