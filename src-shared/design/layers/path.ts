import { z } from 'zod';
import { resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { fillShape } from '#shared/design/draw/fill.ts';
import { setDash } from '#shared/design/draw/outline.ts';
import { traceShape } from '#shared/design/draw/shape-outline.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';
import { paintShape } from '#shared/design/layers/rectangle.ts';

/**
 * A drawn path: from the pen, from an SVG file, or a sticker of Galley's own. Its stroke lies on the path's
 * middle, half on each side, since a path may be open.
 */
export const pathSchema = z.looseObject({
  ...commonShape,
  type: z.literal('path'),
  ...paintShape,
  /** SVG path data (SVG 2, chapter 9) in a box of `viewWidth` × `viewHeight` units, stretched to the layer's box. */
  d: z.string().max(1_000_000),
  viewWidth: z.number().gt(0).max(1_000_000),
  viewHeight: z.number().gt(0).max(1_000_000),
  fillRule: z.enum(['nonzero', 'evenodd']),
  lineCap: z.enum(['butt', 'round', 'square']),
  lineJoin: z.enum(['miter', 'round', 'bevel']),
});
export type PathNode = z.infer<typeof pathSchema>;

export const pathDefaults = {
  ...commonDefaults,
  type: 'path',
  fill: 'token:accent',
  stroke: null,
  strokeWidth: 0,
  d: 'M0 0H100V100H0Z',
  viewWidth: 100,
  viewHeight: 100,
  fillRule: 'nonzero',
  lineCap: 'round',
  lineJoin: 'round',
} as const;

/** Draws a path stretched to its own box. */
export function drawPath(context: Canvas2D, node: PathNode, environment: DrawEnvironment): void {
  const { width, height } = node;
  const trace = (): boolean => traceShape(context, node);
  const box = { x: 0, y: 0, width, height };
  fillShape(context, node.fill, box, environment, node.id, trace, node.fillRule);
  if (node.stroke === null || node.strokeWidth <= 0) return;
  context.save();
  trace();
  context.strokeStyle = resolveColour(node.stroke, environment.tokens);
  context.lineWidth = node.strokeWidth;
  context.lineCap = node.lineCap;
  context.lineJoin = node.lineJoin;
  context.miterLimit = 4;
  setDash(context, node.dash, node.strokeWidth);
  context.stroke();
  context.restore();
}
