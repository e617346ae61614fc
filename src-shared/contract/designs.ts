import { z } from 'zod';
import { bilingualSchema } from './failure.ts';
import { designRecordSchema, designSummarySchema } from '../domain/design-record.ts';
import { idSchema } from '../domain/id.ts';
import { command, job, nothing, query } from './define.ts';
import { historyStepSchema } from './design-work.ts';

export const renderedFileSchema = z.object({
  path: z.string(),
  /** Address for the media route. */
  url: z.string(),
  format: z.string().nullable(),
  page: z.int(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  type: z.string(),
  needsReview: z.boolean(),
  /** What somebody should know of it: missing pictures or characters, made smaller for the byte limit. */
  notes: z.array(bilingualSchema).optional(),
});
export type RenderedFile = z.infer<typeof renderedFileSchema>;

export const imageTypes = ['png', 'jpeg', 'webp', 'avif'] as const;
/** PDF holds all chosen pages in one file; SVG is one file a page. Both keep text and shapes as vectors. */
export const designFileTypes = [...imageTypes, 'pdf', 'svg'] as const;
export type DesignFileType = (typeof designFileTypes)[number];

export const designCalls = {
  'designs.list': query(
    z.object({
      search: z.string().optional(),
      trashed: z.boolean().default(false),
      limit: z.int().min(1).max(1000).default(200),
      offset: z.int().min(0).default(0),
    }),
    z.object({ items: z.array(designSummarySchema), total: z.int() }),
  ),
  'designs.get': query(z.object({ id: idSchema }), designRecordSchema),
  /** The workspace's own, newest first, then the starter ones with words in the asked (else the set) language. */
  'designs.templates': query(
    z.object({ language: z.enum(['en', 'zh']).optional() }),
    z.array(
      z.object({
        id: z.string(),
        name: bilingualSchema,
        category: z.string(),
        /** A template of the workspace's own; removable. */
        own: z.boolean(),
        width: z.int(),
        height: z.int(),
        thumbnail: z.string(),
      }),
    ),
  ),
  'designs.fonts': query(
    nothing,
    z.array(
      z.object({
        id: z.string(),
        family: z.string(),
        name: bilingualSchema,
        weight: z.int(),
        style: z.enum(['normal', 'italic']),
        script: z.enum(['latin', 'han', 'emoji']),
        url: z.string(),
        /** Brought by the user; `family` is then an alias of its bytes (`user-…`), `name` what it is called. */
        own: z.boolean(),
        /** Typographic, in em. */
        ascent: z.number(),
        descent: z.number(),
        /** What its maker says about use in documents; null where nothing restricts it. */
        note: bilingualSchema.nullable(),
      }),
    ),
  ),
  /**
   * Characters that neither the fonts they are asked in nor those that stand in have, each once, and a family
   * (bundled, or of the workspace's own) that has most of them.
   */
  'designs.missingGlyphs': query(
    z.object({
      pieces: z
        .array(z.object({ text: z.string().max(100_000), family: z.string(), weight: z.number() }))
        .max(1000),
    }),
    z.object({ missing: z.array(z.string()), substitute: z.string().nullable() }),
  ),
  /** From a size, or from a starter template (its size unless one is given). */
  'designs.create': command(
    z.object({
      name: z.string().min(1),
      template: z.string().optional(),
      width: z.int().min(16).max(8192).optional(),
      height: z.int().min(16).max(8192).optional(),
      /** Which words a starter template comes with; absent: the language of the settings. */
      language: z.enum(['en', 'zh']).optional(),
    }),
    designRecordSchema,
  ),
  /** Fails with `conflict` (detail: `{current: DesignRecord}`) when `revision` is not the stored one. */
  'designs.save': command(
    z.object({
      id: idSchema,
      revision: z.int(),
      name: z.string().min(1).optional(),
      document: z.unknown(),
      /** The undo that belongs to this state, kept for the next start; absent: none is kept. */
      history: z.object({ done: z.array(historyStepSchema), undone: z.array(historyStepSchema) }).optional(),
    }),
    designRecordSchema,
  ),
  'designs.duplicate': command(z.object({ id: idSchema }), designRecordSchema),
  'designs.trash': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  'designs.restore': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  /** Paints pages to files in the workspace's `exports/` folder, or in `out` from the command line. */
  'designs.render': job(
    z.object({
      id: idSchema,
      /** 1-based; absent: all pages. */
      pages: z.array(z.int().min(1)).optional(),
      type: z.enum(designFileTypes).default('png'),
      scale: z.number().gt(0).max(4).default(1),
      quality: z.int().min(1).max(100).optional(),
      maxBytes: z.int().min(1000).optional(),
      formats: z.array(z.string()).optional(),
      /** Ids of the design's own sizes (`variants`); their overrides count. */
      variants: z.array(z.string()).optional(),
      /** The design's own size beside formats and variants; alone it is always painted. */
      ownSize: z.boolean().default(false),
      /** Only these layers (and what is in them) of the first chosen page, cut to their ink, without paper. */
      layers: z.array(z.string()).min(1).optional(),
      /** Leaves the paper out where the type allows it (not JPEG). */
      transparent: z.boolean().default(false),
      /** Letters as outlines (SVG), so that no font is needed where it is opened. */
      outlines: z.boolean().default(false),
      /** Paints the bleed around the page as well. */
      bleed: z.boolean().default(false),
    }),
    z.object({
      files: z.array(renderedFileSchema),
      /** The folder that holds them. */
      dir: z.string(),
      /** Address of a ZIP with all of them; null for a single file. */
      zipUrl: z.string().nullable(),
    }),
  ),
};
