import { z } from 'zod';
import { bilingualSchema } from '#shared/contract/failure.ts';
import { confidences } from './rule-pack.ts';

/** What a check of a target can find. */
export const findingCodes = [
  'text-too-long',
  'text-too-short',
  'text-required',
  'hashtags-too-many',
  'hashtag-invalid',
  'hashtag-too-long',
  'mentions-too-many',
  'links-too-many',
  'link-not-clickable',
  'media-missing',
  'media-too-many',
  'media-type',
  'media-mixed',
  'image-too-large-bytes',
  'image-too-large-pixels',
  'image-too-large-side',
  'image-too-small',
  'image-aspect',
  'video-too-long',
  'video-too-short',
  'video-bytes',
  'video-container',
  'video-codec',
  'video-aspect',
  'video-dimensions',
  'video-bitrate',
  'video-audio',
  'fps',
  'alt-missing',
  'alt-too-long',
  'cover-missing',
  'cover-aspect',
  'safe-area',
  'schedule-past',
  'schedule-too-soon',
  'schedule-too-late',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** One-click repairs that a finding can offer. */
export const fixCodes = [
  'shorten-text',
  'fill-text',
  'remove-hashtags',
  'remove-links',
  'add-media',
  'remove-media',
  'convert-image',
  'compress-image',
  'crop-image',
  'trim-clip',
  'fit-clip',
  'reframe-clip',
  'write-alt',
  'choose-cover',
  'clean-hashtags',
  'remove-mentions',
  'move-layers',
  'change-time',
  'replace-words',
  'add-label',
  'mark-disclosure',
  'use-https',
  'mend-link',
  'hide-personal',
  'add-source',
  'set-licence',
] as const;
export type FixCode = (typeof fixCodes)[number];

/**
 * Result of a check. `error` refuses (only where the platform itself states the rule), `warning` asks to look,
 * `note` is advice.
 */
export const findingSchema = z.object({
  /** One of `findingCodes` for platform rules; other checks bring their own codes. */
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  /** Field of the platform's form. */
  field: z.string().optional(),
  /** Place in the list of media, from 0. */
  media: z.int().nonnegative().optional(),
  /** UTF-16 indexes of the words that are meant, in the composed text of `field`. */
  at: z.object({ from: z.int(), to: z.int() }).optional(),
  message: bilingualSchema,
  /** Why it matters, where the message alone does not tell. */
  why: bilingualSchema.optional(),
  fix: z
    .object({
      code: z.string(),
      label: bilingualSchema,
      /** What is put in place of the words at `at`, or in front of the text for a label. */
      put: z.string().optional(),
    })
    .optional(),
  /** Key of the rule pack's sources; of word lists the law or guideline itself. */
  source: z.string().optional(),
  confidence: z.enum(confidences).optional(),
});
export type Finding = z.infer<typeof findingSchema>;
