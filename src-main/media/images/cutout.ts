import { setImmediate as breathe } from 'node:timers/promises';
import type { CutoutRequest, WrittenImage } from '#main/ports/image-engine.ts';
import { writeAtomically } from '#main/media/files/atomic.ts';
import { cancelled } from '#shared/contract/failure.ts';
import { cutOutSteps } from '#shared/design/images/cutout.ts';
import { openFrame, renderFrame } from './factory.ts';
import { imageFailure } from './failures.ts';
import { openSource } from './source.ts';

/** Larger pictures are scaled down first: the work takes eight bytes a pixel. */
const mostPixels = 24_000_000;

/**
 * Writes a picture without its background as a PNG. `onProgress` is told shares of 0 to 1.
 * @throws GalleyError `unreadable-file`, `not-found`, `cancelled`
 */
export async function cutOutImage(
  { in: input, out, onProgress, ...options }: CutoutRequest,
  signal?: AbortSignal,
): Promise<WrittenImage> {
  const source = await openSource(input, signal === undefined ? {} : { signal });
  const scale = Math.min(1, Math.sqrt(mostPixels / (source.width * source.height)));
  try {
    const pipeline = await source.pipeline('strict');
    if (scale < 1) pipeline.resize(Math.floor(source.width * scale), Math.floor(source.height * scale));
    const { data, width, height } = await renderFrame(pipeline.ensureAlpha());
    const pixels = { data: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length), width, height };
    for (const done of cutOutSteps(pixels, { ...options, feather: options.feather * scale })) {
      if (signal?.aborted) throw cancelled();
      onProgress?.(done * 0.9);
      // The studio answers others between the steps.
      await breathe();
    }
    return await writeAtomically(out, async (temporary) => {
      const info = await openFrame({ data, width, height, channels: 4 })
        .withIccProfile('srgb')
        .png({ compressionLevel: 6 })
        .toFile(temporary);
      if (signal?.aborted) throw cancelled();
      onProgress?.(1);
      return { out, type: 'image/png', width, height, bytes: info.size };
    });
  } catch (error) {
    throw imageFailure(source.shownAs, error);
  }
}
