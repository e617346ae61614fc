import svgpath from 'svgpath';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';

/** A step of a path in absolute numbers: only what a canvas has a call for. */
export type PathStep =
  | readonly ['M' | 'L', number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

const mostKept = 500;
/** Steps of all kept paths together, so that large ones do not fill the memory. */
const mostStepsKept = 500_000;
const kept = new Map<string, readonly PathStep[]>();
let stepsKept = 0;

function parse(d: string): PathStep[] {
  const steps: PathStep[] = [];
  svgpath(d)
    .abs()
    .unarc()
    .unshort()
    .iterate((segment, _index, x, y) => {
      switch (segment[0]) {
        case 'M':
        case 'L':
          steps.push([segment[0], segment[1], segment[2]]);
          break;
        case 'H':
          steps.push(['L', segment[1], y]);
          break;
        case 'V':
          steps.push(['L', x, segment[1]]);
          break;
        case 'Q':
          steps.push(['Q', segment[1], segment[2], segment[3], segment[4]]);
          break;
        case 'C':
          steps.push(['C', segment[1], segment[2], segment[3], segment[4], segment[5], segment[6]]);
          break;
        case 'Z':
        case 'z':
          steps.push(['Z']);
          break;
        default:
      }
    });
  return steps;
}

/** The steps of SVG path data up to its first error, as SVG 2 asks for; parsed once. */
export function pathSteps(d: string): readonly PathStep[] {
  const known = kept.get(d);
  if (known) return known;
  const steps = parse(d);
  kept.set(d, steps);
  stepsKept += steps.length;
  for (const [oldest, old] of kept) {
    if (oldest === d || (kept.size <= mostKept && stepsKept <= mostStepsKept)) break;
    kept.delete(oldest);
    stepsKept -= old.length;
  }
  return steps;
}

/** Traces path data, stretched; the stroke's width is not stretched with it. */
export function tracePath(context: Canvas2D, d: string, scaleX: number, scaleY: number): void {
  context.beginPath();
  for (const step of pathSteps(d)) {
    switch (step[0]) {
      case 'M':
        context.moveTo(step[1] * scaleX, step[2] * scaleY);
        break;
      case 'L':
        context.lineTo(step[1] * scaleX, step[2] * scaleY);
        break;
      case 'Q':
        context.quadraticCurveTo(step[1] * scaleX, step[2] * scaleY, step[3] * scaleX, step[4] * scaleY);
        break;
      case 'C':
        context.bezierCurveTo(
          step[1] * scaleX,
          step[2] * scaleY,
          step[3] * scaleX,
          step[4] * scaleY,
          step[5] * scaleX,
          step[6] * scaleY,
        );
        break;
      case 'Z':
        context.closePath();
        break;
    }
  }
}
