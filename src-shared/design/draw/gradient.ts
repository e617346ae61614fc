import { resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D, CanvasGradient2D, Rectangle } from '#shared/design/draw/canvas.ts';
import type { Gradient } from '#shared/design/paint.ts';

/** Start and end of a linear gradient's line over a box: as long as the box needs in that direction (CSS Images 3). */
export function gradientLine(
  angle: number,
  box: Rectangle,
): { x0: number; y0: number; x1: number; y1: number } {
  const radians = (angle * Math.PI) / 180;
  const along = { x: Math.cos(radians), y: Math.sin(radians) };
  const half = (Math.abs(box.width * along.x) + Math.abs(box.height * along.y)) / 2;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  return {
    x0: centre.x - along.x * half,
    y0: centre.y - along.y * half,
    x1: centre.x + along.x * half,
    y1: centre.y + along.y * half,
  };
}

/** Makes a canvas gradient over a box; stops out of order count in the order of their places. */
export function makeGradient(
  context: Canvas2D,
  gradient: Gradient,
  box: Rectangle,
  tokens: Readonly<Record<string, string>>,
): CanvasGradient2D {
  let made: CanvasGradient2D;
  if (gradient.kind === 'linear') {
    const { x0, y0, x1, y1 } = gradientLine(gradient.angle, box);
    made = context.createLinearGradient(x0, y0, x1, y1);
  } else {
    const x = box.x + gradient.centre.x * box.width;
    const y = box.y + gradient.centre.y * box.height;
    const radius = (gradient.radius * Math.hypot(box.width, box.height)) / 2;
    made = context.createRadialGradient(x, y, 0, x, y, Math.max(radius, 1e-6));
  }
  for (const { at, colour } of gradient.stops.toSorted((one, other) => one.at - other.at)) {
    made.addColorStop(at, resolveColour(colour, tokens));
  }
  return made;
}
