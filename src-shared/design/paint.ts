import { z } from 'zod';
import { colourSchema } from '#shared/design/colours.ts';

const fraction = z.number().min(0).max(1);

/** A colour of a gradient at a place along it: 0 is its start, 1 its end. */
export const gradientStopSchema = z.object({ at: fraction, colour: colourSchema });
export type GradientStop = z.infer<typeof gradientStopSchema>;

/**
 * A gradient over the box of what it fills. Linear: `angle` in degrees clockwise, 0 runs from left to right,
 * and its line is as long as the box needs in that direction (as in CSS). Radial: from the centre, given in
 * fractions of the box, to `radius` times half the box's diagonal.
 */
export const gradientSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('linear'),
    angle: z.number(),
    stops: z.array(gradientStopSchema).min(2).max(16),
  }),
  z.object({
    kind: z.literal('radial'),
    centre: z.object({ x: fraction, y: fraction }),
    radius: z.number().min(0.01).max(4),
    stops: z.array(gradientStopSchema).min(2).max(16),
  }),
]);
export type Gradient = z.infer<typeof gradientSchema>;

/** A picture as a fill; `focus` (fractions of the picture) stays in view when `cover` cuts. */
export const pictureFillSchema = z.object({
  kind: z.literal('picture'),
  assetId: z.string(),
  fit: z.enum(['cover', 'contain', 'fill', 'tile']),
  focus: z.object({ x: fraction, y: fraction }),
  /** Size of one tile as a multiple of the picture's own px; read by `tile` only. */
  tileScale: z.number().min(0.01).max(10).optional(),
});
export type PictureFill = z.infer<typeof pictureFillSchema>;

/** What a surface is filled with. */
export const fillSchema = z.union([colourSchema, gradientSchema, pictureFillSchema]);
export type Fill = z.infer<typeof fillSchema>;
