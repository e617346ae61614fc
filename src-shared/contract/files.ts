import { z } from 'zod';
import { frameFits } from '../clip/edit/segment.ts';
import { cropSchema } from '../domain/post.ts';
import { findingSchema } from '../platforms/finding.ts';
import { captionTypes, loudnessSchema } from './clip-work.ts';
import { cutModes, cutResultSchema } from './clips.ts';
import { designFileTypes, imageTypes, renderedFileSchema } from './designs.ts';
import { bilingualSchema } from './failure.ts';
import { handoffTargetSchema } from './handoff.ts';
import { job, nothing, query } from './define.ts';

/**
 * Work on files outside a workspace, for the command line: these calls take paths of this machine,
 * so the web host refuses them.
 */
const path = z.string().min(1);
const force = z.boolean().default(false);

/** `post.json` of the command line; paths are relative to the file. */
export const postFileSchema = z.object({
  title: z.string().default(''),
  body: z.string().default(''),
  hashtags: z.array(z.string()).default([]),
  media: z
    .array(
      z.object({
        path,
        alt: z.string().default(''),
        crop: cropSchema.nullable().default(null),
        trim: z
          .object({ from: z.number().min(0), to: z.number().min(0) })
          .nullable()
          .default(null),
        cover: z.number().min(0).nullable().default(null),
      }),
    )
    .default([]),
  link: z.string().default(''),
  firstComment: z.string().default(''),
  perTarget: z
    .record(
      z.string(),
      z.object({
        title: z.string().optional(),
        body: z.string().optional(),
        hashtags: z.array(z.string()).optional(),
        link: z.string().optional(),
        firstComment: z.string().optional(),
      }),
    )
    .default({}),
});
export type PostFile = z.infer<typeof postFileSchema>;

const focusSchema = z.union([
  z.enum(['auto', 'center']),
  z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }),
]);

/** A finished clip on disk. */
const clipFileSchema = z.object({
  out: z.string(),
  duration: z.number(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  loudness: z.object({ before: loudnessSchema, after: loudnessSchema }).nullable(),
});

export const fileCalls = {
  'files.check': query(
    z.object({ post: path, formats: z.array(z.string()).min(1) }),
    z.object({
      ok: z.boolean(),
      targets: z.array(z.object({ format: z.string(), ok: z.boolean(), findings: z.array(findingSchema) })),
    }),
  ),
  'files.export': job(
    z.object({ post: path, formats: z.array(z.string()).min(1), out: path, force }),
    z.object({ dir: z.string(), targets: z.array(handoffTargetSchema) }),
  ),
  'files.image': job(
    z.object({
      in: path,
      format: z.string(),
      fit: z.enum(['cover', 'contain', 'blur']).default('cover'),
      focus: focusSchema.default('auto'),
      type: z.enum(imageTypes).optional(),
      maxBytes: z.int().min(1000).optional(),
      quality: z.int().min(1).max(100).optional(),
      out: path,
      force,
    }),
    z.object({
      out: z.string(),
      width: z.int(),
      height: z.int(),
      bytes: z.int(),
      type: z.string(),
      quality: z.number(),
      crop: cropSchema,
      stripped: z.array(z.string()),
    }),
  ),
  /** JSON Schema of a design file. */
  'files.designSchema': query(nothing, z.unknown()),
  /** A design file's pictures (`assetId`) are paths relative to the file. */
  'files.designRender': job(
    z.object({
      design: path,
      page: z.int().min(1).optional(),
      formats: z.array(z.string()).default([]),
      scale: z.number().gt(0).max(4).default(1),
      type: z.enum(designFileTypes).default('png'),
      quality: z.int().min(1).max(100).optional(),
      maxBytes: z.int().min(1000).optional(),
      transparent: z.boolean().default(false),
      outlines: z.boolean().default(false),
      bleed: z.boolean().default(false),
      out: path,
      force,
    }),
    z.object({ files: z.array(renderedFileSchema.omit({ url: true })) }),
  ),
  /** Magic resize to an editable design file. */
  'files.designResize': job(
    z.object({ design: path, format: z.string(), out: path, force }),
    z.object({
      out: z.string(),
      scale: z.number(),
      minFont: z.number().nullable(),
      overflow: z.array(z.string()),
      needsReview: z.boolean(),
    }),
  ),
  /** One design file for each row of a CSV or XLSX file; pictures are looked for beside the rows. */
  'files.designMerge': job(
    z.object({ design: path, rows: path, out: path, force }),
    z.object({
      rows: z.int(),
      files: z.array(z.string()),
      errors: z.array(z.object({ row: z.int(), message: bilingualSchema })),
    }),
  ),
  'files.clipProbe': query(z.object({ in: path }), z.unknown()),
  'files.clipCut': job(
    z.object({
      in: path,
      from: z.number().min(0),
      to: z.number().gt(0),
      /** Absent: the fastest that is exact to the frame. */
      mode: z.enum(cutModes).optional(),
      out: path,
      force,
    }),
    cutResultSchema.omit({ url: true, asset: true }).extend({ out: z.string() }),
  ),
  /** JSON Schema of an edit list. */
  'files.clipSchema': query(nothing, z.unknown()),
  /** An edit list's sources, designs and tables are paths relative to the file. */
  'files.clipRender': job(
    z.object({ edit: path, format: z.string().optional(), out: path, force }),
    clipFileSchema,
  ),
  'files.clipReframe': job(
    z.object({
      in: path,
      format: z.string(),
      fit: z.enum(frameFits).default('crop'),
      focus: focusSchema.default('center'),
      out: path,
      force,
    }),
    clipFileSchema,
  ),
  'files.clipFit': job(
    z.object({ in: path, format: z.string(), out: path, force }),
    clipFileSchema.extend({ passes: z.int() }),
  ),
  'files.clipCaptions': job(
    z.object({
      in: path,
      /** Absent: by the name of the output. */
      type: z.enum(captionTypes).optional(),
      /** Seconds; negative is earlier. */
      shift: z.number().default(0),
      /** Absent: found out. */
      encoding: z.string().optional(),
      out: path,
      force,
    }),
    z.object({ out: z.string(), cues: z.int(), repaired: z.array(bilingualSchema) }),
  ),
  /** GIF, or animated WebP when the name of the output ends so. */
  'files.clipGif': job(
    z.object({
      in: path,
      from: z.number().min(0),
      to: z.number().gt(0),
      width: z.int().min(16).max(2000).optional(),
      maxBytes: z.int().min(10_000).optional(),
      out: path,
      force,
    }),
    z.object({ out: z.string(), frames: z.int(), bytes: z.int() }),
  ),
  'files.clipFrames': job(
    z.object({ in: path, count: z.int().min(1).max(1000), out: path, force }),
    z.object({ files: z.array(z.object({ path: z.string(), time: z.number() })) }),
  ),
  /**
   * Lowest and highest sample per bucket, −1 to 1, channel by channel: bucket `b` of channel `c` is at
   * `c * buckets + b`. 0 channels without sound; more than two are mixed down to stereo.
   */
  'files.clipWaveform': job(
    z.object({ in: path, buckets: z.int().min(1).max(100_000) }),
    z.object({ channels: z.int(), buckets: z.int(), peaks: z.array(z.tuple([z.number(), z.number()])) }),
  ),
};
