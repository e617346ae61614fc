import { z } from 'zod';
import { idSchema } from './id.ts';

export const designSummarySchema = z.object({
  id: idSchema,
  revision: z.int(),
  name: z.string(),
  width: z.int(),
  height: z.int(),
  pages: z.int(),
  /** Path for the media route. */
  thumbnail: z.string(),
  updatedAt: z.string(),
  trashedAt: z.string().nullable(),
});
export type DesignSummary = z.infer<typeof designSummarySchema>;

/** Address of a design's picture for the media route; another one whenever the design or the brand changes. */
export function designThumbnail(
  id: string,
  revision: number,
  brandRevision: number | null | undefined,
): string {
  return `design/${id}?r=${revision}${brandRevision ? `&b=${brandRevision}` : ''}`;
}

/** The same for what never changes by itself: a version, a template of one's own. */
export function keptThumbnail(
  kind: 'version' | 'template',
  id: string,
  brandRevision: number | undefined,
): string {
  return `${kind}/${id}${brandRevision ? `?b=${brandRevision}` : ''}`;
}

/** A design as stored: `document` is the envelope of `src-shared/design`. */
export const designRecordSchema = designSummarySchema.extend({
  document: z.unknown(),
  readOnly: z.boolean(),
});
export type DesignRecord = z.infer<typeof designRecordSchema>;

export const clipSummarySchema = z.object({
  id: idSchema,
  revision: z.int(),
  name: z.string(),
  /** Its first recording or picture; null for one of words and colours alone. */
  assetId: idSchema.nullable(),
  /** Seconds that it plays. */
  duration: z.number(),
  thumbnail: z.string(),
  updatedAt: z.string(),
  trashedAt: z.string().nullable(),
});
export type ClipSummary = z.infer<typeof clipSummarySchema>;

/** A clip as stored: `edit` is the envelope of `src-shared/clip`. */
export const clipRecordSchema = clipSummarySchema.extend({ edit: z.unknown(), readOnly: z.boolean() });
export type ClipRecord = z.infer<typeof clipRecordSchema>;
