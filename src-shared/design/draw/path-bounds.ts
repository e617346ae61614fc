import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { PathStep } from '#shared/design/draw/path-data.ts';

/** Where a cubic Bézier turns back in one direction: its ends and the roots of its derivative between them. */
function cubicExtremes(a: number, b: number, c: number, d: number): number[] {
  const at = (t: number): number => {
    const u = 1 - t;
    return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
  };
  const p = -a + 3 * b - 3 * c + d;
  const q = 2 * (a - 2 * b + c);
  const r = b - a;
  const roots: number[] = [];
  if (Math.abs(p) < 1e-9) {
    if (Math.abs(q) > 1e-9) roots.push(-r / q);
  } else {
    const under = q * q - 4 * p * r;
    if (under >= 0) roots.push((-q + Math.sqrt(under)) / (2 * p), (-q - Math.sqrt(under)) / (2 * p));
  }
  return [a, d, ...roots.filter((t) => t > 0 && t < 1).map(at)];
}

/** The smallest upright box around the curves of a path, without its stroke; null for a path of no step. */
export function pathBounds(steps: readonly PathStep[]): Rectangle | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let x = 0;
  let y = 0;
  const take = (xs: readonly number[], ys: readonly number[]): void => {
    left = Math.min(left, ...xs);
    right = Math.max(right, ...xs);
    top = Math.min(top, ...ys);
    bottom = Math.max(bottom, ...ys);
  };
  for (const [index, step] of steps.entries()) {
    if (step[0] === 'Z') continue;
    const endX = step[step.length - 2] as number;
    const endY = step[step.length - 1] as number;
    if (step[0] === 'C') {
      take(cubicExtremes(x, step[1], step[3], endX), cubicExtremes(y, step[2], step[4], endY));
    } else if (step[0] === 'Q') {
      const raise = (from: number, control: number, to: number): number[] =>
        cubicExtremes(from, from + ((control - from) * 2) / 3, to + ((control - to) * 2) / 3, to);
      take(raise(x, step[1], endX), raise(y, step[2], endY));
    } else if (step[0] === 'L' || steps[index + 1]?.[0] !== 'M') take([endX], [endY]);
    x = endX;
    y = endY;
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
