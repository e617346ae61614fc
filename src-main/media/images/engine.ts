import type { ImageEngine } from '#main/ports/image-engine.ts';
import { cutOutImage } from './cutout.ts';
import { fitImage } from './fit.ts';
import { importImage } from './import-image.ts';
import { writePreview } from './previews.ts';
import { factsOf, openSource } from './source.ts';

function withSignal(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}

/** The engine for pictures: sharp, and libheif for HEIC. */
export function createImageEngine(): ImageEngine {
  return {
    async inspect(path, signal) {
      return factsOf(await openSource(path, withSignal(signal)));
    },
    async thumbnail({ in: input, out, maxSide, type }, signal) {
      const source = await openSource(input, { longestSide: maxSide, ...withSignal(signal) });
      const { damaged: _, ...written } = await writePreview(source, { out, maxSide, format: type }, signal);
      return written;
    },
    async proxy({ in: input, out, maxSide }, signal) {
      const source = await openSource(input, { longestSide: maxSide, ...withSignal(signal) });
      const { damaged: _, ...written } = await writePreview(source, { out, maxSide, format: 'png' }, signal);
      return written;
    },
    fit: fitImage,
    cutOut: cutOutImage,
    importImage,
  };
}
