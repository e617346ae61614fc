import { z } from 'zod';
import { resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { fillShape } from '#shared/design/draw/fill.ts';
import {
  insetCorners,
  polygonCorners,
  setDash,
  traceCorners,
  widestInside,
} from '#shared/design/draw/outline.ts';
import { traceShape } from '#shared/design/draw/shape-outline.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';
import { paintShape } from '#shared/design/layers/rectangle.ts';

/** A regular polygon or a star whose points lie on the ellipse of its box; the first points up. */
export const polygonSchema = z.looseObject({
  ...commonShape,
  type: z.literal('polygon'),
  ...paintShape,
  /** Corners of the polygon, or points of the star. */
  sides: z.int().min(3).max(60),
  /** Null for a polygon; for a star how far in its inner corners lie, as a share of the outer radius. */
  inset: z.number().min(0.05).max(1).nullable(),
  /** Rounding of the corners in px. */
  radius: z.number().min(0).max(1_000_000),
});
export type PolygonNode = z.infer<typeof polygonSchema>;

export const polygonDefaults = {
  ...commonDefaults,
  type: 'polygon',
  fill: 'token:accent',
  stroke: null,
  strokeWidth: 0,
  sides: 6,
  inset: null,
  radius: 0,
} as const;

/** Draws a polygon or star in its own box. */
export function drawPolygon(context: Canvas2D, node: PolygonNode, environment: DrawEnvironment): void {
  const { width, height } = node;
  const trace = (): boolean => traceShape(context, node);
  fillShape(context, node.fill, { x: 0, y: 0, width, height }, environment, node.id, trace);
  if (node.stroke === null || node.strokeWidth <= 0) return;
  const corners = polygonCorners(width, height, node.sides, node.inset);
  const centre = { x: width / 2, y: height / 2 };
  const line = Math.min(node.strokeWidth, widestInside(corners, centre));
  if (line <= 0) return;
  context.save();
  traceCorners(context, insetCorners(corners, centre, line / 2), Math.max(0, node.radius - line / 2));
  context.strokeStyle = resolveColour(node.stroke, environment.tokens);
  context.lineWidth = line;
  context.lineJoin = 'miter';
  // The tip of a star must reach the edge of its box however sharp it is.
  context.miterLimit = 100;
  setDash(context, node.dash, line);
  context.stroke();
  context.restore();
}
