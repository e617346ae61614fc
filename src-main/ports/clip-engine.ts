import type { FitWanted } from '#shared/clip/args/fit.ts';
import type { FrameIndex } from '#shared/clip/frame-index.ts';
import type { CutMode, CutReason, CutRange } from '#shared/clip/plan.ts';
import type { Playability } from '#shared/clip/playability.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';

/** How a long call is watched and stopped. `onProgress` counts seconds of output. */
export interface ClipRun {
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface CutRequest extends CutRange {
  in: string;
  out: string;
  /** Left out: the best mode is chosen. */
  mode?: CutMode | undefined;
  /** Replace an existing file. */
  force?: boolean | undefined;
}

export interface CutResult {
  out: string;
  mode: CutMode;
  requested: CutRange;
  /** What the file really holds, in seconds of the source. */
  actual: CutRange;
  frames: number;
  reencodedFrames: number;
  /** Length of the result. */
  seconds: number;
  reasons: CutReason[];
}

export interface RenderResult {
  out: string;
  duration: number;
  width: number;
  height: number;
  bytes: number;
}

interface FilmstripResult {
  path: string;
  columns: number;
  tileWidth: number;
  tileHeight: number;
  /** Seconds of each tile, row by row. */
  times: number[];
}

export interface Waveform {
  /** 0 without sound, 1 or 2; more channels are mixed down to stereo. */
  channels: number;
  /** Buckets per channel. */
  buckets: number;
  /**
   * Lowest and highest sample of each bucket, −1 to 1, channel by channel: bucket `b` of channel `c` is at
   * `c * buckets + b`, and there are `channels * buckets` of them.
   */
  peaks: [number, number][];
}

/** Frames `frame-0001.png` … and a WAV file, all in one folder of ours. */
export interface AssembleRequest {
  folder: string;
  /** Name of the sound file in the folder. */
  sound: string;
  fps: number;
  seconds: number;
  out: string;
  force?: boolean | undefined;
}

interface OutputFile {
  in: string;
  out: string;
  force?: boolean | undefined;
}

/**
 * Everything the studio does with clips. Paths are absolute or relative to the working directory. Times are seconds
 * from the start of the clip. Every output appears whole or not at all, and never replaces a file without `force`.
 * Failures: not-found, unreadable-file (with a hint), invalid-input (also when the output exists), cancelled,
 * missing-tool, disk-full, unavailable (ffmpeg stopped making progress).
 */
export interface ClipEngine {
  probe(path: string, run?: ClipRun): Promise<ClipProbe>;
  keyframes(path: string, run?: ClipRun): Promise<FrameIndex>;
  cut(request: CutRequest, run?: ClipRun): Promise<CutResult>;
  /** Evenly spaced pictures `frame-001.jpg`… in a folder; `height` defaults to 360. */
  frames(
    request: { in: string; count: number; out: string; height?: number | undefined },
    run?: ClipRun,
  ): Promise<{ files: { path: string; time: number }[] }>;
  filmstrip(request: OutputFile & { count: number; height: number }, run?: ClipRun): Promise<FilmstripResult>;
  /** JPEG, or PNG when the name ends so. */
  poster(
    request: OutputFile & { at: number; maxSide: number },
    run?: ClipRun,
  ): Promise<{ out: string; width: number; height: number }>;
  waveform(request: { in: string; buckets: number }, run?: ClipRun): Promise<Waveform>;
  proxy(request: OutputFile, run?: ClipRun): Promise<RenderResult>;
  remux(request: OutputFile, run?: ClipRun): Promise<RenderResult>;
  fit(request: OutputFile & FitWanted, run?: ClipRun): Promise<RenderResult & { passes: number }>;
  /** A still that only ffmpeg can read, as PNG. */
  decodeStill(request: OutputFile, run?: ClipRun): Promise<{ out: string; width: number; height: number }>;
  /** A recording of painted frames. */
  assemble(request: AssembleRequest, run?: ClipRun): Promise<RenderResult>;
  playability(probe: ClipProbe): Playability;
}
