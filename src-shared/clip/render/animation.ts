import type { PixelSize } from '../args/picture.ts';
import type { GraphPart } from './types.ts';

/** One try at a moving picture: parts of the wanted size and rate, colours of a GIF, quality of a WebP. */
export interface AnimationStep {
  size: number;
  rate: number;
  colours: number;
  quality: number;
  /** Bytes to be expected, of those of the first step. */
  share: number;
}

/** From the best on, until a byte limit is kept. */
export const animationSteps: readonly AnimationStep[] = [
  { size: 1, rate: 1, colours: 256, quality: 75, share: 1 },
  { size: 1, rate: 0.8, colours: 128, quality: 60, share: 0.6 },
  { size: 0.8, rate: 0.8, colours: 128, quality: 60, share: 0.42 },
  { size: 0.8, rate: 0.66, colours: 96, quality: 50, share: 0.3 },
  { size: 0.65, rate: 0.66, colours: 64, quality: 45, share: 0.19 },
  { size: 0.5, rate: 0.66, colours: 64, quality: 40, share: 0.11 },
  { size: 0.4, rate: 0.5, colours: 48, quality: 35, share: 0.055 },
  { size: 0.3, rate: 0.5, colours: 32, quality: 30, share: 0.028 },
  { size: 0.2, rate: 0.4, colours: 16, quality: 20, share: 0.01 },
];

/** Scales a picture and, for a GIF, gives it the colours that suit all of its frames; ends in `moving`. */
export function animationGraph(
  picture: GraphPart,
  size: PixelSize,
  step: AnimationStep,
  webp: boolean,
): string {
  const scale = `[${picture.output}]scale=${size.width}:${size.height}:flags=lanczos`;
  if (webp) return [...picture.filters, `${scale},format=yuv420p[moving]`].join(';');
  return [
    ...picture.filters,
    `${scale}:in_color_matrix=bt709:in_range=tv,format=rgb24,split=2[seen][shown]`,
    `[seen]palettegen=max_colors=${step.colours}:stats_mode=diff[palette]`,
    '[shown][palette]paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle[moving]',
  ].join(';');
}
