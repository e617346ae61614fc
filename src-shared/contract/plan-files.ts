import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { zoneSchema } from '../domain/schedule.ts';
import { isMeaning } from '../plan/files/fields.ts';
import { repeatWays } from '../plan/files/ics-repeats.ts';
import { tablePresets } from '../plan/files/presets.ts';
import { importSourceSchema } from './assets.ts';
import { job } from './define.ts';
import { bilingualSchema } from './failure.ts';
import { planStepSchema } from './plan-step.ts';

/** Encodings that a reader of a table can be told to use. */
export const tableEncodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

const file = {
  source: importSourceSchema,
  /** What the file is called, with its ending. */
  name: z.string(),
  /** Of a workbook; absent: the first. */
  sheet: z.string().optional(),
  /** Absent: found out. */
  encoding: z.enum(tableEncodings).optional(),
  /** Takes the table for that tool's instead of looking. */
  preset: z.enum(tablePresets).optional(),
};

const importSchema = z.object({
  ...file,
  /** Meaning of each column by its place (`planFields`, `on:<platform>`); absent: as the preset has it. */
  mapping: z.array(z.string().refine(isMeaning, { message: 'not a field of the plan' })).optional(),
  /** Of times that name none; absent: the workspace's. */
  zone: zoneSchema.optional(),
  /** How `03/04/2026` is read; needed where the file leaves it open. */
  dateOrder: z.enum(['mdy', 'dmy']).optional(),
  /** `platform/format` of rows that name no platform. */
  format: z.string().optional(),
  /** What is made of an event of a calendar that repeats; absent: a post of its first date. */
  repeats: z.enum(repeatWays).optional(),
});

export const planFileKinds = ['csv', 'xlsx', 'ics', 'json', 'pdf', 'png'] as const;

const refusedSchema = z.object({ row: z.int(), title: z.string(), reason: bilingualSchema });

const previewRowSchema = z.object({
  /** Number in the file, from 1. */
  row: z.int(),
  action: z.enum(['new', 'update', 'same', 'refuse']),
  title: z.string(),
  local: z.string().nullable(),
  zone: z.string().nullable(),
  /** `platform/format` names. */
  targets: z.array(z.string()),
  problems: z.array(bilingualSchema),
});
export type PlanPreviewRow = z.infer<typeof previewRowSchema>;

/** The plan from files of other tools and into files. */
export const planFileCalls = {
  /** Looks at a file: what it is, its columns and what they seem to mean. */
  'planfile.read': job(
    z.object(file),
    z.object({
      kind: z.enum(['table', 'ics', 'json']),
      preset: z.enum(tablePresets),
      encoding: z.string(),
      sheets: z.array(z.string()),
      columns: z.array(z.string()),
      mapping: z.array(z.string()),
      /** First rows, cells as in `columns`. */
      sample: z.array(z.array(z.string())),
      rows: z.int(),
      /** Events of a calendar that repeat. */
      repeating: z.int(),
      /** `ambiguous`: it has to be asked for before importing. */
      dateOrder: z.enum(['none', 'mdy', 'dmy', 'ambiguous']),
    }),
  ),
  /** What importing would do, row by row; nothing is written. */
  'planfile.preview': job(importSchema, z.object({ rows: z.array(previewRowSchema) })),
  /**
   * Brings the file in as one step of undo. The same file again changes only what is different. Every row is counted
   * once: rows = imported + updated + same + refused.
   */
  'planfile.import': job(
    importSchema,
    z.object({
      rows: z.int(),
      imported: z.int(),
      updated: z.int(),
      same: z.int(),
      refused: z.array(refusedSchema),
      /** Series that were begun; the posts of their further turns are counted nowhere else. */
      series: z.int(),
      step: planStepSchema,
    }),
  ),
  /** The plan, or a part of it, as a file. */
  'planfile.export': job(
    z.object({
      format: z.enum(planFileKinds),
      /** Days of the workspace's zone, both included; without them everything, the unscheduled too. */
      from: z.iso.date().optional(),
      to: z.iso.date().optional(),
      ids: z.array(idSchema).optional(),
      /** `YYYY-MM` of a month sheet; absent: the present month. */
      month: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional(),
      /** The last month of a sheet for each: pages of one PDF, or pictures in a ZIP; absent: only the first. */
      lastMonth: z
        .string()
        .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
        .optional(),
      language: z.enum(['en', 'zh']).default('en'),
      /** Minutes before each post that a calendar reminds. */
      alarmMinutes: z.int().min(0).max(10_080).optional(),
    }),
    z.object({
      path: z.string(),
      name: z.string(),
      /** Address to download it from. */
      url: z.string(),
      /** Posts in it; in a calendar file its events. */
      rows: z.int(),
      /** Posts without a time, which a calendar cannot show. */
      left: z.int(),
    }),
  ),
};
