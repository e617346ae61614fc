import type { Writable } from 'node:stream';
import type { DetectionWanted } from '#shared/clip/args/detect.ts';
import type { FitWanted } from '#shared/clip/args/fit.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { FrameIndex } from '#shared/clip/frame-index.ts';
import type { GreyFrames } from '#shared/clip/motion-points.ts';
import type { CutMode, CutReason, CutRange } from '#shared/clip/plan.ts';
import type { Playability } from '#shared/clip/playability.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import type { PaintedParts, RenderTarget } from '#shared/clip/render/types.ts';
import type { Detection, Loudness } from '#shared/contract/clip-work.ts';
import type { Bilingual } from '#shared/contract/failure.ts';

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

/** Files that `cut` made of the recording `in`; `from` in its seconds, where the part really starts. */
export interface JoinPartsRequest {
  in: string;
  out: string;
  parts: readonly { path: string; from: number; seconds: number; frames: number }[];
  force?: boolean | undefined;
}

interface OutputFile {
  in: string;
  out: string;
  force?: boolean | undefined;
}

/** What every picture and sound of an edit is made from. */
export interface EditSources {
  edit: ClipEdit;
  /** Absolute path of a source of the edit. */
  fileOf(source: string): string;
  /** Colours of `token:…` names of the edit; Galley's own where one is missing. */
  tokens?: Readonly<Record<string, string>> | undefined;
  painted: PaintedParts;
  /** Absolute paths of look-up tables (`.cube`), by the ids that the edit names. */
  lutFiles: ReadonlyMap<string, string>;
  target: RenderTarget;
}

export interface EditRenderRequest extends EditSources {
  out: string;
  force?: boolean | undefined;
  /** Every command as it starts, written as in `EditRenderResult.commands`. */
  onCommand?: ((line: string) => void) | undefined;
}

export interface EditRenderResult extends RenderResult {
  passes: number;
  frames: number;
  /** Of the whole mix; null where no loudness was asked for, or there is no sound. */
  loudness: { before: Loudness; after: Loudness } | null;
  /** The exact ffmpeg commands, quoted for a shell, paths shortened to file names. */
  commands: string[];
  /** What was left out or done differently, and why. */
  notes: Bilingual[];
}

/** One frame of an edit; `at` in seconds on the timeline, JPEG, or PNG when `out` ends so. */
export interface EditFrameRequest extends EditSources {
  at: number;
  maxSide: number;
  out: string;
  force?: boolean | undefined;
}

/** A moving picture without sound: GIF, or animated WebP when `out` ends so. */
export interface AnimateLimits {
  /** Pixels; absent: as wide as the source, 640 at most. */
  width?: number | undefined;
  /** Absent: 15 at most. */
  fps?: number | undefined;
  /** Kept by lowering rate, size and colours in steps. */
  maxBytes?: number | undefined;
  out: string;
  force?: boolean | undefined;
}

export interface AnimateRequest extends AnimateLimits {
  in: string;
  /** Seconds of the recording. */
  from: number;
  to: number;
}

export type AnimateEditRequest = EditSources & AnimateLimits & Pick<EditRenderRequest, 'onCommand'>;

export interface AnimateResult extends RenderResult {
  frames: number;
  fps: number;
  commands: string[];
  notes: Bilingual[];
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
  /**
   * Copies the pictures of cut parts one after another, with the recording's sound encoded in one piece so that nothing
   * drifts. Every frame and every join is checked. @throws internal when the result did not pass: cut the parts exactly
   */
  joinParts(request: JoinPartsRequest, run?: ClipRun): Promise<{ frames: number; seconds: number }>;
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
  /** The picture in a few grey cells, for finding what moves. */
  greyFrames(request: { in: string; columns: number; rows: number }, run?: ClipRun): Promise<GreyFrames>;
  proxy(request: OutputFile, run?: ClipRun): Promise<RenderResult>;
  remux(request: OutputFile, run?: ClipRun): Promise<RenderResult>;
  fit(request: OutputFile & FitWanted, run?: ClipRun): Promise<RenderResult & { passes: number }>;
  /** A still that only ffmpeg can read, as PNG. */
  decodeStill(request: OutputFile, run?: ClipRun): Promise<{ out: string; width: number; height: number }>;
  /** A recording of painted frames. */
  assemble(request: AssembleRequest, run?: ClipRun): Promise<RenderResult>;
  /**
   * Renders an edit list: one constant rate, every segment exactly as long as the timeline says, both streams ending
   * within a frame of each other. The result is checked before it gets its name.
   */
  renderEdit(request: EditRenderRequest, run?: ClipRun): Promise<EditRenderResult>;
  /** One frame exactly as `renderEdit` makes it, before it is encoded. */
  editFrame(
    request: EditFrameRequest,
    run?: ClipRun,
  ): Promise<{ out: string; width: number; height: number }>;
  animate(request: AnimateRequest, run?: ClipRun): Promise<AnimateResult>;
  animateEdit(request: AnimateEditRequest, run?: ClipRun): Promise<AnimateResult>;
  /** Silences, black stretches and changes of scene, in one pass; empty where a file has no such stream. */
  detect(request: DetectionWanted & { in: string }, run?: ClipRun): Promise<Detection>;
  /** EBU R 128 of one audio stream, one channel counted on both sides; nulls for silence. */
  loudness(request: { in: string; stream?: number | undefined }, run?: ClipRun): Promise<Loudness>;
  /** The same of an edit as it is rendered without its loudness target; `fileOf` answers paths of sources. */
  editLoudness(
    request: { edit: ClipEdit; fileOf: (source: string) => string },
    run?: ClipRun,
  ): Promise<Loudness>;
  /** A light picture with sound from a time on (fragmented MP4), written as fast as it is read. */
  stream(request: { in: string; from: number; into: Writable }, run?: ClipRun): Promise<void>;
  playability(probe: ClipProbe): Playability;
}
