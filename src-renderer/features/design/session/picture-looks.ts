import type { DrawableImage } from '#shared/design/draw/canvas.ts';
import type { Picture, PictureLooks } from '#shared/design/draw/environment.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';
import { applyAdjustments } from '#shared/design/images/apply-adjustments.ts';
import { bitmaps } from './bitmap-cache.ts';
import type { LooksAnswer, LooksTask } from './looks-worker.ts';

/** Pixels that are worked out at once, in the frame that asks; enough to judge a slider by. */
const quickPixels = 260_000;

/** Milliseconds without a change after which the full size is worked out. */
const restAfter = 140;

interface Wanted {
  key: string;
  source: Picture;
  adjust: Adjustments;
  looks: PictureLooks;
}

/** Copies of a picture small enough to be worked out at once, by asset. */
const reduced = new Map<string, ImageData>();

function reducedPixels(assetId: string, source: Picture): ImageData | null {
  const known = reduced.get(assetId);
  if (known) return known;
  const scale = Math.min(1, Math.sqrt(quickPixels / (source.width * source.height)));
  const width = Math.max(1, Math.round(source.width * scale));
  const height = Math.max(1, Math.round(source.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source.image as CanvasImageSource, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  if (reduced.size > 40) reduced.delete(reduced.keys().next().value ?? '');
  reduced.set(assetId, pixels);
  return pixels;
}

function looked(source: Picture, image: DrawableImage, width: number, height: number): Picture {
  return { ...source, image, width, height };
}

let worker: Worker | undefined;
let lastTask = 0;
const running = new Map<number, (bitmap: ImageBitmap | null) => void>();

async function inWorker(
  source: Picture,
  adjust: Adjustments,
  options: LooksTask['options'],
): Promise<ImageBitmap | null> {
  worker ??= new Worker(new URL('./looks-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<LooksAnswer>) => {
    running.get(data.id)?.(data.bitmap);
    running.delete(data.id);
  };
  const bitmap = await createImageBitmap(source.image as ImageBitmapSource);
  lastTask += 1;
  const task: LooksTask = { id: lastTask, bitmap, adjust, options };
  const answer = new Promise<ImageBitmap | null>((resolve) => running.set(task.id, resolve));
  worker.postMessage(task, [bitmap]);
  return answer;
}

/**
 * Pictures with their looks, one for each layer: a reduced one at once, so that a slider is followed frame by
 * frame, and the full one from a worker when the slider rests. The swap shows nothing but more detail.
 */
export class PictureLooksCache {
  private readonly quick = new Map<string, { key: string; picture: Picture }>();
  private readonly waiting = new Map<string, { wanted: Wanted; timer: number }>();
  private readonly ready: () => void;

  constructor(ready: () => void) {
    this.ready = ready;
  }

  picture(
    nodeId: string,
    assetId: string,
    source: Picture,
    looks: PictureLooks,
    adjust: Adjustments,
    tokens: Readonly<Record<string, string>>,
  ): Picture {
    const placed = adjust.vignette || adjust.preset ? looks.crop : null;
    const key = JSON.stringify([assetId, source.width, adjust, placed, adjust.duotone ? tokens : null]);
    const full = bitmaps.get(key);
    if (full) return full;
    const last = this.quick.get(nodeId);
    this.rest(nodeId, { key, source, adjust, looks }, tokens);
    if (last?.key === key) return last.picture;
    const pixels = reducedPixels(assetId, source);
    if (!pixels) return source;
    const { width, height } = pixels;
    const copy = new ImageData(new Uint8ClampedArray(pixels.data), width, height);
    applyAdjustments(copy, adjust, { crop: looks.crop, tokens });
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.putImageData(copy, 0, 0);
    const picture = looked(source, canvas, width, height);
    this.quick.set(nodeId, { key, picture });
    return picture;
  }

  /** Works the full size out when nothing has changed for a moment. */
  private rest(nodeId: string, wanted: Wanted, tokens: Readonly<Record<string, string>>): void {
    const before = this.waiting.get(nodeId);
    if (before?.wanted.key === wanted.key) return;
    if (before) window.clearTimeout(before.timer);
    const timer = window.setTimeout(() => {
      const { source, adjust, looks, key } = wanted;
      inWorker(source, adjust, { crop: looks.crop, tokens })
        .then((bitmap) => {
          if (bitmap) bitmaps.set(key, looked(source, bitmap, bitmap.width, bitmap.height));
        })
        // The reduced picture stays: looks are drawn softer rather than not at all.
        .catch(() => undefined)
        .finally(() => {
          if (this.waiting.get(nodeId)?.wanted.key === key) this.waiting.delete(nodeId);
          this.ready();
        });
    }, restAfter);
    this.waiting.set(nodeId, { wanted, timer });
  }
}
