import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { planEntrySchema, postSchema, postStatuses } from '../domain/post.ts';
import { localTimeSchema, scheduleSchema } from '../domain/schedule.ts';
import { type KitItem, kitKinds } from '../kit/schema.ts';
import { command, nothing, query } from './define.ts';
import { planStepSchema } from './plan-step.ts';

const range = {
  /** Wall times of the viewer's zone; the end is exclusive. */
  from: localTimeSchema,
  to: localTimeSchema,
  zone: z.string(),
};

/** A row of the timeline: '' is the row of those without. */
const rowSchema = z.object({
  by: z.enum(['account', 'campaign', 'pillar']),
  /** Id of the account, or name of the campaign or pillar. */
  value: z.string(),
});

/** An entry of the plan, the time it shall have, and the account whose row it leaves ('' for none). */
const placedSchema = z.object({
  id: idSchema,
  /** The target whose own time this is; the post's otherwise. */
  targetId: idSchema.nullable().optional(),
  schedule: scheduleSchema.nullable(),
  from: z.string().optional(),
});

const keptSchema = z.object({ item: z.custom<KitItem>(), step: planStepSchema });

/** The plan: what stands when, and its changes, all of which `plan.undo` takes back, across restarts. */
export const planCalls = {
  /** Every post and every target with its own time that falls into the range, by time. */
  'plan.range': query(z.object(range), z.array(planEntrySchema)),
  /** What was due before now and is not published, the latest first. */
  'plan.overdue': query(
    z.object({ limit: z.int().min(1).max(1000).default(200) }),
    z.object({ items: z.array(planEntrySchema), total: z.int() }),
  ),
  /** How many entries each day has by status, for an overview; days without any are left out. */
  'plan.density': query(
    z.object(range),
    z.array(
      z.object({
        day: z.string(),
        total: z.int(),
        byStatus: z.partialRecord(z.enum(postStatuses), z.int()),
      }),
    ),
  ),
  /**
   * Changes what the plan sorts posts by. Refuses (`conflict`) to publish or reopen: that is `posts.markPublished`;
   * and a status that the member at work or missing approvals do not allow.
   */
  'plan.change': command(
    z.object({
      ids: z.array(idSchema).min(1).max(5000),
      change: z.object({
        status: z.enum(postStatuses).optional(),
        campaign: z.string().optional(),
        pillar: z.string().optional(),
        owner: z.string().optional(),
        addLabels: z.array(z.string().min(1).max(60)).optional(),
        removeLabels: z.array(z.string()).optional(),
      }),
    }),
    planStepSchema,
  ),
  /**
   * Puts entries at times and into a row: their targets of the account that they leave go to the other account. Throws
   * `invalid-input` where no version of a post fits that account, `conflict` where it has one already or it is published.
   */
  'plan.place': command(
    z.object({ moves: z.array(placedSchema).min(1).max(5000), to: rowSchema }),
    planStepSchema,
  ),
  /**
   * Copies entries to other times (null: without one), and into a row where one is named: a post with all its targets,
   * or with a `targetId` only that one. Undoing puts the copies into the trash. Refuses as `plan.place`.
   */
  'plan.copy': command(
    z.object({ copies: z.array(placedSchema).min(1).max(500), to: rowSchema.optional() }),
    z.object({ posts: z.array(postSchema), step: planStepSchema }),
  ),
  /**
   * As `kit.save`, with undo: campaigns, pillars, slots, series, events … A campaign or pillar that gets another name
   * takes its posts along.
   */
  'plan.saveKit': command(
    z.object({
      kind: z.enum(kitKinds),
      id: idSchema.optional(),
      revision: z.int().optional(),
      name: z.string().min(1).max(200),
      body: z.unknown(),
    }),
    keptSchema,
  ),
  /** As `kit.trash`, with undo. */
  'plan.trashKit': command(z.object({ ids: z.array(idSchema).min(1), trashed: z.boolean() }), planStepSchema),
  'plan.undo': command(nothing, planStepSchema),
  'plan.redo': command(nothing, planStepSchema),
  /** What the next undo and redo would do. */
  'plan.history': query(nothing, z.object({ undo: planStepSchema, redo: planStepSchema })),
};
