import { z } from 'zod';
import { idSchema, sha256Schema } from './id.ts';

export const assetKinds = ['image', 'video', 'audio'] as const;

/** One media file of the library; its bytes live in `assets/` under their hash. */
export const assetSchema = z.object({
  id: idSchema,
  revision: z.int(),
  sha256: sha256Schema,
  /** The name it came with, made legal on every system. */
  name: z.string(),
  kind: z.enum(assetKinds),
  /** MIME type decided by content. */
  type: z.string(),
  extension: z.string(),
  bytes: z.int(),
  /** Pixels as shown, after orientation or rotation; 0 for audio. */
  width: z.int(),
  height: z.int(),
  /** Seconds; 0 for stills. */
  duration: z.number(),
  fps: z.number().nullable(),
  codec: z.string().nullable(),
  hasAudio: z.boolean(),
  hasAlpha: z.boolean(),
  animated: z.boolean(),
  /** The original carries a place (GPS); exports never do. */
  hasLocation: z.boolean(),
  alt: z.string(),
  tags: z.array(z.string()),
  /** Where it came from and under which licence; '' where nobody said so yet. */
  source: z.string(),
  licence: z.string(),
  /** Last day of the licence, `YYYY-MM-DD`; null where it does not end. */
  licenceUntil: z.iso.date().nullable(),
  createdAt: z.string(),
  trashedAt: z.string().nullable(),
});
export type Asset = z.infer<typeof assetSchema>;
