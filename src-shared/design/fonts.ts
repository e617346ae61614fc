import manifest from '#shared/design/fonts.json' with { type: 'json' };

/** One font file. `package` and `file` say where npm put it; `id` is its name in `/media/font/<id>`. */
export interface FontFace {
  id: string;
  family: string;
  weight: number;
  style: string;
  package: string;
  file: string;
}

/** What is true of all weights of a family. `ascent` and `descent` are the typographic ones, in em. */
export interface FontFamily {
  family: string;
  chineseName: string;
  script: string;
  licence: string;
  ascent: number;
  descent: number;
}

/** Every face that Galley ships; the window and the painter register exactly these. */
export const fontFaces: readonly FontFace[] = manifest.faces;

export const fontFamilies: readonly FontFamily[] = manifest.families;

/** The family that stands in for one that is not there. */
const fallbackFamily = 'Noto Sans SC';

const metricsByFamily = new Map(fontFamilies.map((family) => [family.family, family]));
const weightsByFamily = new Map<string, number[]>();
for (const face of fontFaces) {
  weightsByFamily.set(face.family, [...(weightsByFamily.get(face.family) ?? []), face.weight]);
}

/** Ascent and descent of a family in em; those of the fallback for an unknown one. */
export function fontMetrics(family: string): { ascent: number; descent: number } {
  return metricsByFamily.get(family) ?? { ascent: 0.88, descent: 0.12 };
}

/**
 * The nearest weight that the family has. Asking a canvas for a missing weight makes it smear a false
 * bold, and differently on each system.
 */
export function nearestWeight(family: string, weight: number): number {
  const weights = weightsByFamily.get(family);
  if (!weights) return weight >= 600 ? 700 : 400;
  return weights.reduce((best, each) => (Math.abs(each - weight) < Math.abs(best - weight) ? each : best));
}

/**
 * The canvas font string: the family, then Noto Sans SC for Chinese, then Inter. No generic family
 * follows, so that text is drawn by the bundled files wherever they have the character; emoji and rare
 * scripts come from the system's fonts by the canvas's own last resort.
 */
export function canvasFont(family: string, weight: number, size: number): string {
  const families = [...new Set([family, fallbackFamily, 'Inter'])];
  const list = families.map((name) => `"${name.replaceAll(/["\\]/g, '')}"`).join(', ');
  return `${nearestWeight(family, weight)} ${size}px ${list}`;
}
