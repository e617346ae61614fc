import { z } from 'zod';

/** The parts of Postiz's answers (public API v1, docs.postiz.com/public-api, read 2026-11) that are read. */
export const postizChannelsSchema = z.array(
  z.object({ id: z.string(), name: z.string(), identifier: z.string(), disabled: z.boolean().optional() }),
);
export type PostizChannel = z.infer<typeof postizChannelsSchema>[number];

export const postizUploadSchema = z.object({ id: z.string(), path: z.string() });
export type PostizUpload = z.infer<typeof postizUploadSchema>;

export const postizDraftsSchema = z.array(z.object({ postId: z.string() }));

/** What the user's own file keeps; both '' while it is off. */
export const postizSettingsSchema = z.object({ server: z.string(), key: z.string() });
