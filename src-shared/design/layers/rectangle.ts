import { z } from 'zod';
import { colourSchema, resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { fillShape } from '#shared/design/draw/fill.ts';
import { fittingRadii, setDash, traceCorneredBox } from '#shared/design/draw/outline.ts';
import { fillSchema } from '#shared/design/paint.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';

const radius = z.number().min(0).max(1_000_000);

/** What shapes are painted with; strokes lie inside the edge, so that a box is exactly its size. */
export const paintShape = {
  fill: fillSchema.nullable(),
  stroke: colourSchema.nullable(),
  /** px */
  strokeWidth: z.number().min(0).max(10_000),
  /** Lengths of dashes and gaps in multiples of the stroke's width; absent or empty: a solid stroke. */
  dash: z.array(z.number().min(0).max(100)).max(8).optional(),
};

export const rectangleSchema = z.looseObject({
  ...commonShape,
  type: z.literal('rectangle'),
  ...paintShape,
  /** Corner radius in px, limited to half the short side. */
  radius: z.number().min(0).max(1_000_000),
  /** Radii of the corners from top left clockwise, in px; they win over `radius`. */
  radii: z.tuple([radius, radius, radius, radius]).optional(),
});
export type RectangleNode = z.infer<typeof rectangleSchema>;

export const rectangleDefaults = {
  ...commonDefaults,
  type: 'rectangle',
  fill: 'token:accent',
  stroke: null,
  strokeWidth: 0,
  radius: 0,
} as const;

/** Draws a rectangle in its own box, from (0, 0) to (width, height). */
export function drawRectangle(context: Canvas2D, node: RectangleNode, environment: DrawEnvironment): void {
  const { width, height, radius } = node;
  const radii = fittingRadii(width, height, node.radii ?? [radius, radius, radius, radius]);
  fillShape(context, node.fill, { x: 0, y: 0, width, height }, environment, node.id, () =>
    traceCorneredBox(context, width, height, radii),
  );
  const line = Math.min(node.strokeWidth, width, height);
  if (node.stroke === null || line <= 0) return;
  context.save();
  context.translate(line / 2, line / 2);
  traceCorneredBox(
    context,
    width - line,
    height - line,
    radii.map((each) => Math.max(0, each - line / 2)),
  );
  context.strokeStyle = resolveColour(node.stroke, environment.tokens);
  context.lineWidth = line;
  context.lineJoin = 'miter';
  setDash(context, node.dash, line);
  context.stroke();
  context.restore();
}
