import { Canvas } from '@napi-rs/canvas';
import type { DrawableImage, Rectangle } from '#shared/design/draw/canvas.ts';
import { pixelsOf } from '#main/media/painter/render-page.ts';

function isOpaque(canvas: Canvas): boolean {
  const pixels = pixelsOf(canvas);
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

/**
 * Makes parts of pictures into data addresses: JPEG, or PNG where anything shows through. Only the part
 * that is shown goes into the file.
 */
export function embedder(
  quality: number,
): (image: DrawableImage, source: Rectangle) => { href: string; region: Rectangle } | null {
  const made = new Map<DrawableImage, Map<string, { href: string; region: Rectangle }>>();
  return (image, source) => {
    if (!(image instanceof Canvas)) return null;
    const left = Math.max(0, Math.floor(source.x + 1e-6));
    const top = Math.max(0, Math.floor(source.y + 1e-6));
    const right = Math.min(image.width, Math.ceil(source.x + source.width - 1e-6));
    const bottom = Math.min(image.height, Math.ceil(source.y + source.height - 1e-6));
    if (right <= left || bottom <= top) return null;
    const region = { x: left, y: top, width: right - left, height: bottom - top };
    const ofImage = made.get(image) ?? new Map<string, { href: string; region: Rectangle }>();
    made.set(image, ofImage);
    const key = `${left},${top},${right},${bottom}`;
    const known = ofImage.get(key);
    if (known) return known;
    const part = new Canvas(region.width, region.height);
    part
      .getContext('2d')
      .drawImage(image, left, top, region.width, region.height, 0, 0, region.width, region.height);
    const [type, bytes] = isOpaque(part)
      ? ['image/jpeg', part.toBuffer('image/jpeg', quality)]
      : ['image/png', part.toBuffer('image/png')];
    const embedded = { href: `data:${type};base64,${bytes.toString('base64')}`, region };
    ofImage.set(key, embedded);
    return embedded;
  };
}
