import { z } from 'zod';

/** What a build of ffmpeg can do, found by its self-test. A schema, because the answer is kept on disk. */
export const ffmpegAbilitiesSchema = z.object({
  /** Version as the build names itself. */
  version: z.string(),
  /** `-fps_mode` exists (5.1 and later); older builds use `-vsync`. */
  fpsMode: z.boolean(),
  /** `-stats_period` exists (4.4 and later). */
  statsPeriod: z.boolean(),
  encoders: z.object({
    h264: z.boolean(),
    vp9: z.boolean(),
    opus: z.boolean(),
    aac: z.boolean(),
    webp: z.boolean(),
    hevc: z.boolean(),
    /** Moving WebP pictures. */
    webpAnimated: z.boolean(),
  }),
  filters: z.object({
    /** Transitions between two pictures. */
    xfade: z.boolean(),
    /** Shaky recordings can be steadied. */
    stabilise: z.boolean(),
  }),
  /** HDR can be converted properly. */
  toneMapping: z.boolean(),
});
export type FfmpegAbilities = z.infer<typeof ffmpegAbilitiesSchema>;
