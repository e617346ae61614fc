import { z } from 'zod';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';
import { paintShape } from '#shared/design/layers/rectangle.ts';

/** A drawn path: from the pen, from an SVG file, or a sticker of Galley's own. */
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
