import { z } from 'zod';
import { colourSchema } from '#shared/design/colours.ts';

const signed = z.number().min(-100).max(100).optional();
const unsigned = z.number().min(0).max(100).optional();

/**
 * Looks of a picture, worked out on its pixels by `applyAdjustments`, the same in the window and in the
 * export. Absent or 0 leaves the picture as it is. Lengths are in thousandths of the picture's longer side,
 * so that a proxy and the full export look alike.
 */
export const adjustmentsSchema = z.looseObject({
  /** Stops of light in fiftieths: 50 doubles. */
  exposure: signed,
  contrast: signed,
  saturation: signed,
  /** Positive is warmer. */
  temperature: signed,
  /** Positive is more magenta, negative greener. */
  tint: signed,
  highlights: signed,
  shadows: signed,
  sharpen: unsigned,
  blur: unsigned,
  vignette: unsigned,
  grain: unsigned,
  /** Dark parts take the first colour, bright ones the second. */
  duotone: z.object({ dark: colourSchema, light: colourSchema }).nullable().optional(),
  /** A named look of `presets.ts`, mixed in by `presetStrength` (0 to 100, absent 100). */
  preset: z.string().optional(),
  presetStrength: unsigned,
});
export type Adjustments = z.infer<typeof adjustmentsSchema>;
