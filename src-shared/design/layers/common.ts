import { z } from 'zod';

/** The largest side of a design, in px: what every exporter and platform can still open. */
export const largestSide = 20_000;

const coordinate = z.number().min(-1_000_000).max(1_000_000);

/**
 * What every layer has. `x` and `y` are the top left corner before rotation, in px of the page, also
 * inside a group, so that grouping and ungrouping move nothing. Unknown fields are kept (loose objects).
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
