import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Asset } from '#shared/domain/asset.ts';
import type { ImageEngine } from '#main/ports/image-engine.ts';
import type { Session } from '#main/ports/workspace.ts';
import { exists } from './disk.ts';

/** Longest side of the pictures that previews and the design canvas show, in pixels. */
const pictureSide = 2048;

/** Longest side of a converted original: enough for any export without being decoded again. */
const convertedSide = 8192;

/** Types that the painter's decoder cannot read; they are converted once. */
const needsConversion = new Set(['image/heic', 'image/heif']);

/** Pictures made from originals and kept in the cache; each is made once however many ask. */
export interface Pictures {
  /** An upright sRGB PNG of at most 2048 px. */
  view(session: Session, asset: Asset): Promise<string>;
  /** A file that the painter can decode, in full size: the original where possible. */
  paintable(session: Session, assetId: string): Promise<string | null>;
}

/** Runs a piece of work once for all who ask for it at the same time. */
export function createSingleFlight(): (key: string, work: () => Promise<void>) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  return (key, work) => {
    const there = running.get(key);
    if (there) return there;
    const started = work().finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };
}

export function createPictures(images: ImageEngine): Pictures {
  const once = createSingleFlight();
  async function converted(session: Session, asset: Asset, side: number): Promise<string> {
    const file = join(session.paths.cache, 'pictures', `${asset.sha256}-${side}.png`);
    if (!(await exists(file))) {
      await once(file, async () => {
        await mkdir(dirname(file), { recursive: true });
        await images.proxy({ in: session.assetPath(asset), out: file, maxSide: side });
      });
    }
    return file;
  }
  return {
    view: (session, asset) => converted(session, asset, pictureSide),
    async paintable(session, assetId) {
      const asset = session.repositories.assets.get(assetId);
      if (!asset) return null;
      return needsConversion.has(asset.type)
        ? converted(session, asset, convertedSide)
        : session.assetPath(asset);
    },
  };
}
