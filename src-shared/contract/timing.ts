import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { localTimeSchema, scheduleSchema, zoneSchema } from '../domain/schedule.ts';
import { daySchema, wallClockSchema } from '../kit/plan-bodies.ts';
import { shiftNotes } from '../plan/shift.ts';
import { command, nothing, query } from './define.ts';
import { planStepSchema } from './plan-step.ts';

const bilingualSchema = z.object({ en: z.string(), zh: z.string() });
const ruleSchema = z.string().min(1).max(500);
const atOf = { id: idSchema, at: localTimeSchema.optional() };

/** What a clock change does to an occurrence: `gap` skips its hour, `overlap` brings it twice. */
const occurrenceSchema = z.object({
  /** Wall time of the series. */
  local: localTimeSchema,
  /** ISO 8601 in UTC. */
  dueAt: z.string(),
  note: z.enum(['gap', 'overlap']).nullable(),
  /** The wall time that a skipped one becomes. */
  shown: localTimeSchema,
});

const shiftSchema = z.object({
  /** Posts; absent: all that the filter finds. */
  ids: z.array(idSchema).max(20_000).optional(),
  /** Only what stands at or after that wall time of `zone`, and before the other. */
  from: localTimeSchema.optional(),
  to: localTimeSchema.optional(),
  zone: zoneSchema,
  /** As `src-shared/plan/filter.ts` reads it. */
  filter: z.unknown().optional(),
  days: z.int().min(-3660).max(3660),
  minutes: z.int().min(-1439).max(1439).default(0),
  keepWeekdays: z.boolean().default(false),
});

/** Times of the plan: slots, repeating posts, posts told again, and moving many at once. */
export const timingCalls = {
  /** The next free slots by time. A slot is taken by a post of its account less than 15 minutes away. */
  'slots.next': query(
    z.object({
      /** Absent: of any account. */
      accountId: idSchema.nullable().optional(),
      /** Slots of another pillar are left out; absent: none are. */
      pillar: z.string().optional(),
      /** ISO 8601; absent: now. */
      after: z.iso.datetime().optional(),
      count: z.int().min(1).max(200).default(10),
    }),
    z.array(
      z.object({
        slotId: idSchema,
        accountId: idSchema.nullable(),
        pillar: z.string(),
        schedule: scheduleSchema,
        dueAt: z.string(),
      }),
    ),
  ),
  /**
   * Puts each post, in this order, into the next slot that is free for its accounts and pillar: one step of undo.
   * Published posts and those for which no slot is free within two years are `left`.
   */
  'timing.queue': command(
    z.object({
      ids: z.array(idSchema).min(1).max(1000),
      /** For this account instead of the post's own. */
      accountId: idSchema.optional(),
      after: z.iso.datetime().optional(),
    }),
    z.object({
      step: planStepSchema,
      placed: z.array(z.object({ id: idSchema, schedule: scheduleSchema })),
      left: z.array(idSchema),
    }),
  ),
  /** What a rule means. `invalid-input` when it is none. */
  'series.preview': query(
    z.object({
      rule: ruleSchema,
      start: localTimeSchema,
      zone: zoneSchema,
      exceptions: z.array(localTimeSchema).default([]),
      count: z.int().min(1).max(1000).default(10),
    }),
    z.object({ rule: z.string(), words: bilingualSchema, items: z.array(occurrenceSchema) }),
  ),
  /**
   * Lets a post come again: it stands for the first time, copies are made for the next 90 days and further ones day
   * by day, all in one step. `invalid-input` for a post without a time, `conflict` for one that repeats already.
   */
  'series.make': command(
    z.object({ postId: idSchema, rule: ruleSchema, until: daySchema.optional() }),
    z.object({ seriesId: idSchema, made: z.int(), step: planStepSchema }),
  ),
  /**
   * Another rule, time, zone or other words for one occurrence, those from it on, or all that are still to come.
   * What was published, or moved by hand, stays.
   */
  'series.change': command(
    z.object({
      ...atOf,
      scope: z.enum(['this', 'following', 'all']),
      rule: ruleSchema.optional(),
      time: wallClockSchema.optional(),
      zone: zoneSchema.optional(),
      /** The post whose words the others take. */
      wordsFrom: idSchema.optional(),
    }),
    z.object({ seriesId: idSchema, step: planStepSchema }),
  ),
  /** Takes one occurrence out (it does not come back), or ends the series before it, or altogether. */
  'series.remove': command(
    z.object({ ...atOf, scope: z.enum(['this', 'following', 'all']) }),
    planStepSchema,
  ),
  /** Makes the posts of the next 90 days that are missing. The studio does it by itself when a workspace opens, and daily. */
  'series.extend': command(nothing, z.object({ made: z.int() })),
  /** The posts of an evergreen list, the one whose turn it is first. */
  'evergreen.next': query(
    z.object({ id: idSchema }),
    z.array(
      z.object({
        postId: idSchema,
        title: z.string(),
        /** Version that is told next; 0 are its own words. */
        variant: z.int(),
        versions: z.int(),
        last: daySchema.nullable(),
        /** It waits until somebody lets it go on. */
        paused: z.boolean(),
        /** First day on which it may be told again; null: any. */
        restedOn: daySchema.nullable(),
        told: z.array(z.object({ variant: z.int(), on: daySchema, as: idSchema })),
      }),
    ),
  ),
  /** Puts copies of the posts that rested longest into the next free slots: one step of undo. */
  'evergreen.plan': command(
    z.object({ id: idSchema, count: z.int().min(1).max(100), after: z.iso.datetime().optional() }),
    z.object({
      step: planStepSchema,
      planned: z.array(
        z.object({ postId: idSchema, variant: z.int(), as: idSchema, schedule: scheduleSchema }),
      ),
    }),
  ),
  /** What moving would do; published posts stay and are counted. The first 500 rows, by time. */
  'shift.preview': query(
    shiftSchema,
    z.object({
      rows: z.array(
        z.object({
          key: z.string(),
          id: idSchema,
          targetId: idSchema.nullable(),
          title: z.string(),
          formats: z.array(z.string()),
          before: scheduleSchema,
          after: scheduleSchema,
          notes: z.array(z.enum(shiftNotes)),
        }),
      ),
      total: z.int(),
      published: z.int(),
      /** Days that are moved: whole weeks where weekdays are kept. */
      days: z.int(),
      notes: z.partialRecord(z.enum(shiftNotes), z.int()),
    }),
  ),
  /** Moves them, as one step of undo. */
  'shift.apply': command(shiftSchema, planStepSchema),
};
