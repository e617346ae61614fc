import type { Crop } from '#shared/domain/post.ts';

export const wholePicture: Crop = { x: 0, y: 0, width: 1, height: 1 };

/** Smallest side of a frame, as a fraction of the picture. */
const least = 0.05;
const within = (value: number, from: number, to: number): number => Math.min(to, Math.max(from, value));

/**
 * The largest frame of a shape that fits the picture, around the middle of `around`.
 * @param picture width divided by height of the picture
 * @param shape width divided by height of the frame
 */
export function cropOfShape(picture: number, shape: number, around: Crop): Crop {
  const width = Math.min(1, shape / picture);
  const height = Math.min(1, picture / shape);
  return {
    x: within(around.x + around.width / 2 - width / 2, 0, 1 - width),
    y: within(around.y + around.height / 2 - height / 2, 0, 1 - height),
    width,
    height,
  };
}

/** The frame pushed by fractions of the picture, never over its edge. */
export function movedCrop(crop: Crop, dx: number, dy: number): Crop {
  return {
    ...crop,
    x: within(crop.x + dx, 0, 1 - crop.width),
    y: within(crop.y + dy, 0, 1 - crop.height),
  };
}

export interface Corner {
  right: boolean;
  bottom: boolean;
}

/**
 * The frame with one corner moved by fractions of the picture, the opposite one standing still.
 * @param lock width divided by height of the frame, both as fractions; null lets them go their own ways
 */
export function resizedCrop(crop: Crop, corner: Corner, dx: number, dy: number, lock: number | null): Crop {
  const fixedX = corner.right ? crop.x : crop.x + crop.width;
  const fixedY = corner.bottom ? crop.y : crop.y + crop.height;
  const roomX = corner.right ? 1 - fixedX : fixedX;
  const roomY = corner.bottom ? 1 - fixedY : fixedY;
  let width = within(crop.width + (corner.right ? dx : -dx), Math.min(least, roomX), roomX);
  let height = within(crop.height + (corner.bottom ? dy : -dy), Math.min(least, roomY), roomY);
  if (lock !== null) {
    width = Math.min(Math.max(width, height * lock), roomX, roomY * lock);
    height = width / lock;
  }
  return {
    x: corner.right ? fixedX : fixedX - width,
    y: corner.bottom ? fixedY : fixedY - height,
    width,
    height,
  };
}

/** True for a frame that leaves nothing out. */
export function isWhole(crop: Crop): boolean {
  return crop.width > 0.999 && crop.height > 0.999;
}

/** A shape as people write it: `4:5`, `9:16`, `1.91:1`. */
export function shapeName(width: number, height: number): string {
  const divisor = (one: number, other: number): number => (other === 0 ? one : divisor(other, one % other));
  const common = divisor(width, height);
  const largest = Math.max(width, height) / common;
  return largest <= 40
    ? `${width / common}:${height / common}`
    : `${Math.round((width / height) * 100) / 100}:1`;
}
