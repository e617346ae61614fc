import { z } from 'zod';
import { resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { fillShape } from '#shared/design/draw/fill.ts';
import { setDash } from '#shared/design/draw/outline.ts';
import { traceShape } from '#shared/design/draw/shape-outline.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';
import { paintShape } from '#shared/design/layers/rectangle.ts';

export const ellipseSchema = z.looseObject({ ...commonShape, type: z.literal('ellipse'), ...paintShape });
export type EllipseNode = z.infer<typeof ellipseSchema>;

export const ellipseDefaults = {
  ...commonDefaults,
  type: 'ellipse',
  fill: 'token:accent',
  stroke: null,
  strokeWidth: 0,
} as const;

/** Draws an ellipse that fills its box; the stroke lies inside. */
export function drawEllipse(context: Canvas2D, node: EllipseNode, environment: DrawEnvironment): void {
  const { width, height } = node;
  fillShape(context, node.fill, { x: 0, y: 0, width, height }, environment, node.id, () =>
    traceShape(context, node),
  );
  const line = Math.min(node.strokeWidth, width, height);
  if (node.stroke === null || line <= 0) return;
  context.save();
  context.beginPath();
  context.ellipse(width / 2, height / 2, (width - line) / 2, (height - line) / 2, 0, 0, Math.PI * 2);
  context.strokeStyle = resolveColour(node.stroke, environment.tokens);
  context.lineWidth = line;
  setDash(context, node.dash, line);
  context.stroke();
  context.restore();
}
