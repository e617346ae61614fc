import { differenceHash, fingerprintText } from '#shared/plan/similarity.ts';
import type { HashPicture } from '#main/ports/picture-hash.ts';
import { imageFailure } from './failures.ts';
import { openSource } from './source.ts';

const width = 9;
const height = 8;

/** Nine by eight greys of the picture as shown, on white where it is transparent. */
export const hashPicture: HashPicture = async (path, signal) => {
  const source = await openSource(path, signal ? { signal } : {});
  try {
    const pipeline = await source.pipeline('lenient');
    const { data, info } = await pipeline
      .flatten({ background: 'white' })
      .resize(width, height, { fit: 'fill' })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const greys = Uint8Array.from({ length: width * height }, (_, index) => data[index * info.channels] ?? 0);
    return fingerprintText(differenceHash(greys));
  } catch (error) {
    throw imageFailure(source.shownAs, error);
  }
};
