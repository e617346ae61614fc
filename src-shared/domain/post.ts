import { z } from 'zod';
import { idSchema } from './id.ts';
import { scheduleSchema } from './schedule.ts';

export const postStatuses = ['idea', 'draft', 'review', 'approved', 'published'] as const;
export type PostStatus = (typeof postStatuses)[number];

/** Parts of a picture, as fractions 0..1 of its shown size. */
export const cropSchema = z.object({
  x: z.number().min(0).max(1),
  y: z.number().min(0).max(1),
  width: z.number().gt(0).max(1),
  height: z.number().gt(0).max(1),
});
export type Crop = z.infer<typeof cropSchema>;

/** Joins a post or target to a picture, a design or a clip. */
export const attachmentSchema = z.object({
  id: idSchema,
  kind: z.enum(['asset', 'design', 'clip']),
  /** Id of the asset, design or clip. */
  refId: idSchema,
  alt: z.string(),
  crop: cropSchema.nullable(),
  /** Seconds of the source, videos only. */
  trim: z.object({ from: z.number().min(0), to: z.number().min(0) }).nullable(),
  /** Cover frame in seconds of the source, videos only. */
  coverAt: z.number().min(0).nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/**
 * The written part of a post. `document` is the Lexical editor state and the source of truth where present;
 * `body` is the same text as Markdown, kept beside it so that search, counting and the command line need no editor.
 */
const words = {
  title: z.string(),
  body: z.string(),
  document: z.unknown().nullable(),
  hashtags: z.array(z.string()),
  link: z.string(),
  firstComment: z.string(),
};

export const postContentSchema = z.object(words);

/** A field that is absent inherits the post's. */
export const overridesSchema = z.object({
  title: words.title.optional(),
  body: words.body.optional(),
  document: words.document.optional(),
  hashtags: words.hashtags.optional(),
  link: words.link.optional(),
  firstComment: words.firstComment.optional(),
  attachments: z.array(attachmentSchema).optional(),
});
export type Overrides = z.infer<typeof overridesSchema>;

/** One platform format of a post. */
export const targetSchema = z.object({
  id: idSchema,
  /** `platform/format`, for example `x/post`. */
  format: z.string(),
  overrides: overridesSchema,
  /** null inherits the post's time. */
  schedule: scheduleSchema.nullable(),
  status: z.enum(['planned', 'ready', 'published']),
  publishedAt: z.string().nullable(),
  publishedUrl: z.string().nullable(),
});
export type Target = z.infer<typeof targetSchema>;

export const postSchema = z.object({
  id: idSchema,
  revision: z.int(),
  ...words,
  status: z.enum(postStatuses),
  attachments: z.array(attachmentSchema),
  targets: z.array(targetSchema),
  schedule: scheduleSchema.nullable(),
  campaign: z.string(),
  pillar: z.string(),
  owner: z.string(),
  notes: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  trashedAt: z.string().nullable(),
});
export type Post = z.infer<typeof postSchema>;

/** What a row of a list or a card on the calendar shows. */
export const postSummarySchema = z.object({
  id: idSchema,
  revision: z.int(),
  title: z.string(),
  /** First words of the body when there is no title. */
  excerpt: z.string(),
  status: z.enum(postStatuses),
  formats: z.array(z.string()),
  schedule: scheduleSchema.nullable(),
  /** Derived instant, ISO 8601 in UTC; null when unscheduled. */
  dueAt: z.string().nullable(),
  /** First attachment that has a picture: the path for the media route, else null. */
  thumbnail: z.string().nullable(),
  campaign: z.string(),
  pillar: z.string(),
  updatedAt: z.string(),
  trashedAt: z.string().nullable(),
});
export type PostSummary = z.infer<typeof postSummarySchema>;
