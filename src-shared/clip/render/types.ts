import type { FfmpegAbilities } from '../abilities.ts';
import type { CallInput } from '../args/call.ts';
import type { OutputKind } from '../args/encode.ts';
import type { FrameFit } from '../edit/segment.ts';
import type { FrameIndex } from '../frame-index.ts';
import type { ClipProbe } from '../probe.ts';
import type { FrameRate } from '../timeline.ts';

/** What a render must come to. Sizes in pixels, times in seconds. */
export interface RenderTarget {
  width: number;
  height: number;
  kind: OutputKind;
  codec: 'h264' | 'hevc' | 'vp9';
  /** Replaces the edit's own way of filling the frame. */
  fit?: FrameFit | undefined;
  /** 0 to 1 both ways: kept in sight where a segment has no focus of its own. */
  focus?: { x: number; y: number } | undefined;
  maxFps?: number | undefined;
  maxDuration?: number | undefined;
  maxBytes?: number | undefined;
  /** Bits per second. */
  maxBitrate?: number | undefined;
  quality: 'small' | 'good' | 'best';
  /** Replaces the edit's own loudness; null: left as it is. */
  loudness?: { lufs: number; peak: number } | null | undefined;
}

/** A picture that was painted for a render, on disk. */
export interface PaintedPicture {
  path: string;
  width: number;
  height: number;
}

/**
 * Captions of one track as pictures of one size, to be laid at `x`, `y` of the frame. Frames are in order and never
 * overlap; between them nothing shows.
 */
export interface CaptionFrames {
  x: number;
  y: number;
  width: number;
  height: number;
  frames: readonly { path: string; from: number; to: number }[];
  /** A transparent picture of the same size, for the time between. */
  empty: string;
}

/** Everything that is painted before ffmpeg starts, by id. */
export interface PaintedParts {
  /** Design segments, in the frame's size. */
  segments: ReadonlyMap<string, PaintedPicture>;
  overlays: ReadonlyMap<string, PaintedPicture>;
  captions: readonly CaptionFrames[];
}

/** Inputs of one ffmpeg call as they are collected; `add` answers the index that filters name. */
export interface GraphInputs {
  readonly list: readonly CallInput[];
  add(input: CallInput): number;
}

/** A part of a filter graph: chains to be joined with `;`, and the pad (without brackets) that they end in. */
export interface GraphPart {
  filters: readonly string[];
  output: string;
}

/** What the graph of a render is made from. */
export interface RenderContext {
  inputs: GraphInputs;
  target: RenderTarget;
  rate: FrameRate;
  /** Frames in the result, and its seconds. */
  frames: number;
  duration: number;
  abilities: FfmpegAbilities;
  painted: PaintedParts;
  /** Absolute path of a source of the edit. */
  fileOf(source: string): string;
  /** Of recordings and sounds. */
  probeOf(source: string): ClipProbe;
  /** Colours of `token:…` names. */
  tokens: Readonly<Record<string, string>>;
  /** Where the frames of a recording are, when that is known; absent or null: on a steady grid from 0 on. */
  indexOf?(source: string): FrameIndex | null;
  /** Look-up tables of a segment in the order in which they apply: names inside the folder in which ffmpeg is run. */
  lutsOf(segmentId: string): readonly LookUp[];
  /** Segments that were rendered beforehand (backwards, stabilised): their frames as a file, from its start on. */
  preparedOf(segmentId: string): PreparedSegment | null;
}

/** A table of colours: of three dimensions, or a curve for each channel. */
export interface LookUp {
  name: string;
  curves: boolean;
}

export interface PreparedSegment {
  path: string;
  probe: ClipProbe;
  /** Backwards ones hold exactly the frames of the segment, its speed included; stabilised ones the recording's. */
  timed: boolean;
}
