import { z } from 'zod';
import { assetSchema } from '../domain/asset.ts';
import { brandSchema } from '../domain/brand.ts';
import { designRecordSchema, designSummarySchema } from '../domain/design-record.ts';
import { idSchema } from '../domain/id.ts';
import { importSourceSchema } from './assets.ts';
import { bilingualSchema, failureSchema } from './failure.ts';
import { command, job, nothing, query } from './define.ts';

const designId = z.object({ id: idSchema });

/** One step of undo as it is kept; patches are lists of changes of `src-shared/design/operations.ts`. */
export const historyStepSchema = z.object({ patch: z.array(z.unknown()), inverse: z.array(z.unknown()) });
export type HistoryStep = z.infer<typeof historyStepSchema>;

export const designVersionSchema = z.object({
  id: idSchema,
  /** '' for one that was kept by itself. */
  name: z.string(),
  createdAt: z.string(),
  width: z.int(),
  height: z.int(),
  pages: z.int(),
  /** Path for the media route. */
  thumbnail: z.string(),
});
export type DesignVersion = z.infer<typeof designVersionSchema>;

/** A table that was read from a file: its first row names the columns. */
export const tableSchema = z.object({
  columns: z.array(z.string()),
  /** As many cells in each row as there are columns; dates as ISO, numbers as they are shown. */
  rows: z.array(z.array(z.string())),
  /** 'utf-8', 'gb18030', 'utf-16le' …; '' for a workbook. */
  encoding: z.string(),
  sheets: z.array(z.string()),
  /** What was left out or renamed on the way. */
  notes: z.array(bilingualSchema),
});
export type Table = z.infer<typeof tableSchema>;

/** Undo kept across restarts, versions, templates of one's own, the brand, fonts of one's own, rows into designs. */
export const designWorkCalls = {
  /** Steps that can be taken back (last is newest) and done again (last is next), for the stored revision only. */
  'designs.history': query(
    designId,
    z.object({ revision: z.int(), done: z.array(historyStepSchema), undone: z.array(historyStepSchema) }),
  ),
  'designs.versions': query(designId, z.array(designVersionSchema)),
  'designs.version': query(designId.extend({ version: idSchema }), z.object({ document: z.unknown() })),
  /** Keeps the present state under a name; a version is also kept by itself when the last is ten minutes old. */
  'designs.keepVersion': command(designId.extend({ name: z.string().min(1).max(200) }), designVersionSchema),
  /** The state before is kept as a version first. */
  'designs.restoreVersion': command(designId.extend({ version: idSchema }), designRecordSchema),

  /** The design of a template, to take its pages into another; `language` as in `designs.create`. */
  'designs.template': query(
    z.object({ id: z.string().min(1), language: z.enum(['en', 'zh']).optional() }),
    z.object({ document: z.unknown() }),
  ),
  /** Copies a design into the workspace's own templates; its locks are what a team may not change. */
  'designs.saveTemplate': command(
    designId.extend({ name: z.string().min(1).max(200), category: z.string().min(1).max(60) }),
    designSummarySchema,
  ),
  'designs.removeTemplate': command(z.object({ id: idSchema }), nothing),
  /** Takes the removal back. */
  'designs.restoreTemplate': command(z.object({ id: idSchema }), nothing),

  'brand.get': query(nothing, brandSchema),
  /** Fails with `conflict` (detail: `{current: Brand}`) when `revision` is not the stored one. */
  'brand.save': command(z.object({ brand: brandSchema }), brandSchema),

  /** TTF, OTF, TTC, WOFF, WOFF2; kept in the workspace under their hash. */
  'fonts.import': job(
    z.object({ sources: z.array(importSourceSchema).min(1) }),
    z.object({
      imported: z.array(
        z.object({
          family: z.string(),
          name: z.string(),
          weight: z.int(),
          /** It was there already, by content. */
          duplicate: z.boolean(),
          /** What its maker says about use in documents; null where nothing restricts it. */
          note: bilingualSchema.nullable(),
        }),
      ),
      refused: z.array(z.object({ name: z.string(), failure: failureSchema })),
    }),
  ),
  /** Refuses (`conflict`) while a design, a template or the brand uses it, naming them. */
  'fonts.remove': command(z.object({ family: z.string().min(1) }), nothing),

  /** Takes the background away by colour from the edges inwards; the result is a new picture of the library. */
  'images.cutout': job(
    z.object({
      assetId: idSchema,
      /** Hex; absent: the colour that the edges have most of. */
      colour: z
        .string()
        .regex(/^#[0-9a-fA-F]{6}$/)
        .optional(),
      /** How different a colour may be and still belong to the background: 0 to 100. */
      tolerance: z.number().min(0).max(100).default(18),
      /** Also inside the subject, not only what touches the edge. */
      everywhere: z.boolean().default(false),
      /** Softening of the edge in px of the picture. */
      feather: z.number().min(0).max(20).default(1),
    }),
    assetSchema,
  ),

  /** Reads CSV, TSV or XLSX for a merge; the first 5,000 rows. */
  'tables.read': job(
    z.object({ source: importSourceSchema, name: z.string(), sheet: z.string().optional() }),
    tableSchema,
  ),
  /** One design and one post for each row; a row that fails is reported and leaves nothing. */
  'designs.merge': job(
    designId.extend({
      table: tableSchema.pick({ columns: true, rows: true }),
      /** Name of each design; {{column}} is replaced. */
      name: z.string().min(1).max(200),
      /** Words of each post, Markdown; {{column}} is replaced. '' makes no posts. */
      postBody: z.string().max(100_000),
      formats: z.array(z.string()).default([]),
    }),
    z.object({
      results: z.array(z.object({ row: z.int(), designId: idSchema, postId: idSchema.nullable() })),
      errors: z.array(z.object({ row: z.int(), message: bilingualSchema })),
    }),
  ),
};
