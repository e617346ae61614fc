import { useEffect, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';

/** A small copy of a library picture to work on, or null while it is not there. */
export async function smallPixels(assetId: string, longest: number): Promise<ImageData> {
  const image = new Image();
  image.src = mediaUrl(`picture/${assetId}`);
  await image.decode();
  const scale = Math.min(1, longest / Math.max(image.naturalWidth, image.naturalHeight));
  const width = Math.max(1, Math.round(image.naturalWidth * scale));
  const height = Math.max(1, Math.round(image.naturalHeight * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2d context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** The same for a component; an unreadable picture stays null. */
export function useSmallPixels(assetId: string, longest: number): ImageData | null {
  const [found, setFound] = useState<{ assetId: string; pixels: ImageData } | null>(null);
  useEffect(() => {
    let wanted = true;
    if (assetId === '') return;
    smallPixels(assetId, longest).then(
      (pixels) => wanted && setFound({ assetId, pixels }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [assetId, longest]);
  return found?.assetId === assetId ? found.pixels : null;
}

/** Pixels that may be changed without touching the original. */
export function copyOf(pixels: ImageData): ImageData {
  return new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height);
}
