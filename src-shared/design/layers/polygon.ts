import { z } from 'zod';
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
