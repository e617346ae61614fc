import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { RenderTarget } from '#shared/clip/render/types.ts';
import type { EditRenderRequest } from '#main/ports/clip-engine.ts';
import type { ClipBench } from './clip-fixtures.ts';

/** A render of an edit whose sources are the paths themselves. */
export function renderRequest(
  bench: ClipBench,
  edit: ClipEdit,
  name: string,
  target: Partial<RenderTarget> = {},
): EditRenderRequest {
  return {
    edit,
    fileOf: (source) => source,
    painted: { segments: new Map(), overlays: new Map(), captions: [] },
    lutFiles: new Map(),
    target: { width: 320, height: 192, kind: 'mp4', codec: 'h264', quality: 'best', ...target },
    out: bench.path(name),
    force: true,
  };
}

export type Rgb = readonly [number, number, number];

/** All frames of a clip; `at` is in parts of the picture. */
export interface SeenFrames {
  count: number;
  colour(frame: number, at: { x: number; y: number }): Rgb;
}

/** Decodes a short clip whole. */
export async function framesOf(bench: ClipBench, path: string): Promise<SeenFrames> {
  const { video } = await bench.engine.probe(path);
  const { width = 0, height = 0 } = video ?? {};
  const raw = await bench.ffmpeg(
    ...[
      '-i',
      path,
      '-map',
      '0:v:0',
      '-vsync',
      'passthrough',
      '-vf',
      'scale=in_color_matrix=bt709,format=gbrp,format=rgb24',
    ],
    ...['-f', 'rawvideo', '-'],
  );
  const size = width * height * 3;
  return {
    count: raw.length / size,
    colour: (frame, { x, y }) => {
      const at = frame * size + (Math.floor(y * height) * width + Math.floor(x * width)) * 3;
      return [raw[at] ?? 0, raw[at + 1] ?? 0, raw[at + 2] ?? 0];
    },
  };
}

/** The same place in every frame. */
export async function colourAt(bench: ClipBench, path: string, at: { x: number; y: number }): Promise<Rgb[]> {
  const frames = await framesOf(bench, path);
  return Array.from({ length: frames.count }, (_, frame) => frames.colour(frame, at));
}

/** A clip of one colour. */
export async function plainClip(
  bench: ClipBench,
  name: string,
  clip: { colour: string; frames: number; rate?: string; size?: string; sound?: boolean },
): Promise<string> {
  const path = bench.path(name);
  const { colour, frames, rate = '30', size = '320x192' } = clip;
  const sound = clip.sound ? ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'] : [];
  await bench.ffmpeg(
    ...['-f', 'lavfi', '-i', `color=c=${colour}:s=${size}:r=${rate}`, ...sound],
    ...['-vf', 'format=gbrp,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p'],
    ...['-frames:v', String(frames), '-shortest', '-c:v', 'libx264', '-crf', '8', '-preset', 'veryfast'],
    ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', path],
  );
  return path;
}
