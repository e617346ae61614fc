import { join } from 'node:path';
import { copyHashed } from '#main/media/files/hashed-copy.ts';
import type {
  ImageFacts,
  ImportedImage,
  ImportImageRequest,
  WrittenImage,
} from '#main/ports/image-engine.ts';
import { identifyFile } from '#main/media/identify/identify-file.ts';
import { writePreview } from './previews.ts';
import { factsOf, openSource } from './source.ts';

/** Longest side of the thumbnails of the library, in pixels. */
const thumbnailSide = 480;

/**
 * Takes a picture into the library: copied and hashed in one read, looked at and thumbnailed from that
 * copy in one decode, and only then given its name. A file that is refused leaves nothing behind.
 */
export async function importImage(request: ImportImageRequest, signal?: AbortSignal): Promise<ImportedImage> {
  const identified = request.identified ?? (await identifyFile(request.in));
  let looked: { facts: ImageFacts; thumbnail: WrittenImage } | undefined;
  const copy = await copyHashed(request.in, request.assetsDir, {
    ...(signal === undefined ? {} : { signal }),
    ...(request.passing ? { passing: true } : {}),
    ...(request.onBytes === undefined ? {} : { onBytes: request.onBytes }),
    accept: async (temporaryPath, sha256) => {
      const source = await openSource(temporaryPath, {
        longestSide: thumbnailSide,
        ...(signal === undefined ? {} : { signal }),
        identified,
        shownAs: request.in,
      });
      const out = join(request.cacheDir, `${sha256}-${thumbnailSide}.webp`);
      const { damaged, ...thumbnail } = await writePreview(
        source,
        { out, maxSide: thumbnailSide, format: 'webp' },
        signal,
      );
      const facts = factsOf(source);
      if (damaged) facts.warnings.unshift('damaged');
      looked = { facts, thumbnail };
      return identified.extension;
    },
  });
  if (looked === undefined) throw new Error('the copy was not looked at');
  return { ...copy, ...looked };
}
