import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import {
  attachmentSchema,
  disclosureSchema,
  overridesSchema,
  postContentSchema,
  postSchema,
  postStatuses,
  postSummarySchema,
} from '../domain/post.ts';
import { scheduleSchema } from '../domain/schedule.ts';
import { findingSchema } from '../platforms/finding.ts';
import { command, nothing, query } from './define.ts';
import { planStepSchema } from './plan-step.ts';

const targetChangeSchema = z.object({
  id: idSchema.optional(),
  format: z.string(),
  /** Absent: as it is, none for a new target. */
  accountId: idSchema.nullable().optional(),
  overrides: overridesSchema.default({}),
});

/** Fields that are absent stay as they are. */
export const postChangeSchema = postContentSchema.partial().extend({
  status: z.enum(postStatuses).optional(),
  attachments: z.array(attachmentSchema).optional(),
  /** The whole new list: targets that are missing are removed, ones without an id are new. Their times are kept. */
  targets: z.array(targetChangeSchema).optional(),
  campaign: z.string().optional(),
  pillar: z.string().optional(),
  owner: z.string().optional(),
  disclosure: disclosureSchema.optional(),
  sources: z.string().optional(),
  notes: z.string().optional(),
  labels: postSchema.shape.labels.optional(),
  brief: z.string().optional(),
  checklist: postSchema.shape.checklist.optional(),
});
export type PostChange = z.infer<typeof postChangeSchema>;

/** A state of a post that was kept. */
export const revisionSchema = z.object({
  id: idSchema,
  /** '' for one that was kept by itself. */
  name: z.string(),
  createdAt: z.string(),
  title: z.string(),
  /** First words. */
  excerpt: z.string(),
  /** Characters of the base text. */
  length: z.int(),
});
export type Revision = z.infer<typeof revisionSchema>;

/** What a revision keeps: the words and the platform versions, not times and states. */
export const revisionContentSchema = postContentSchema.extend({
  attachments: z.array(attachmentSchema),
  targets: z.array(
    z.object({ format: z.string(), accountId: idSchema.nullable(), overrides: overridesSchema }),
  ),
});
export type RevisionContent = z.infer<typeof revisionContentSchema>;

export const postCalls = {
  'posts.list': query(
    z.object({
      search: z.string().optional(),
      status: z.enum(postStatuses).optional(),
      /** true: only with a time; false: only without. */
      scheduled: z.boolean().optional(),
      trashed: z.boolean().default(false),
      limit: z.int().min(1).max(1000).default(200),
      offset: z.int().min(0).default(0),
    }),
    z.object({ items: z.array(postSummarySchema), total: z.int() }),
  ),
  'posts.get': query(z.object({ id: idSchema }), postSchema),
  'posts.create': command(
    z.object({
      change: postChangeSchema.default({}),
      schedule: scheduleSchema.nullable().default(null),
      /** Making it is a step of the plan's undo. */
      undoable: z.boolean().optional(),
    }),
    postSchema,
  ),
  /** Fails with `conflict` (detail: `{current: Post}`) when `revision` is not the stored one. */
  'posts.save': command(z.object({ id: idSchema, revision: z.int(), change: postChangeSchema }), postSchema),
  'posts.duplicate': command(z.object({ id: idSchema }), postSchema),
  'posts.check': query(
    z.object({ id: idSchema }),
    z.object({
      ok: z.boolean(),
      targets: z.array(
        z.object({
          targetId: idSchema,
          format: z.string(),
          ok: z.boolean(),
          findings: z.array(findingSchema),
        }),
      ),
    }),
  ),
  /** How many posts outside the trash name each account; accounts without any are left out. */
  'posts.countByAccount': query(nothing, z.array(z.object({ accountId: idSchema, posts: z.int() }))),
  /** Everything below changes the plan and can be undone with `plan.undo`, across restarts. */
  'posts.trash': command(z.object({ ids: z.array(idSchema).min(1) }), planStepSchema),
  'posts.restore': command(z.object({ ids: z.array(idSchema).min(1) }), planStepSchema),
  /** `targetId` null: the post's own time. `schedule` null: back to the unscheduled list. */
  'posts.schedule': command(
    z.object({
      moves: z
        .array(
          z.object({
            id: idSchema,
            targetId: idSchema.nullable().default(null),
            schedule: scheduleSchema.nullable(),
          }),
        )
        .min(1),
    }),
    planStepSchema,
  ),
  /** Records that a person published a target, with the time (ISO 8601) and the link; null takes the record back. */
  'posts.markPublished': command(
    z.object({
      id: idSchema,
      targetId: idSchema,
      published: z
        .object({ at: z.iso.datetime({ offset: true }), url: z.union([z.url(), z.literal('')]) })
        .nullable(),
    }),
    planStepSchema,
  ),
  /** The newest first. */
  'posts.revisions': query(z.object({ id: idSchema }), z.array(revisionSchema)),
  'posts.revision': query(z.object({ id: idSchema, revision: idSchema }), revisionContentSchema),
  'posts.keepRevision': command(z.object({ id: idSchema, name: z.string().max(200) }), revisionSchema),
  /** Makes a kept state the present one; the state before is kept first. Published targets stay as they are. */
  'posts.restoreRevision': command(z.object({ id: idSchema, revision: idSchema }), postSchema),
};
