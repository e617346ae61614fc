import { z } from 'zod';
import { colourSchema } from '#shared/design/colours.ts';

/** The largest side of a design, in px: what every exporter and platform can still open. */
export const largestSide = 20_000;

const coordinate = z.number().min(-1_000_000).max(1_000_000);

/** Offsets and blur in design px; the offset follows the page, not the layer's rotation. */
export const shadowSchema = z.object({
  x: z.number().min(-10_000).max(10_000),
  y: z.number().min(-10_000).max(10_000),
  /** As in CSS: twice the standard deviation of the softening. */
  blur: z.number().min(0).max(1000),
  colour: colourSchema,
  opacity: z.number().min(0).max(1),
});
export type Shadow = z.infer<typeof shadowSchema>;

/** The separable and non-separable modes of W3C Compositing and Blending Level 1. */
export const blendModes = [
  'normal',
  'multiply',
  'screen',
  'overlay',
  'darken',
  'lighten',
  'color-dodge',
  'color-burn',
  'hard-light',
  'soft-light',
  'difference',
  'exclusion',
  'hue',
  'saturation',
  'color',
  'luminosity',
] as const;
export type BlendMode = (typeof blendModes)[number];

/** What a lock of one aspect keeps: place and size, words and pictures, or looks. `locked` keeps everything. */
export const lockAspects = ['place', 'content', 'style'] as const;
export type LockAspect = (typeof lockAspects)[number];

/** Where a resize keeps an edge: its gap (start, end), the middle, or both gaps (stretch); auto finds out. */
export const pins = ['auto', 'start', 'centre', 'end', 'stretch'] as const;

/**
 * What every layer has. `x` and `y` are the top left corner before rotation, in px of the page, also
 * inside a group, so that grouping and ungrouping move nothing. Unknown fields are kept (loose objects).
 * Fields that may be absent mean “none” then.
 */
export const commonShape = {
  id: z.string().min(1),
  pageId: z.string().min(1),
  /** The group that holds this layer, or null when it lies on the page itself. */
  parentId: z.string().nullable(),
  /** Fractional key among its siblings; the greater lies in front. */
  order: z.string().min(1),
  name: z.string(),
  x: coordinate,
  y: coordinate,
  width: z.number().min(0).max(1_000_000),
  height: z.number().min(0).max(1_000_000),
  /** Degrees clockwise about the centre of the box. */
  rotation: z.number(),
  opacity: z.number().min(0).max(1),
  hidden: z.boolean(),
  locked: z.boolean(),
  flipX: z.boolean().optional(),
  flipY: z.boolean().optional(),
  shadow: shadowSchema.nullable().optional(),
  /** Gaussian softening of the whole layer; the standard deviation in design px. */
  blur: z.number().min(0).max(1000).optional(),
  blend: z.enum(blendModes).optional(),
  lockedAspects: z.array(z.enum(lockAspects)).optional(),
  /** Width and height keep their ratio when a handle is dragged. */
  keepRatio: z.boolean().optional(),
  /** Explicit constraints of a resize; see `resizeDesign`. */
  pin: z.object({ x: z.enum(pins), y: z.enum(pins) }).optional(),
  /** The linked size that this layer was made in; it stays hidden elsewhere until someone shows it. */
  addedIn: z.string().optional(),
  /** Columns of a table whose rows fill this layer; a text takes its columns as {{column}} in its words. */
  bound: z
    .object({
      /** Name of a picture file, for image layers and picture fills. */
      picture: z.string().optional(),
      /** A hex colour, for the fill of shapes and the colour of texts. */
      colour: z.string().optional(),
    })
    .optional(),
};

/** The values that a new layer starts with, beside its id, page, order and box. */
export const commonDefaults = {
  parentId: null,
  name: '',
  x: 0,
  y: 0,
  width: 100,
  height: 100,
  rotation: 0,
  opacity: 1,
  hidden: false,
  locked: false,
};
