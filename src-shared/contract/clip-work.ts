import { z } from 'zod';
import { cueSchema } from '../clip/edit/captions.ts';
import { clipEditSchema } from '../clip/edit/schema.ts';
import { idSchema } from '../domain/id.ts';
import { importSourceSchema } from './assets.ts';
import { cutModes } from './clips.ts';
import { command, job, nothing, query } from './define.ts';
import { historyStepSchema } from './design-work.ts';
import { bilingualSchema } from './failure.ts';

const spanSchema = z.object({ from: z.number().min(0), to: z.number().gt(0) });

/** EBU R 128. `integrated` in LUFS is null for silence; `peak` in dBTP, `range` in LU. */
export const loudnessSchema = z.object({
  integrated: z.number().nullable(),
  peak: z.number().nullable(),
  range: z.number(),
});
export type Loudness = z.infer<typeof loudnessSchema>;

export const captionTypes = ['srt', 'vtt', 'ass'] as const;

/** A look-up table of colours (`.cube`) kept in the workspace under its hash. */
const lutSchema = z.object({ id: z.string(), name: z.string(), size: z.int() });

/** What was found in a recording, to propose cuts; seconds of the recording. */
export const detectionSchema = z.object({
  silences: z.array(spanSchema),
  blacks: z.array(spanSchema),
  /** Where a new scene starts. */
  scenes: z.array(z.number()),
});
export type Detection = z.infer<typeof detectionSchema>;

/** Undo kept across restarts, exact frames, detection, loudness, captions as files, look-up tables. */
export const clipWorkCalls = {
  /** Steps that can be taken back (last is newest) and done again (last is next), for the stored revision only. */
  'clips.history': query(
    z.object({ id: idSchema }),
    z.object({ revision: z.int(), done: z.array(historyStepSchema), undone: z.array(historyStepSchema) }),
  ),
  /** One frame of the finished clip exactly as the render makes it (JPEG); `at` in seconds on the timeline. */
  'clips.frame': job(
    z.object({
      edit: clipEditSchema,
      at: z.number().min(0),
      maxSide: z.int().min(64).max(4096).default(1280),
    }),
    z.object({ url: z.string(), width: z.int(), height: z.int() }),
  ),
  'clips.detect': job(
    z.object({
      assetId: idSchema,
      silence: z
        .object({ below: z.number().min(-80).max(-10), seconds: z.number().min(0.05).max(60) })
        .nullable()
        .default({ below: -35, seconds: 0.5 }),
      black: z
        .object({ seconds: z.number().min(0.04).max(60) })
        .nullable()
        .default({ seconds: 0.3 }),
      /** How different two frames are at a change of scene, 0 to 1. */
      scene: z
        .object({ threshold: z.number().min(0.05).max(1) })
        .nullable()
        .default({ threshold: 0.3 }),
    }),
    detectionSchema,
  ),
  /** Of the sound of one file, or of the whole edit as it would be rendered without its loudness target. */
  'clips.loudness': job(
    z.union([z.object({ assetId: idSchema }), z.object({ edit: clipEditSchema })]),
    loudnessSchema,
  ),
  /** Kept parts of one recording as separate files or joined, without re-encoding where the mode allows. */
  'clips.cutParts': job(
    z.object({
      assetId: idSchema,
      parts: z.array(spanSchema).min(1).max(500),
      mode: z.enum(cutModes),
      joined: z.boolean(),
      addToLibrary: z.boolean().default(false),
    }),
    z.object({
      files: z.array(
        z.object({
          name: z.string(),
          url: z.string(),
          mode: z.enum(cutModes),
          seconds: z.number(),
          bytes: z.int(),
          actual: spanSchema.nullable(),
        }),
      ),
      note: bilingualSchema.nullable(),
    }),
  ),
  /** SRT, VTT or ASS in any encoding; damaged files are repaired, each repair with a note. */
  'captions.read': job(
    z.object({ source: importSourceSchema, name: z.string(), encoding: z.string().optional() }),
    z.object({
      cues: z.array(cueSchema),
      type: z.enum(captionTypes),
      /** 'utf-8', 'gb18030', 'utf-16le', 'big5' … */
      encoding: z.string(),
      notes: z.array(bilingualSchema),
    }),
  ),
  /** A caption track as a file; ASS carries its style. */
  'captions.write': job(
    z.object({ edit: clipEditSchema, trackId: z.string(), type: z.enum(captionTypes), name: z.string() }),
    z.object({ url: z.string(), name: z.string() }),
  ),
  'luts.list': query(nothing, z.array(lutSchema)),
  'luts.import': job(z.object({ source: importSourceSchema, name: z.string() }), lutSchema),
  'luts.remove': command(z.object({ id: z.string() }), nothing),
};
