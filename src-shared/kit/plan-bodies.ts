import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { localTimeSchema, scheduleSchema, zoneSchema } from '../domain/schedule.ts';
import { roles } from '../team/roles.ts';

/** A day of the wall calendar, `YYYY-MM-DD`. */
export const daySchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

/** Time of a day on the wall, `HH:mm`. */
export const wallClockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const hueSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/)
  .nullable();

export const checklistItemSchema = z.object({ id: idSchema, text: z.string().max(500), done: z.boolean() });

/** Posts belong to a campaign by its name; renaming one renames it on its posts. */
const campaignSchema = z.object({
  goal: z.string().max(2000),
  /** First and last day; null while open. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  budget: z.object({ amount: z.number().min(0), currency: z.string().length(3) }).nullable(),
  /** Markdown. */
  brief: z.string().max(50_000),
  audience: z.string().max(2000),
  owner: z.string().max(200),
  hue: hueSchema,
  checklist: z.array(checklistItemSchema).max(200),
  /** What came of it, in words. */
  results: z.string().max(50_000),
});

/** A theme of the plan; posts belong to it by its name. */
const pillarSchema = z.object({
  /** Wanted part of all posts, 0 to 100 %. */
  share: z.number().min(0).max(100),
  hue: hueSchema,
  description: z.string().max(2000),
});

/** How often an account is to post. */
const cadenceSchema = z.object({
  accountId: idSchema.nullable(),
  /** Platform id, where no account is meant. */
  platform: z.string(),
  /** Posts a week, 0 to 100. */
  perWeek: z.number().min(0).max(100),
});

/** A time of the week kept for posting. */
const slotSchema = z.object({
  /** null: any account. */
  accountId: idSchema.nullable(),
  /** 0 Sunday … 6 Saturday. */
  weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
  time: wallClockSchema,
  /** null: the workspace's zone. */
  zone: zoneSchema.nullable(),
  /** Only posts of this pillar are put here by themselves; '' for any. */
  pillar: z.string().max(200),
});

/** A post that comes again: wall times by an RFC 5545 rule, in one zone, so that clock changes do not move it. */
const seriesSchema = z.object({
  /** RRULE without its name and without DTSTART: `FREQ=WEEKLY;BYDAY=MO,TH;COUNT=10`. */
  rule: z.string().min(5).max(500),
  start: localTimeSchema,
  zone: zoneSchema,
  /** The post that the others are copies of. */
  postId: idSchema,
  /** Occurrences that were taken out, as wall times. */
  exceptions: z.array(localTimeSchema).max(1000),
  /** Posts have been made for all occurrences before this wall time. */
  madeUntil: localTimeSchema.nullable(),
});

/** Good posts that are told again. */
const evergreenSchema = z.object({
  postIds: z.array(idSchema).max(500),
  /** Those of `postIds` that wait until somebody lets them go on. */
  paused: z.array(idSchema).max(500).optional(),
  /** Days between two tellings of the same post, 1 to 730. */
  coolDownDays: z.int().min(1).max(730),
  accountIds: z.array(idSchema).max(100),
  /** Other words for a post, by its id; told in turn. */
  variants: z.record(idSchema, z.array(z.object({ title: z.string(), body: z.string() })).max(20)),
  /** Told so far: which post, which of its versions (0 is its own words), when. */
  told: z
    .array(z.object({ postId: idSchema, variant: z.int().min(0), on: daySchema, as: idSchema }))
    .max(5000),
});

/** A date of one's own. */
const eventSchema = z.object({
  from: daySchema,
  /** The last day. */
  to: daySchema,
  /** Comes every year on its day. */
  yearly: z.boolean(),
  /** Days of preparation before it. */
  leadDays: z.int().min(0).max(365),
  hue: hueSchema,
  note: z.string().max(2000),
});

/** A calendar read from an ICS file; reading the same file again replaces it. */
const subscriptionSchema = z.object({
  fileName: z.string().max(500),
  /** The file's text. */
  text: z.string().max(4_000_000),
  hue: hueSchema,
  shown: z.boolean(),
});

/** Which dates the calendar shows; one item named `dates` a workspace. */
const dateSettingsSchema = z.object({
  /** ISO 3166 codes of countries whose holidays are shown. */
  countries: z.array(z.string().length(2)).max(40),
  lunar: z.boolean(),
  terms: z.boolean(),
  festivals: z.boolean(),
});

/** A view of the calendar under a name. */
const planViewSchema = z.object({
  view: z.string().max(40),
  /** As `src-shared/plan/filter.ts` reads it. */
  filter: z.unknown(),
  /** Rows of the timeline. */
  group: z.string().max(40),
});

/** Someone of the team. A PIN, if any, is kept apart and never leaves the studio. */
const memberSchema = z.object({
  role: z.enum(roles),
  hue: hueSchema,
  /** Someone who left keeps their name on what they did. */
  active: z.boolean(),
});

/** Who must agree before a post may be approved. Empty lists mean all. */
const approvalRuleSchema = z.object({
  accountIds: z.array(idSchema).max(100),
  campaigns: z.array(z.string().max(200)).max(100),
  /** So many of that role. */
  needs: z
    .array(z.object({ role: z.enum(roles), count: z.int().min(1).max(9) }))
    .min(1)
    .max(6),
  /** Hours before its time by which it must be approved, 0 to 720. */
  leadHours: z.number().min(0).max(720),
});

/** What the calendar warns of; one item named `warnings` a workspace. */
const warningSettingsSchema = z.object({
  /** Days in which a campaign or pillar may not come again on one account; 0: never warned of. */
  topicDays: z.int().min(0).max(90),
  /** The same picture, design or clip. */
  mediaDays: z.int().min(0).max(365),
  /** Nearly the same words. */
  textDays: z.int().min(0).max(365),
  /** Hours before its time by which a post is to be ready where no rule of approval says more. */
  leadHours: z.int().min(0).max(720),
  /** Nothing is to be posted in these hours of the workspace's zone; `to` may be on the next day. */
  quiet: z.object({ from: wallClockSchema, to: wallClockSchema }).nullable(),
  /** Keys of warnings that were put away, the newest last. */
  dismissed: z.array(z.string().max(400)).max(2000),
});

/** Steps that are put into posts. */
const checklistSchema = z.object({ items: z.array(z.string().min(1).max(500)).max(100) });

/** What happens in a live session, minute by minute. */
const runOfShowSchema = z.object({
  start: scheduleSchema.nullable(),
  postId: idSchema.nullable(),
  campaign: z.string().max(200),
  /** Minutes that the session may last, 0 to 1440; absent or null: as long as its items take. */
  wanted: z.number().min(0).max(1440).nullable().optional(),
  items: z
    .array(
      z.object({
        id: idSchema,
        title: z.string().max(300),
        /** Length, 0 to 1440. */
        minutes: z.number().min(0).max(1440),
        who: z.string().max(200),
        /** What is said. */
        script: z.string().max(20_000),
        /** What is shown or played. */
        cue: z.string().max(2000),
        /** A countdown or another graphic. */
        designId: idSchema.nullable(),
      }),
    )
    .max(300),
});

/** A review package that was given away, so that answers find their posts. */
const reviewSchema = z.object({
  postIds: z.array(idSchema).min(1).max(500),
  /** What was shown: hash of the content by post id. */
  shown: z.record(idSchema, z.string()),
  message: z.string().max(5000),
  madeAt: z.string(),
  /** Ids of answers that came back. */
  answers: z.array(z.object({ id: z.string(), name: z.string(), at: z.string() })).max(1000),
});

/** What the plan keeps; changed with undo through `plan.saveKit`. */
export const planBodies = {
  campaign: campaignSchema,
  pillar: pillarSchema,
  cadence: cadenceSchema,
  slot: slotSchema,
  series: seriesSchema,
  evergreen: evergreenSchema,
  event: eventSchema,
  subscription: subscriptionSchema,
  'date-settings': dateSettingsSchema,
  'plan-view': planViewSchema,
  'approval-rule': approvalRuleSchema,
  'warning-settings': warningSettingsSchema,
  checklist: checklistSchema,
  'run-of-show': runOfShowSchema,
  review: reviewSchema,
  member: memberSchema,
} as const;
