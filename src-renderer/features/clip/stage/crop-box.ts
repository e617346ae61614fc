import type { ClipCrop } from '#shared/clip/edit/segment.ts';

export type Grip = 'move' | 'n' | 's' | 'e' | 'w' | 'ne' | 'nw' | 'se' | 'sw';
export const grips = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;

/** Least part of a side that stays. */
const least = 0.04;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/**
 * A crop dragged by one of its grips; `dx`, `dy` in parts of the picture. `ratio` is width by height in parts of the
 * picture (already divided by its own shape), null when free.
 */
export function dragCrop(crop: ClipCrop, grip: Grip, dx: number, dy: number, ratio: number | null): ClipCrop {
  if (grip === 'move')
    return {
      ...crop,
      x: clamp(crop.x + dx, 0, 1 - crop.width),
      y: clamp(crop.y + dy, 0, 1 - crop.height),
    };
  const right = crop.x + crop.width;
  const bottom = crop.y + crop.height;
  let left = grip.includes('w') ? clamp(crop.x + dx, 0, right - least) : crop.x;
  let end = grip.includes('e') ? clamp(right + dx, crop.x + least, 1) : right;
  let top = grip.includes('n') ? clamp(crop.y + dy, 0, bottom - least) : crop.y;
  let foot = grip.includes('s') ? clamp(bottom + dy, crop.y + least, 1) : bottom;
  if (ratio !== null) {
    // The side that was not dragged follows; what does not fit makes both smaller.
    const sideways = grip === 'e' || grip === 'w' || grip.length === 2;
    let width = sideways ? end - left : (foot - top) * ratio;
    const widest = grip.includes('w') ? right : grip.includes('e') ? 1 - crop.x : 1;
    const highest = grip.includes('n') ? bottom : grip.includes('s') ? 1 - crop.y : 1;
    width = Math.min(width, widest, highest * ratio);
    const height = width / ratio;
    if (grip.includes('w')) left = right - width;
    else if (!grip.includes('e')) left = clamp(crop.x + (crop.width - width) / 2, 0, 1 - width);
    if (grip.includes('n')) top = bottom - height;
    else if (!grip.includes('s')) top = clamp(crop.y + (crop.height - height) / 2, 0, 1 - height);
    end = left + width;
    foot = top + height;
  }
  return { x: left, y: top, width: end - left, height: foot - top };
}

/** The largest crop of a ratio (in parts of the picture) inside another, about its middle. */
export function cropOfRatio(crop: ClipCrop, ratio: number): ClipCrop {
  const width = Math.min(crop.width, crop.height * ratio);
  const height = width / ratio;
  return {
    x: clamp(crop.x + (crop.width - width) / 2, 0, 1 - width),
    y: clamp(crop.y + (crop.height - height) / 2, 0, 1 - height),
    width,
    height,
  };
}
