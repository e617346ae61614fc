import type { FractionRectangle } from '#main/ports/image-engine.ts';

export interface PixelSize {
  width: number;
  height: number;
}

export interface PixelRectangle extends PixelSize {
  left: number;
  top: number;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** A crop in fractions as whole pixels inside the picture, at least one pixel in each direction. */
export function cropInPixels(crop: FractionRectangle, size: PixelSize): PixelRectangle {
  const left = clamp(Math.round(crop.x * size.width), 0, size.width - 1);
  const top = clamp(Math.round(crop.y * size.height), 0, size.height - 1);
  const right = clamp(Math.round((crop.x + crop.width) * size.width), left + 1, size.width);
  const bottom = clamp(Math.round((crop.y + crop.height) * size.height), top + 1, size.height);
  return { left, top, width: right - left, height: bottom - top };
}

/** A pixel rectangle as fractions of the picture, to six decimals. */
export function asFractions(rectangle: PixelRectangle, size: PixelSize): FractionRectangle {
  const round = (value: number) => Math.round(clamp(value, 0, 1) * 1e6) / 1e6;
  return {
    x: round(rectangle.left / size.width),
    y: round(rectangle.top / size.height),
    width: round(rectangle.width / size.width),
    height: round(rectangle.height / size.height),
  };
}

/** How a region is scaled and then cut so that it covers a target exactly. */
export interface CoverPlan {
  /** Size of the whole region after scaling; at least the target on both sides. */
  scaled: PixelSize;
  /** The target's window in the scaled region. */
  window: PixelRectangle;
}

/**
 * Covers `target` with `region`, keeping `focus` (pixels of the region) as near to the middle as the
 * edges allow. The aspect ratio is kept to within half a pixel.
 */
export function planCover(region: PixelSize, target: PixelSize, focus: { x: number; y: number }): CoverPlan {
  const scale = Math.max(target.width / region.width, target.height / region.height);
  const width = Math.max(target.width, Math.round(region.width * scale));
  const height = Math.max(target.height, Math.round(region.height * scale));
  const left = clamp(
    Math.round((focus.x * width) / region.width - target.width / 2),
    0,
    width - target.width,
  );
  const top = clamp(
    Math.round((focus.y * height) / region.height - target.height / 2),
    0,
    height - target.height,
  );
  return { scaled: { width, height }, window: { left, top, width: target.width, height: target.height } };
}

/** The largest size with the aspect of `region` inside `target`, at least one pixel in each direction. */
export function planContain(region: PixelSize, target: PixelSize): PixelSize {
  const scale = Math.min(target.width / region.width, target.height / region.height);
  return {
    width: clamp(Math.round(region.width * scale), 1, target.width),
    height: clamp(Math.round(region.height * scale), 1, target.height),
  };
}
