import { z } from 'zod';
import { bilingualSchema } from './failure.ts';
import { assetSchema } from '../domain/asset.ts';
import { clipRecordSchema, clipSummarySchema } from '../domain/design-record.ts';
import { idSchema } from '../domain/id.ts';
import { command, job, nothing, query } from './define.ts';
import { historyStepSchema } from './design-work.ts';

export const cutModes = ['lossless', 'smart', 'exact'] as const;
const spanSchema = z.object({ from: z.number().min(0), to: z.number().gt(0) });

export const cutResultSchema = z.object({
  mode: z.enum(cutModes),
  /** Seconds of the source. */
  requested: spanSchema,
  actual: spanSchema,
  frames: z.int(),
  reencodedFrames: z.int(),
  /** Length of the result. */
  seconds: z.number(),
  bytes: z.int(),
  /** Address for the media route, and the new asset when it was added to the library. */
  url: z.string(),
  asset: assetSchema.nullable(),
  note: bilingualSchema.nullable(),
});

export const clipCalls = {
  'clips.list': query(
    z.object({ search: z.string().optional(), trashed: z.boolean().default(false) }),
    z.object({ items: z.array(clipSummarySchema), total: z.int() }),
  ),
  'clips.get': query(z.object({ id: idSchema }), clipRecordSchema),
  /** Over one recording, or from an edit that was made elsewhere (a text, another clip): one of the two. */
  'clips.create': command(
    z.object({ assetId: idSchema.optional(), edit: z.unknown().optional(), name: z.string().optional() }),
    clipRecordSchema,
  ),
  'clips.save': command(
    z.object({
      id: idSchema,
      revision: z.int(),
      name: z.string().min(1).optional(),
      edit: z.unknown(),
      /** Undo and redo as they are now; kept with the revision that is saved. */
      history: z.object({ done: z.array(historyStepSchema), undone: z.array(historyStepSchema) }).optional(),
    }),
    clipRecordSchema,
  ),
  'clips.trash': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  'clips.restore': command(z.object({ ids: z.array(idSchema).min(1) }), nothing),
  /** What the file really is, and how the window can play it. */
  'clips.probe': query(
    z.object({ assetId: idSchema }),
    z.object({
      probe: z.unknown(),
      playable: z.enum(['direct', 'remux', 'proxy']),
      keyframes: z.array(z.number()),
      /** Seconds at which the last frame ends (the sound, where there is no picture): no cut reaches further. */
      end: z.number(),
    }),
  ),
  /**
   * A playable address: the file itself, a remux or a proxy, built once and kept in the cache. `force` asks for the
   * proxy when a window has seen that the other two do not play.
   */
  'clips.playback': job(
    z.object({ assetId: idSchema, force: z.literal('proxy').optional() }),
    z.object({ url: z.string(), through: z.enum(['direct', 'remux', 'proxy']) }),
  ),
  'clips.filmstrip': job(
    z.object({ assetId: idSchema, count: z.int().min(1).max(200), height: z.int().min(20).max(400) }),
    z.object({
      url: z.string(),
      columns: z.int(),
      tileWidth: z.int(),
      tileHeight: z.int(),
      times: z.array(z.number()),
    }),
  ),
  /**
   * Lowest and highest sample per bucket, −1 to 1, channel by channel: bucket `b` of channel `c` is at
   * `c * buckets + b`. 0 channels without sound; more than two are mixed down to stereo.
   */
  'clips.waveform': job(
    z.object({ assetId: idSchema, buckets: z.int().min(10).max(10_000) }),
    z.object({ channels: z.int(), buckets: z.int(), peaks: z.array(z.tuple([z.number(), z.number()])) }),
  ),
  /** What each mode would really do, before the user decides. */
  'clips.planCut': query(
    z.object({ assetId: idSchema, ...spanSchema.shape }),
    z.array(
      z.object({
        mode: z.enum(cutModes),
        possible: z.boolean(),
        recommended: z.boolean(),
        actual: spanSchema,
        reencodedSeconds: z.number(),
        note: bilingualSchema,
      }),
    ),
  ),
  'clips.cut': job(
    z.object({
      assetId: idSchema,
      ...spanSchema.shape,
      mode: z.enum(cutModes),
      addToLibrary: z.boolean().default(false),
    }),
    cutResultSchema,
  ),
};
