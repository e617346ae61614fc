import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { localTimeSchema, zoneSchema } from '../domain/schedule.ts';
import { daySchema } from '../kit/plan-bodies.ts';
import { warningCodes } from '../plan/warnings-context.ts';
import { importSourceSchema } from './assets.ts';
import { job, query } from './define.ts';
import { bilingualSchema } from './failure.ts';

const warningSchema = z.object({
  key: z.string(),
  code: z.enum(warningCodes),
  severity: z.enum(['error', 'warning', 'note']),
  message: bilingualSchema,
  day: daySchema,
  postIds: z.array(idSchema),
  /** Keys of entries of the plan. */
  keys: z.array(z.string()),
  /** The post that would go to the next free slot (`timing.queue`); null where that helps nothing. */
  movable: idSchema.nullable(),
});

const hourSchema = z.object({
  /** 0 Sunday … 6 Saturday */
  weekday: z.int(),
  hour: z.int(),
  /** 0 to 1 */
  score: z.number(),
});

/** Where the hours come from: own results, a source, or nothing better than a guess. */
const hoursSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('results'), count: z.int() }),
  z.object({
    kind: z.literal('source'),
    name: z.string(),
    url: z.string(),
    date: z.string(),
    /** `study`: figures of many accounts; `secondary`: told by somebody else, or without its method. */
    confidence: z.enum(['study', 'secondary']),
  }),
  z.object({ kind: z.literal('estimate') }),
]);

const figuresSchema = z.object({
  count: z.int(),
  reach: z.int(),
  engagements: z.int(),
  medianReach: z.number(),
  /** Engagements by reach. */
  rate: z.number(),
});

/** What a plan needs to be told about, when posts do well, and how it keeps to its goals; all of it found here. */
export const insightCalls = {
  /**
   * What should be looked at in [from, to), wall times of `zone`; what is over is left alone. At most 200 of a kind are
   * listed, `totals` counts all. `picturesLeft`: pictures that were not looked at yet; asking again goes on with them.
   */
  'insight.warnings': query(
    z.object({ from: localTimeSchema, to: localTimeSchema, zone: zoneSchema }),
    z.object({
      warnings: z.array(warningSchema),
      totals: z.partialRecord(z.enum(warningCodes), z.int()),
      /** Put away by somebody. */
      dismissed: z.int(),
      picturesLeft: z.int(),
    }),
  ),
  /** Hours of the week for a platform: from own results where there are 20 or more, else from a source. */
  'insight.bestHours': query(
    z.object({ platform: z.string().min(1), accountId: idSchema.optional(), zone: zoneSchema }),
    z.object({
      source: hoursSourceSchema,
      /** `cells[weekday][hour]`, 0 to 1. */
      cells: z.array(z.array(z.number())),
      best: z.array(hourSchema),
      /** Results that are there, also when they are too few. */
      results: z.int(),
    }),
  ),
  /** Goals against the plan: posts a week of each cadence, and shares of the pillars. `to` is exclusive. */
  'insight.balance': query(
    z.object({ from: daySchema, to: daySchema, zone: zoneSchema }),
    z.object({
      cadences: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          accountId: idSchema.nullable(),
          platform: z.string(),
          perWeek: z.number(),
          /** Whole weeks from Monday on. */
          weeks: z.array(
            z.object({ from: daySchema, week: z.string(), planned: z.int(), published: z.int() }),
          ),
        }),
      ),
      pillars: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          hue: z.string().nullable(),
          /** Percent. */
          wanted: z.number(),
          actual: z.number(),
          count: z.int(),
        }),
      ),
      /** Posts with one of the pillars, and those without. */
      counted: z.int(),
      without: z.int(),
    }),
  ),
  /**
   * What came of the posts of each platform and account that results were brought in for; days (both included) are
   * those of `zone`. A set without posts in them is left out.
   */
  'results.report': query(
    z.object({
      platform: z.string().min(1).optional(),
      accountId: idSchema.optional(),
      from: daySchema.optional(),
      to: daySchema.optional(),
      zone: zoneSchema,
    }),
    z.array(
      z.object({
        platform: z.string(),
        accountId: idSchema.nullable(),
        ...figuresSchema.shape,
        /** First and last day with a post. */
        from: daySchema,
        to: daySchema,
        months: z.array(figuresSchema.extend({ month: z.string() })),
        top: z.array(
          z.object({
            local: localTimeSchema,
            title: z.string(),
            link: z.string(),
            reach: z.int(),
            engagements: z.int(),
          }),
        ),
      }),
    ),
  ),
  /**
   * Reads results that a platform lets one download (CSV or XLSX). The same post again (by its link, else by its time
   * and title) is changed, not doubled. `unreadable-file` when no column names a date and one a reach.
   */
  'results.import': job(
    z.object({
      source: importSourceSchema,
      name: z.string(),
      platform: z.string().min(1),
      accountId: idSchema.nullable().default(null),
      sheet: z.string().optional(),
      /** Of the dates in the file. */
      zone: zoneSchema,
      /** How `03/04/2026` is read where the file leaves it open. */
      dateOrder: z.enum(['mdy', 'dmy']).default('mdy'),
    }),
    z.object({
      rows: z.int(),
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      refused: z.array(z.object({ row: z.int(), reason: bilingualSchema })),
      /** Which column was taken for what. */
      columns: z.array(z.object({ name: z.string(), field: z.string() })),
    }),
  ),
};
