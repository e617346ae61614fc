import { join } from 'node:path';
import { followPoints, type SeenPoint } from '#shared/clip/follow.ts';
import type { FocusKey } from '#shared/clip/edit/segment.ts';
import { cancelled } from '#shared/contract/failure.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import type { ImageEngine } from '#main/ports/image-engine.ts';

/** Looks at so many frames a second, within these bounds. */
const looks = { perSecond: 3, least: 6, most: 120 };

/** Pixels of the frames that are looked at. */
const lookHeight = 180;

/**
 * Where the subject of a recording is over time, for a frame of another shape: in each of some frames the window of
 * that shape with the most faces, colour and detail (the same search as for pictures), made into calm keyframes.
 * It knows no persons: in a busy picture it may choose what is brightest.
 * @param shape width and height of the frame
 */
export async function findSubject(
  tools: { clips: ClipEngine; images: ImageEngine },
  request: {
    path: string;
    duration: number;
    fps: number;
    shape: { width: number; height: number };
    folder: string;
    signal: AbortSignal;
    onShare?: (share: number) => void;
  },
): Promise<FocusKey[]> {
  const { path, duration, fps, shape, folder, signal } = request;
  const count = Math.min(looks.most, Math.max(looks.least, Math.ceil(duration * looks.perSecond)));
  const { files } = await tools.clips.frames(
    { in: path, count, out: join(folder, 'looks'), height: lookHeight },
    { signal },
  );
  const scale = lookHeight / Math.max(shape.width, shape.height);
  const size = {
    width: Math.max(16, Math.round(shape.width * scale)),
    height: Math.max(16, Math.round(shape.height * scale)),
  };
  const points: SeenPoint[] = [];
  for (const [index, { path: still, time }] of files.entries()) {
    if (signal.aborted) throw cancelled();
    const out = join(folder, `look-${index}.jpg`);
    const { crop } = await tools.images.fit(
      { in: still, out, ...size, fit: 'cover', focus: 'auto', type: 'jpeg', force: true },
      signal,
    );
    points.push({ at: time, x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 });
    request.onShare?.((index + 1) / files.length);
  }
  return followPoints(points, 1 / fps);
}
