import type { Adjustments } from '#shared/design/images/adjustments.ts';
import type { Pixels } from '#shared/design/images/blur.ts';

/** How often each level occurs, and how colourful the picture is. */
export interface Histogram {
  red: readonly number[];
  green: readonly number[];
  blue: readonly number[];
  luma: readonly number[];
  /** Mean distance between the strongest and weakest channel, in levels. */
  colourfulness: number;
  /** Pixels counted; clear ones are not. */
  count: number;
}

/** Counts the levels of a picture; a small copy of it serves. */
export function histogramOf({ data }: Pick<Pixels, 'data'>): Histogram {
  const empty = (): number[] => Array.from({ length: 256 }, () => 0);
  const [red, green, blue, luma] = [empty(), empty(), empty(), empty()];
  let spread = 0;
  let count = 0;
  const add = (table: number[], level: number): void => {
    table[level] = (table[level] ?? 0) + 1;
  };
  for (let at = 0; at < data.length; at += 4) {
    if ((data[at + 3] ?? 0) < 128) continue;
    const [r = 0, g = 0, b = 0] = [data[at], data[at + 1], data[at + 2]];
    add(red, r);
    add(green, g);
    add(blue, b);
    add(luma, (54 * r + 183 * g + 19 * b) >> 8);
    spread += Math.max(r, g, b) - Math.min(r, g, b);
    count += 1;
  }
  return { red, green, blue, luma, colourfulness: count === 0 ? 0 : spread / count, count };
}

/** The level below which a share (0 to 1) of the pixels lies. */
function quantile(table: readonly number[], count: number, share: number): number {
  let seen = 0;
  for (const [level, amount] of table.entries()) {
    seen += amount;
    if (seen >= count * share) return level;
  }
  return 255;
}

/** The mean level of the pixels that are neither nearly black nor nearly white: those tell nothing of a tint. */
function meanOf(table: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (const [level, amount] of table.entries()) {
    if (level < 12 || level > 243) continue;
    sum += level * amount;
    count += amount;
  }
  return count === 0 ? 128 : sum / count;
}

function limited(value: number, limit: number): number {
  return Math.round(Math.min(limit, Math.max(-limit, value)));
}

/**
 * Values that make a snapshot look right: brightness towards the middle, the range opened, a cast taken back
 * by two fifths (a sunset stays a sunset), a little colour where there is little. All are gentle, and a
 * picture that is right already gets next to nothing.
 */
export function autoAdjustments(histogram: Histogram): Adjustments {
  const { luma, count } = histogram;
  if (count === 0) return {};
  const middle = quantile(luma, count, 0.5);
  const dark = quantile(luma, count, 0.02);
  const bright = quantile(luma, count, 0.98);
  // A night or a snow scene keeps its mood: only half the way, and never more than a stop.
  const exposure = limited(Math.log2(118 / Math.max(8, middle)) * 22, 40);
  const contrast = limited((205 - (bright - dark)) * 0.28, 34);
  const shadows = limited((quantile(luma, count, 0.2) < 40 ? 40 - quantile(luma, count, 0.2) : 0) * 0.8, 30);
  const highlights = limited(
    (quantile(luma, count, 0.85) > 225 ? 225 - quantile(luma, count, 0.85) : 0) * 1.2,
    36,
  );
  const [red, green, blue] = [meanOf(histogram.red), meanOf(histogram.green), meanOf(histogram.blue)];
  const temperature = limited((blue - red) * 0.28, 24);
  const tint = limited((green - (red + blue) / 2) * 0.4, 18);
  const grey = histogram.colourfulness < 3;
  const saturation = grey ? 0 : limited((62 - histogram.colourfulness) * 0.3, 16);
  const found = {
    exposure,
    contrast: Math.max(-10, contrast),
    highlights,
    shadows,
    temperature: grey ? 0 : temperature,
    tint: grey ? 0 : tint,
    saturation: Math.max(-6, saturation),
    sharpen: 8,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== 0));
}
