import { resolveColour } from '#shared/design/colours.ts';
import type { ArticleTheme } from './theme.ts';

/** A theme with every brand colour replaced by what the brand says now. */
export function withBrand(theme: ArticleTheme, tokens: Readonly<Record<string, string>>): ArticleTheme {
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.startsWith('token:') ? resolveColour(value, tokens).slice(0, 7).toLowerCase() : value;
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each)]));
  };
  // Only strings that are tokens have changed, and into colours: the shape is the same.
  return walk(theme) as ArticleTheme;
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** A colour laid thinly over white; `share` 0..1 of the colour. For `#rrggbb`. */
export function tint(hex: string, share: number): string {
  const mixed = channels(hex).map((value) => Math.round(255 + (value - 255) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** Black or white, whichever reads better on a colour (relative luminance, WCAG 2). */
export function inkOn(hex: string): string {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.4 ? '#1f1f1f' : '#ffffff';
}
