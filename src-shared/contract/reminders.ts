import { z } from 'zod';
import { planEntrySchema } from '../domain/post.ts';
import { command, nothing, query } from './define.ts';

const reminderSchema = planEntrySchema.pick({
  key: true,
  id: true,
  targetId: true,
  title: true,
  excerpt: true,
  status: true,
  formats: true,
  thumbnail: true,
  schedule: true,
});

/** Something of the plan whose time has come, or will. */
export const plannedReminderSchema = reminderSchema.extend({
  /** ISO 8601 in UTC. */
  dueAt: z.string(),
  /** Somebody was told. */
  shown: z.boolean(),
  /** ISO 8601; null where nobody put it off. */
  snoozedUntil: z.string().nullable(),
});
export type PlannedReminder = z.infer<typeof plannedReminderSchema>;

const items = z.object({
  items: z
    .array(z.object({ key: z.string().max(100), dueAt: z.string().max(40) }))
    .min(1)
    .max(1000),
});

/** What is due: told once, kept until it is dealt with. Everything is empty while reminders are off. */
export const reminderCalls = {
  'reminders.list': query(
    nothing,
    z.object({
      /** Became due while the machine slept or Galley was closed. */
      missed: z.array(plannedReminderSchema),
      due: z.array(plannedReminderSchema),
      /** The next two days, fifty at most. */
      upcoming: z.array(plannedReminderSchema),
    }),
  ),
  /** A window has shown them. */
  'reminders.shown': command(items, nothing),
  'reminders.dismiss': command(items, nothing),
  /** They come again after so many minutes. */
  'reminders.snooze': command(items.extend({ minutes: z.int().min(1).max(10_080) }), nothing),
};
