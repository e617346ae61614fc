/** A row of the grid: which items, and how high they are so that the row is exactly as wide as the grid. */
export interface JustifiedRow {
  /** Index of the first item. */
  first: number;
  widths: number[];
  height: number;
}

/** No panorama takes less than a readable strip, no tall picture less than a visible sliver. */
const narrowest = 0.5;
const broadest = 3;

/** Ratio of width to height as the grid shows it; sound, which has no size, is square. */
export function shownRatio(width: number, height: number): number {
  if (width <= 0 || height <= 0) return 1;
  return Math.min(broadest, Math.max(narrowest, width / height));
}

/**
 * Packs pictures of the given ratios into rows that fill `width`, near `target` high, `gap` apart; all pixels.
 * The last row keeps the target height instead of being stretched.
 */
export function justify(
  ratios: readonly number[],
  width: number,
  target: number,
  gap: number,
): JustifiedRow[] {
  if (width <= 0) return [];
  const rows: JustifiedRow[] = [];
  let first = 0;
  while (first < ratios.length) {
    let sum = 0;
    let end = first;
    while (end < ratios.length && sum * target + gap * Math.max(0, end - first - 1) < width) {
      sum += ratios[end] ?? 1;
      end += 1;
    }
    const free = width - gap * (end - first - 1);
    const full = sum * target + gap * (end - first - 1) >= width;
    const height = full ? free / sum : target;
    rows.push({ first, height, widths: ratios.slice(first, end).map((ratio) => ratio * height) });
    first = end;
  }
  return rows;
}
