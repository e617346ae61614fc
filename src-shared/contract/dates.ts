import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { postSchema } from '../domain/post.ts';
import { zoneSchema } from '../domain/schedule.ts';
import { daySchema, wallClockSchema } from '../kit/plan-bodies.ts';
import { importSourceSchema } from './assets.ts';
import { command, job, nothing, query } from './define.ts';
import { planStepSchema } from './plan-step.ts';

const bilingual = z.object({ en: z.string(), zh: z.string() });
const hue = z.string().nullable();

/** What a day is besides its number. */
const dayDatesSchema = z.object({
  day: daySchema,
  /** Date of the Chinese calendar: `short` fits under a day's number; null when not wanted. */
  lunar: z.object({ short: bilingual, full: bilingual }).nullable(),
  /** One of the 24 solar terms that begins on this day in China; `at` is `HH:mm` in Asia/Shanghai. */
  term: z.object({ name: bilingual, at: wallClockSchema }).nullable(),
  holidays: z.array(
    z.object({
      /** ISO 3166, two letters. */
      country: z.string(),
      name: z.object({ own: z.string(), en: z.string(), zh: z.string() }),
      /** `off`: a public holiday; `work`: a day of a weekend that is worked for one; `observance`: neither. */
      kind: z.enum(['off', 'work', 'observance']),
      /** The country has not said yet which days around it are off. */
      open: z.boolean(),
      /** Of the first of the chosen countries, whose days off and working days the calendar marks. */
      home: z.boolean(),
    }),
  ),
  festivals: z.array(
    z.object({
      /** Of `src-shared/dates/festivals.ts`. */
      id: z.string(),
      name: bilingual,
      kind: z.enum(['tradition', 'shopping', 'observance']),
      /** Its day is not announced but guessed from other years. */
      estimated: z.boolean(),
      /** It has a plan of posts that lead up to it. */
      hasLead: z.boolean(),
    }),
  ),
  events: z.array(
    z.object({
      /** Kit item of the date or of the calendar that it stands in. */
      id: idSchema,
      source: z.enum(['own', 'calendar']),
      title: z.string(),
      /** First and last day. */
      from: daySchema,
      to: daySchema,
      /** When it begins on its first day in the workspace's zone; null for whole days. */
      time: wallClockSchema.nullable(),
      hue,
      leadDays: z.int(),
    }),
  ),
});
export type DayDates = z.infer<typeof dayDatesSchema>;

const calendarSchema = z.object({
  id: idSchema,
  name: z.string(),
  fileName: z.string(),
  hue,
  shown: z.boolean(),
  /** Events in the file; one that comes again counts once. */
  events: z.int(),
  /** Events or rules in it that could not be read. */
  problems: z.array(bilingual),
});
export type SubscribedCalendar = z.infer<typeof calendarSchema>;

const stepSchema = z.object({
  day: daySchema,
  title: z.string().min(1).max(300),
  brief: z.string().max(2000),
});

/** Days that matter to a plan: holidays, the Chinese calendar, shopping festivals, one's own dates, other calendars. */
export const dateCalls = {
  /** Every day from `from` to `to`, both included, at most 400. */
  'dates.range': query(z.object({ from: daySchema, to: daySchema }), z.array(dayDatesSchema)),
  /**
   * Reads an ICS file of at most 4 million characters. `save` keeps it as a calendar (a step that can be undone); a
   * file of the same name is replaced. Fails with `unreadable-file`.
   */
  'dates.readIcs': job(
    z.object({ source: importSourceSchema, name: z.string().max(500), save: z.boolean() }),
    z.object({
      name: z.string(),
      fileName: z.string(),
      events: z.int(),
      problems: z.array(bilingual),
      /** The next of its events from today on, at most 8. */
      next: z.array(z.object({ title: z.string(), from: daySchema, time: wallClockSchema.nullable() })),
      /** The calendar that it replaces. */
      replaces: idSchema.nullable(),
      /** The kept calendar; null when it was only looked at. */
      id: idSchema.nullable(),
    }),
  ),
  /** Calendars read from files, by name, without their text. */
  'dates.calendars': query(nothing, z.array(calendarSchema)),
  'dates.changeCalendar': command(
    z.object({
      id: idSchema,
      name: z.string().min(1).max(200).optional(),
      hue: hue.optional(),
      shown: z.boolean().optional(),
    }),
    planStepSchema,
  ),
  /** Makes an idea post for every step of a lead-up, all of them one step of undo; those that are there stay alone. */
  'dates.planLead': command(
    z.object({
      /** What tells this lead-up from others: the festival or date and its day. */
      occasion: z.string().min(1).max(200),
      steps: z.array(stepSchema).min(1).max(30),
      time: wallClockSchema,
      zone: zoneSchema,
      campaign: z.string().max(200).default(''),
    }),
    z.object({ posts: z.array(postSchema), step: planStepSchema }),
  ),
};
