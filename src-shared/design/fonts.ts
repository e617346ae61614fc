import manifest from '#shared/design/fonts.json' with { type: 'json' };
import { forgetTextMeasures } from '#shared/design/text/preparation.ts';

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

/** A family beside the bundled ones: a font that the user brought. */
export interface OwnFontFamily {
  family: string;
  /** Typographic, in em. */
  ascent: number;
  descent: number;
  weights: number[];
}

/** A family and a weight that a token stands for. */
export interface FontChoice {
  family: string;
  weight: number;
}

/** What `token:heading` and `token:body` stand for. */
export interface FontTokens {
  heading: FontChoice;
  body: FontChoice;
}

/** Every face that Galley ships; the window and the painter register exactly these. */
export const fontFaces: readonly FontFace[] = manifest.faces;

export const fontFamilies: readonly FontFamily[] = manifest.families;

/** The family that stands in for one that is not there. */
const fallbackFamily = 'Noto Sans SC';

/** Colour emoji; always last, because it has digits of its own, which must not win. */
export const emojiFamily = 'Noto Color Emoji';

/** What the font tokens stand for while a workspace has no brand. */
const defaultFontTokens: FontTokens = {
  heading: { family: fallbackFamily, weight: 700 },
  body: { family: fallbackFamily, weight: 400 },
};

interface FamilyFacts {
  ascent: number;
  descent: number;
  weights: readonly number[];
}

const bundled = new Map<string, FamilyFacts>(
  fontFamilies.map(({ family, ascent, descent }) => {
    const weights = fontFaces.filter((face) => face.family === family).map((face) => face.weight);
    return [family, { ascent, descent, weights }];
  }),
);
const own = new Map<string, FamilyFacts>();
let tokens = defaultFontTokens;

/**
 * Makes the user's own families known to layout, replacing what was known under the same names. A bundled
 * name is never taken over. All measured text is forgotten. The host registers the files itself.
 */
export function registerFontFamilies(list: readonly OwnFontFamily[]): void {
  let changed = false;
  for (const { family, ascent, descent, weights } of list) {
    const known = own.get(family);
    if (bundled.has(family) || weights.length === 0) continue;
    if (known && JSON.stringify(known) === JSON.stringify({ ascent, descent, weights })) continue;
    own.set(family, { ascent, descent, weights });
    changed = true;
  }
  if (changed) forgetTextMeasures();
}

/** Sets what `token:heading` and `token:body` stand for; null is the default (Noto Sans SC, bold and regular). */
export function setFontTokens(next: FontTokens | null): void {
  const wanted = next ?? defaultFontTokens;
  if (JSON.stringify(wanted) === JSON.stringify(tokens)) return;
  tokens = wanted;
  forgetTextMeasures();
}

/** The real family of `token:heading` and `token:body`; any other name is returned as it is. */
export function resolveFontFamily(family: string): string {
  if (family === 'token:heading') return tokens.heading.family;
  if (family === 'token:body') return tokens.body.family;
  return family;
}

function factsOf(family: string): FamilyFacts | undefined {
  const real = resolveFontFamily(family);
  return bundled.get(real) ?? own.get(real);
}

/** Ascent and descent of a family in em; those of the fallback for an unknown one. */
export function fontMetrics(family: string): { ascent: number; descent: number } {
  return factsOf(family) ?? { ascent: 0.88, descent: 0.12 };
}

/**
 * The nearest weight that the family has. Asking a canvas for a missing weight makes it smear a false
 * bold, and differently on each system. With a font token, the heavier of the brand's weight and the asked
 * one counts: a layer of weight 400 takes the brand's weight, and a bold word in body text is bold.
 */
export function nearestWeight(family: string, weight: number): number {
  const token = family === 'token:heading' ? tokens.heading : family === 'token:body' ? tokens.body : null;
  const asked = Math.max(weight, token?.weight ?? 0);
  const facts = factsOf(family);
  if (!facts) return asked >= 600 ? 700 : 400;
  return facts.weights.reduce((best, each) =>
    Math.abs(each - asked) < Math.abs(best - asked) ? each : best,
  );
}

/** The families that a text of a family is drawn with, each standing in for what those before it lack. */
export function fontStack(family: string): string[] {
  const first = resolveFontFamily(family);
  return [...new Set([...(first === emojiFamily ? [] : [first]), fallbackFamily, 'Inter', emojiFamily])];
}

function fontString(families: readonly string[], weight: number, size: number): string {
  const list = families.map((name) => `"${name.replaceAll(/["\\]/g, '')}"`).join(', ');
  return `${weight} ${size}px ${list}`;
}

/**
 * The canvas font string: the family, then Noto Sans SC for Chinese, then Inter, then colour emoji. No
 * generic family follows, so that text is drawn by the bundled files wherever they have the character; rare
 * scripts come from the system's fonts by the canvas's own last resort.
 */
export function canvasFont(family: string, weight: number, size: number): string {
  return fontString(fontStack(family), nearestWeight(family, weight), size);
}

/** The canvas font string for emoji, which have one weight whatever stands around them. */
export function emojiFont(size: number): string {
  return fontString([emojiFamily, fallbackFamily], 400, size);
}

const latinCompanions: Readonly<Record<string, string>> = {
  'Noto Serif SC': 'Playfair Display',
  'LXGW WenKai': 'Lora',
};

/** The bundled Latin family that goes with a Han one; null for a family that is not Han. */
export function latinCompanion(family: string): string | null {
  const real = resolveFontFamily(family);
  const han = fontFamilies.some((each) => each.family === real && each.script === 'han');
  return han ? (latinCompanions[real] ?? 'Inter') : null;
}

/**
 * The canvas font string for Latin quotation marks: in a Han font those are as wide as a Han character, so a
 * Latin family comes first there. Any other family is kept.
 */
export function latinMarkFont(family: string, weight: number, size: number): string {
  const companion = latinCompanion(family);
  if (companion === null) return canvasFont(family, weight, size);
  const heaviness = nearestWeight(companion, nearestWeight(family, weight));
  return fontString([companion, fallbackFamily], heaviness, size);
}
