import { mediaUrl, runJob } from '#renderer/bridge/client.ts';
import type { CallOutput } from '#shared/contract/index.ts';

type Strip = CallOutput<'clips.filmstrip'> & { image: HTMLImageElement };

/** Small pictures of recordings that cannot be played yet, so that a person can look around meanwhile. */
export interface PosterBook {
  /** The nearest picture to a time of the recording; null while none is there. */
  at(assetId: string, seconds: number): HTMLImageElement | HTMLCanvasElement | null;
  close(): void;
}

/** The same strip as the timeline's lanes: made once. */
const stripCount = 160;
const stripHeight = 72;

export function createPosterBook(onArrived: () => void): PosterBook {
  const pages = new Map<string, { strip: Strip | null; first: HTMLImageElement; tile: HTMLCanvasElement }>();
  let open = true;

  function ask(assetId: string): void {
    const first = new Image();
    first.alt = '';
    first.src = mediaUrl(`thumb/${assetId}`);
    const page = { strip: null as Strip | null, first, tile: document.createElement('canvas') };
    pages.set(assetId, page);
    first.addEventListener('load', () => open && onArrived());
    const load = async (): Promise<void> => {
      const strip = await runJob('clips.filmstrip', { assetId, count: stripCount, height: stripHeight });
      const image = new Image();
      image.src = mediaUrl(strip.url);
      await image.decode();
      page.strip = { ...strip, image };
      if (open) onArrived();
    };
    // Without it the first picture stays, which says enough.
    load().catch(() => {});
  }

  return {
    at(assetId, seconds) {
      const page = pages.get(assetId);
      if (!page) {
        ask(assetId);
        return null;
      }
      if (!page.strip) return page.first;
      const { strip, tile } = page;
      const index = Math.max(
        0,
        strip.times.findLastIndex((time) => time <= seconds + 1e-3),
      );
      tile.width = strip.tileWidth;
      tile.height = strip.tileHeight;
      const left = (index % strip.columns) * strip.tileWidth;
      const top = Math.floor(index / strip.columns) * strip.tileHeight;
      tile
        .getContext('2d')
        ?.drawImage(strip.image, left, top, tile.width, tile.height, 0, 0, tile.width, tile.height);
      return tile;
    },
    close() {
      open = false;
      pages.clear();
    },
  };
}
