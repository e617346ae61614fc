import { z } from 'zod';
import { idSchema } from '../domain/id.ts';
import { loudnessSchema } from './clip-work.ts';
import { bilingualSchema, failureSchema } from './failure.ts';
import { command, nothing, query } from './define.ts';

export const renderFileTypes = ['mp4', 'mov', 'webm', 'gif', 'webp'] as const;

/** What one render makes of a clip. */
export const renderWantedSchema = z.object({
  /** `platform/format` with its frame and limits; null: the clip's own frame. */
  format: z.string().nullable(),
  type: z.enum(renderFileTypes).default('mp4'),
  /** Pixels of the longer side; only where `format` is null. */
  maxSide: z.int().min(64).max(8192).nullable().default(null),
  /** Frames per second at most. */
  maxFps: z.number().min(1).max(120).nullable().default(null),
  maxBytes: z.int().min(10_000).nullable().default(null),
  quality: z.enum(['small', 'good', 'best']).default('good'),
  /** The cover still beside the file, in the format's cover size. */
  cover: z.boolean().default(false),
  /** SRT of every caption track beside the file. */
  captionFiles: z.boolean().default(false),
  addToLibrary: z.boolean().default(false),
  /** Only from the clip's in point to its out point, where it has them. */
  range: z.boolean().default(false),
});
export type RenderWanted = z.infer<typeof renderWantedSchema>;

export const renderStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** One entry of the render queue; it survives a restart, and what was running then starts again. */
export const renderSchema = z.object({
  id: idSchema,
  clipId: idSchema,
  clipName: z.string(),
  wanted: renderWantedSchema,
  state: z.enum(renderStates),
  /** The job while it runs: progress and time left come with its events. */
  jobId: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  result: z
    .object({
      name: z.string(),
      /** Absolute, for showing in the file manager; '' where the host is a browser. */
      path: z.string(),
      url: z.string(),
      /** Cover and caption files beside it. */
      beside: z.array(z.object({ name: z.string(), url: z.string() })),
      width: z.int(),
      height: z.int(),
      duration: z.number(),
      bytes: z.int(),
      passes: z.int(),
      loudness: z.object({ before: loudnessSchema, after: loudnessSchema }).nullable(),
      notes: z.array(bilingualSchema),
    })
    .nullable(),
  failure: failureSchema.nullable(),
  /** The exact commands, one line each, paths shortened to file names; empty until they are known. */
  commands: z.array(z.string()),
});
export type Render = z.infer<typeof renderSchema>;

/** One edit list to many formats in one queue. `records.changed` of kind `render` tells that it changed. */
export const renderCalls = {
  /** Newest first. */
  'renders.list': query(z.object({ clipId: idSchema.optional() }), z.array(renderSchema)),
  /** Takes the clip as it is saved now; later edits do not change what is queued. */
  'renders.add': command(
    z.object({ clipId: idSchema, wanted: z.array(renderWantedSchema).min(1).max(100) }),
    z.array(renderSchema),
  ),
  'renders.cancel': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  /** Failed or cancelled ones again, with the same edit. */
  'renders.retry': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  /** Takes finished ones off the list; their files stay. */
  'renders.remove': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  /** What a format will do to the clip, before it is rendered. */
  'renders.outlook': query(
    z.object({ clipId: idSchema, wanted: renderWantedSchema }),
    z.object({
      width: z.int(),
      height: z.int(),
      fps: z.number(),
      duration: z.number(),
      /** A guess from resolution and length; never more than `maxBytes`. */
      bytes: z.int(),
      /** Seconds on this machine by earlier renders; null while unknown. */
      seconds: z.number().nullable(),
      notes: z.array(bilingualSchema),
    }),
  ),
};
