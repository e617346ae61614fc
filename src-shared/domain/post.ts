import { z } from 'zod';
import { idSchema } from './id.ts';
import { localTimeSchema, scheduleSchema } from './schedule.ts';

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

/** A text that is too long for one post, told as a numbered row of posts; its parts are always made from the text. */
export const threadSchema = z.object({
  /** `1/4`, `(1/4)`, or no number. */
  numbering: z.enum(['slash', 'brackets', 'none']),
  place: z.enum(['start', 'end']),
});
export type Thread = z.infer<typeof threadSchema>;

/** What a target changes of an attachment that it otherwise inherits; absent parts inherit. */
export const attachmentChangeSchema = attachmentSchema
  .pick({ alt: true, crop: true, trim: true, coverAt: true })
  .partial();
export type AttachmentChange = z.infer<typeof attachmentChangeSchema>;

/** A field that is absent inherits the post's. */
export const overridesSchema = z.object({
  title: words.title.optional(),
  body: words.body.optional(),
  document: words.document.optional(),
  hashtags: words.hashtags.optional(),
  link: words.link.optional(),
  firstComment: words.firstComment.optional(),
  /** A list of its own; the two below then mean nothing. */
  attachments: z.array(attachmentSchema).optional(),
  /** By id of the post's attachment. */
  attachmentChanges: z.record(idSchema, attachmentChangeSchema).optional(),
  /** Ids of the post's attachments, the first ones first; those left out follow in the post's order. */
  attachmentOrder: z.array(idSchema).optional(),
  thread: threadSchema.optional(),
  /** How its article looks: a theme of `src-shared/wechat/theme.ts`. */
  articleTheme: z.unknown().optional(),
});
export type Overrides = z.infer<typeof overridesSchema>;

/** One platform format of a post. */
export const targetSchema = z.object({
  id: idSchema,
  /** `platform/format`, for example `x/post`. */
  format: z.string(),
  /** Account of the workspace that it is posted from; null where none was named. */
  accountId: idSchema.nullable(),
  overrides: overridesSchema,
  /** null inherits the post's time. */
  schedule: scheduleSchema.nullable(),
  status: z.enum(['planned', 'ready', 'published']),
  publishedAt: z.string().nullable(),
  publishedUrl: z.string().nullable(),
});
export type Target = z.infer<typeof targetSchema>;

/** What tells targets of a post apart: the format, and the account where one is named (`x/post@<id>`). */
export function targetKey(target: Pick<Target, 'format' | 'accountId'>): string {
  return target.accountId === null ? target.format : `${target.format}@${target.accountId}`;
}

/** The two parts of a `targetKey`. */
export function partsOfKey(key: string): Pick<Target, 'format' | 'accountId'> {
  const [format = '', accountId = null] = key.split('@');
  return { format, accountId };
}

/** What readers must be told about a post. */
export const disclosureSchema = z.object({
  /** Paid partnership or advertisement. */
  advertising: z.boolean(),
  /** Pictures, words or sound made or changed by a machine. */
  synthetic: z.boolean(),
});
export type Disclosure = z.infer<typeof disclosureSchema>;

export const postSchema = z.object({
  id: idSchema,
  revision: z.int(),
  ...words,
  disclosure: disclosureSchema,
  /** Where the facts in the text come from, one note a line; never published. */
  sources: z.string(),
  status: z.enum(postStatuses),
  attachments: z.array(attachmentSchema),
  targets: z.array(targetSchema),
  schedule: scheduleSchema.nullable(),
  campaign: z.string(),
  pillar: z.string(),
  owner: z.string(),
  labels: z.array(z.string().min(1).max(60)).max(50),
  notes: z.string(),
  /** What is wanted of whoever makes it; never published. */
  brief: z.string(),
  checklist: z.array(z.object({ id: idSchema, text: z.string().max(500), done: z.boolean() })).max(200),
  /** It stands for one occurrence of a series: the kit item, and the wall time of its turn. */
  series: z.object({ id: idSchema, at: localTimeSchema }).nullable(),
  /** Where an import found it, so that importing again changes it instead of doubling it; '' for one made here. */
  origin: z.string(),
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
  owner: z.string(),
  labels: z.array(z.string()),
  /** Accounts of its targets. */
  accountIds: z.array(z.string()),
  /** Kit item of its series. */
  seriesId: z.string().nullable(),
  updatedAt: z.string(),
  trashedAt: z.string().nullable(),
});
export type PostSummary = z.infer<typeof postSummarySchema>;

/**
 * What stands on the calendar: a post at its time with the targets that inherit it, or one target with a time of its
 * own. Each stands in exactly one place; `id` is the post's.
 */
export const planEntrySchema = postSummarySchema.extend({
  /** `entryKey`. */
  key: z.string(),
  /** The target whose own time this is; null for the post's. */
  targetId: idSchema.nullable(),
});
export type PlanEntry = z.infer<typeof planEntrySchema>;

/** What tells entries of the plan apart: the post, and the target where it has its own time. */
export function entryKey(postId: string, targetId: string | null): string {
  return targetId === null ? postId : `${postId}/${targetId}`;
}
