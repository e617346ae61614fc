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

/** One pixel of every frame as red, green and blue; `at` in parts of the picture. */
export async function colourAt(
  bench: ClipBench,
  path: string,
  at: { x: number; y: number },
): Promise<[number, number, number][]> {
  const place = `crop=2:2:2*floor(${at.x}*iw/2):2*floor(${at.y}*ih/2)`;
  const raw = await bench.ffmpeg(
    ...['-i', path, '-map', '0:v:0', '-vsync', 'passthrough'],
    ...[
      '-vf',
      `scale=in_color_matrix=bt709,format=gbrp,${place},scale=1:1:flags=area,format=rgb24`,
      '-f',
      'rawvideo',
      '-',
    ],
  );
  return Array.from({ length: raw.length / 3 }, (_, frame) => [
    raw[frame * 3] ?? 0,
    raw[frame * 3 + 1] ?? 0,
    raw[frame * 3 + 2] ?? 0,
  ]);
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
