import { z } from 'zod';
import { colourSchema, resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { setDash } from '#shared/design/draw/outline.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';

const pointSchema = z.object({ x: z.number(), y: z.number() });

export const lineSchema = z.looseObject({
  ...commonShape,
  type: z.literal('line'),
  /** Two or more points in fractions of the box (0 to 1), so that resizing the box stretches the line. */
  points: z.array(pointSchema).min(2),
  stroke: colourSchema,
  /** px */
  strokeWidth: z.number().min(0).max(10_000),
  startArrow: z.boolean(),
  endArrow: z.boolean(),
  /** As in `paintShape`. */
  dash: z.array(z.number().min(0).max(100)).max(8).optional(),
});
export type LineNode = z.infer<typeof lineSchema>;

export const lineDefaults = {
  ...commonDefaults,
  type: 'line',
  height: 0,
  points: [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
  ],
  stroke: 'token:ink',
  strokeWidth: 4,
  startArrow: false,
  endArrow: false,
} as const;

interface Point {
  x: number;
  y: number;
}

/** An arrow head whose tip is at `tip`, pointing away from `from`; returns where the line should stop. */
function drawArrowHead(context: Canvas2D, tip: Point, from: Point, line: number): Point {
  const distance = Math.hypot(tip.x - from.x, tip.y - from.y);
  if (distance === 0) return tip;
  const along = { x: (tip.x - from.x) / distance, y: (tip.y - from.y) / distance };
  const length = Math.min(distance, Math.max(12, line * 4));
  const base = { x: tip.x - along.x * length, y: tip.y - along.y * length };
  const half = length * 0.45;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(base.x - along.y * half, base.y + along.x * half);
  context.lineTo(base.x + along.y * half, base.y - along.x * half);
  context.closePath();
  context.fill();
  return { x: tip.x - along.x * length * 0.8, y: tip.y - along.y * length * 0.8 };
}

/** Draws the line through its points, in its own box. */
export function drawLine(context: Canvas2D, node: LineNode, environment: DrawEnvironment): void {
  if (node.strokeWidth <= 0) return;
  const colour = resolveColour(node.stroke, environment.tokens);
  const points: Point[] = node.points.map((point) => ({ x: point.x * node.width, y: point.y * node.height }));
  const first = points[0];
  const second = points[1];
  const last = points.at(-1);
  const beforeLast = points.at(-2);
  if (!first || !second || !last || !beforeLast) return;
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.lineWidth = node.strokeWidth;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  const end = node.endArrow ? drawArrowHead(context, last, beforeLast, node.strokeWidth) : last;
  const start = node.startArrow ? drawArrowHead(context, first, second, node.strokeWidth) : first;
  context.beginPath();
  context.moveTo(start.x, start.y);
  for (const point of points.slice(1, -1)) context.lineTo(point.x, point.y);
  context.lineTo(end.x, end.y);
  setDash(context, node.dash, node.strokeWidth);
  context.stroke();
  context.setLineDash([]);
}
