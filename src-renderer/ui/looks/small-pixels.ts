import { useEffect, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';

/** A small copy of a picture of the media route to work on. Rejects for what is no picture. */
export async function smallPixels(path: string, longest: number): Promise<ImageData> {
  const image = new Image();
  image.src = mediaUrl(path);
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

/** The same for a component; null without a path, while it is read, and for what cannot be read. */
export function useSmallPixels(path: string | null, longest: number): ImageData | null {
  const [found, setFound] = useState<{ path: string; pixels: ImageData } | null>(null);
  useEffect(() => {
    let wanted = true;
    if (path === null) return;
    smallPixels(path, longest).then(
      (pixels) => wanted && setFound({ path, pixels }),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [path, longest]);
  return found?.path === path ? found.pixels : null;
}

/** Pixels that may be changed without touching the original. */
export function copyOf(pixels: ImageData): ImageData {
  return new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height);
}
