import { z } from 'zod';
import { bilingualSchema, failureSchema } from './failure.ts';
import { idSchema } from '../domain/id.ts';
import { jobSchema } from '../domain/job.ts';
import { command, nothing, query } from './define.ts';

export const settingsSchema = z.object({
  language: z.enum(['system', 'zh', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** Folder or file of the user's own ffmpeg; empty: found by Galley. */
  ffmpegPath: z.string(),
  /** 0 Sunday, 1 Monday; null: by locale. */
  weekStart: z.union([z.literal(0), z.literal(1)]).nullable(),
  /** Posts that are due are told. */
  reminders: z.boolean(),
  /** How long before its time, 0 to 1440. */
  reminderMinutes: z.int().min(0).max(1440),
  /** Also outside the window, as notifications of the system; a browser asks for that by itself. */
  systemNotifications: z.boolean(),
  /** Closing the last window leaves Galley in the tray, where there is one. */
  keepInTray: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** One line of `doctor`. */
export const doctorCheckSchema = z.object({ name: z.string(), ok: z.boolean(), detail: bilingualSchema });

export const systemCalls = {
  /** What this host can do, for menus and buttons. */
  'system.host': query(
    nothing,
    z.object({
      host: z.enum(['electron', 'web', 'cli']),
      version: z.string(),
      platform: z.string(),
      /** System language, `zh` or `en`. */
      language: z.enum(['zh', 'en']),
      zone: z.string(),
      /** Native dialogs are there: `system.pickFolder`, `system.pickFiles`, `system.reveal`. */
      dialogs: z.boolean(),
    }),
  ),
  'system.pickFolder': command(nothing, z.object({ path: z.string().nullable() })),
  'system.pickFiles': command(nothing, z.object({ paths: z.array(z.string()) })),
  /** Shows a package, an export or the workspace in the system's file manager. */
  'system.reveal': command(z.object({ path: z.string() }), nothing),
  'system.doctor': query(nothing, z.object({ ok: z.boolean(), checks: z.array(doctorCheckSchema) })),
  'settings.get': query(nothing, settingsSchema),
  'settings.set': command(settingsSchema.partial(), settingsSchema),
  'jobs.list': query(nothing, z.array(jobSchema)),
  'jobs.cancel': command(z.object({ id: idSchema }), nothing),
  /** Takes a finished job off the list. */
  'jobs.dismiss': command(z.object({ id: idSchema }), nothing),
};

/** What the studio tells its windows; each carries enough to re-read what changed. */
export const events = {
  'job.changed': jobSchema,
  'job.dismissed': z.object({ id: idSchema }),
  'workspace.changed': nothing,
  'settings.changed': settingsSchema,
  'records.changed': z.object({
    /** `brand`, `font`, `template`, `lut`, `kit`, `checks` and the last five come without ids: whoever shows any of them reads all again. */
    kind: z.enum([
      'post',
      'asset',
      'design',
      'clip',
      'brand',
      'font',
      'template',
      'render',
      'lut',
      'kit',
      'checks',
      'comment',
      'task',
      'approval',
      'member',
      'result',
    ]),
    ids: z.array(idSchema),
  }),
  /** Something is due now or was while the machine slept; `reminders.list` tells what. */
  'reminder.due': z.object({ keys: z.array(z.string()) }),
  /** What `reminders.list` answers is another now. */
  'reminders.changed': nothing,
  /** The shell leads this window to an address of the app, such as `/posts/<id>?handoff=all`. */
  'window.open': z.object({ path: z.string().startsWith('/') }),
  problem: failureSchema,
};
