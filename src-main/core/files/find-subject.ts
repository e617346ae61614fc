import { join } from 'node:path';
import { followPoints, type SeenPoint } from '#shared/clip/follow.ts';
import type { FocusKey } from '#shared/clip/edit/segment.ts';
import { motionPoints } from '#shared/clip/motion-points.ts';
import { cancelled } from '#shared/contract/failure.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import type { ImageEngine } from '#main/ports/image-engine.ts';

/** Looks at so many frames a second, within these bounds. */
const looks = { perSecond: 3, least: 6, most: 120 };

/** Pixels of the frames that are looked at. */
const lookHeight = 180;

/** Cells across and down in which movement is looked for. */
const cells = { columns: 32, rows: 18 };

interface SubjectRequest {
  path: string;
  duration: number;
  fps: number;
  /** Width and height of the frame. */
  shape: { width: number; height: number };
  folder: string;
  signal: AbortSignal;
  onShare?: (share: number) => void;
}

interface SubjectTools {
  clips: ClipEngine;
  images: ImageEngine;
}

/** The window of the frame's shape with the most skin, colour and detail, in some frames: the search that pictures have. */
async function attentionPoints(
  tools: SubjectTools,
  request: SubjectRequest,
  count: number,
): Promise<SeenPoint[]> {
  const { path, shape, folder, signal } = request;
  const { files } = await tools.clips.frames(
    { in: path, count, out: join(folder, 'looks'), height: lookHeight },
    { signal },
  );
  const scale = lookHeight / Math.max(shape.width, shape.height);
  const side = (length: number): number => Math.max(16, Math.round(length * scale));
  const size = { width: side(shape.width), height: side(shape.height) };
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
  return points;
}

/**
 * Where the subject of a recording is over time, as calm keyframes: what moves before a picture that stands; where
 * nothing moves, or the camera does, what catches the eye in each of some frames. It knows no persons: where several
 * things move it looks between them.
 */
export async function findSubject(tools: SubjectTools, request: SubjectRequest): Promise<FocusKey[]> {
  const { path, duration, fps, signal, onShare } = request;
  const count = Math.min(looks.most, Math.max(looks.least, Math.ceil(duration * looks.perSecond)));
  const grey = await tools.clips.greyFrames(
    { in: path, ...cells },
    { signal, onProgress: (done, total) => onShare?.(total > 0 ? done / total : 0) },
  );
  const times = Array.from({ length: count }, (_, index) => ((index + 0.5) / count) * duration);
  const points = motionPoints(grey, times) ?? (await attentionPoints(tools, request, count));
  return followPoints(points, 1 / fps);
}
