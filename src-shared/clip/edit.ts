import { z } from 'zod';

/** Parts of the shown picture, 0 to 1, from the top left corner. */
const clipCropSchema = z
  .object({
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().gt(0).max(1),
    height: z.number().gt(0).max(1),
  })
  .refine((crop) => crop.x + crop.width <= 1.000_001 && crop.y + crop.height <= 1.000_001, {
    message: 'The crop reaches beyond the picture.',
  });
export type ClipCrop = z.infer<typeof clipCropSchema>;

/** A kept part of the source; seconds from the start of the clip, `to` exclusive. */
const clipSegmentSchema = z
  .object({ id: z.string().min(1), from: z.number().min(0), to: z.number().min(0) })
  .refine((segment) => segment.to > segment.from, { message: 'A segment must end after it starts.' });
export type ClipSegment = z.infer<typeof clipSegmentSchema>;

/** The edit decision list, version 1: one source, its kept segments in playing order. */
export const clipEditSchema = z.object({
  source: z.string().min(1),
  segments: z.array(clipSegmentSchema),
  /** Seconds in the source of the cover frame. */
  coverAt: z.number().min(0).optional(),
  crop: clipCropSchema.optional(),
  muted: z.boolean().optional(),
});
export type ClipEdit = z.infer<typeof clipEditSchema>;
