/** What a build of ffmpeg can do, found by its self-test. */
export interface FfmpegAbilities {
  /** Version as the build names itself. */
  version: string;
  /** `-fps_mode` exists (5.1 and later); older builds use `-vsync`. */
  fpsMode: boolean;
  /** `-stats_period` exists (4.4 and later). */
  statsPeriod: boolean;
  encoders: { h264: boolean; vp9: boolean; opus: boolean; aac: boolean; webp: boolean };
  /** HDR can be converted properly. */
  toneMapping: boolean;
}
