import type { Picture } from '#shared/design/draw/environment.ts';
import { picturesWanted } from '#shared/design/draw/pictures-wanted.ts';
import { freePixels } from '#main/media/painter/free-memory.ts';
import { decodePicture } from '#main/media/painter/pictures.ts';
import type { ChildJob } from '#main/media/painter/protocol.ts';

/** How many pictures are decoded at once: enough to keep the cores busy, few enough for the memory. */
const decodingAtOnce = 4;

export interface PagePictures {
  /** By layer id, or by `backgroundId` for the paper. */
  pictures: ReadonlyMap<string, Picture>;
  missingAssets: string[];
}

/** Decodes the pictures of a page for a scale (output px per design px). */
export async function decodePictures(
  job: Pick<ChildJob, 'body' | 'files' | 'tokens'>,
  pageId: string,
  scale: number,
): Promise<PagePictures> {
  const wanted = picturesWanted(job.body, pageId);
  const pictures = new Map<string, Picture>();
  const failed = new Set<string>();
  const queue = wanted.values();
  async function decodeRest(): Promise<void> {
    for (const { assetId, nodeId, placement, tileScale } of queue) {
      const file = job.files[assetId];
      try {
        if (file === undefined) failed.add(assetId);
        else pictures.set(nodeId, await decodePicture(file, placement, scale, tileScale, job.tokens));
      } catch {
        // A missing or broken picture must not cost the whole page: a placeholder stands in and is reported.
        failed.add(assetId);
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(decodingAtOnce, wanted.length) }, decodeRest));
  // Every picture has left its decoder's copy behind.
  freePixels([...pictures.values()].reduce((sum, { width, height }) => sum + width * height, 0));
  const missingAssets = wanted.map((node) => node.assetId).filter((assetId) => failed.has(assetId));
  return { pictures, missingAssets: [...new Set(missingAssets)] };
}
