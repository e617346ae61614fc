import { createCanvas } from '@napi-rs/canvas';
import { openSync } from 'fontkit';
import type { Font, FontCollection } from 'fontkit';
import { px } from '#shared/design/svg/markup.ts';
import type { OutlinedText } from '#shared/design/svg/recorder.ts';
import type { FontOfText } from '#shared/design/svg/text-markup.ts';

/** A font file by what designs call it. */
export interface NamedFont {
  family: string;
  weight: number;
  path: string;
}

const opened = new Map<string, Font>();

/** A font file, read once; of a collection its first font. */
export function openFont(path: string): Font {
  const known = opened.get(path);
  if (known) return known;
  const file: Font | FontCollection = openSync(path);
  const font = 'fonts' in file ? file.fonts[0] : file;
  if (!font) throw new Error(`${path} holds no font`);
  opened.set(path, font);
  return font;
}

/** White space, controls, joiners and selectors need no letter. */
const invisible = /[\p{White_Space}\p{Control}\p{Format}\p{Variation_Selector}]/u;
/** Emoji are pictures, also where a text font has a plain form of them. */
const pictorial = /\p{Emoji_Presentation}|\ufe0f/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A stretch of text that one font draws; null stands for pictures. */
interface Stretch {
  font: Font | null;
  text: string;
}

function hasAll(font: Font, grapheme: string): boolean {
  for (const character of grapheme) {
    if (!invisible.test(character) && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}

function stretchesOf(text: string, fonts: readonly Font[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const font = pictorial.test(segment) ? null : (fonts.find((each) => hasAll(each, segment)) ?? null);
    const last = stretches.at(-1);
    // Canvases shape word by word: no letter moves closer to a space.
    const sameWord = last?.text.endsWith(' ') === segment.startsWith(' ');
    if (last && sameWord && last.font === font && font !== null) last.text += segment;
    else stretches.push({ font, text: segment });
  }
  return stretches;
}

/** A grapheme that no font file has as an outline, painted twice as fine as it is shown. */
function paintGrapheme(text: string, font: FontOfText) {
  const families = font.families.map((family) => `"${family}"`).join(', ');
  const named = `${font.weight} ${font.size}px ${families}`;
  const measuring = createCanvas(1, 1).getContext('2d');
  measuring.font = named;
  const { width } = measuring.measureText(text);
  const margin = Math.ceil(font.size * 0.25);
  const canvas = createCanvas(
    Math.max(1, Math.ceil((width + 2 * margin) * 2)),
    Math.max(1, Math.ceil((font.size * 1.5 + 2 * margin) * 2)),
  );
  const context = canvas.getContext('2d');
  context.scale(2, 2);
  context.font = named;
  context.fillText(text, margin, margin + font.size * 1.15);
  const href = `data:image/png;base64,${canvas.toBuffer('image/png').toString('base64')}`;
  const box = {
    x: -margin,
    y: -margin - font.size * 1.15,
    width: canvas.width / 2,
    height: canvas.height / 2,
  };
  return { width, picture: { ...box, href } };
}

interface Letters {
  d: string;
  /** px */
  width: number;
}

/** The letters of a stretch from `start` on the baseline, y downwards. */
function outlineStretch(
  text: string,
  font: Font,
  size: number,
  spacing: number,
  language: string,
  start: number,
): Letters {
  const scale = size / font.unitsPerEm;
  // Canvases leave ligatures out as soon as letters are spaced.
  const features: Record<string, boolean> = spacing === 0 ? {} : { liga: false, clig: false };
  const run = font.layout(text, features, undefined, language === 'zh-Hans' ? 'ZHS ' : undefined, 'ltr');
  let x = start;
  let d = '';
  run.glyphs.forEach((glyph, index) => {
    const position = run.positions[index];
    const left = x + (position?.xOffset ?? 0) * scale;
    const up = (position?.yOffset ?? 0) * scale;
    for (const { command, args } of glyph.path.commands) {
      const points = args.map((value, at) => (at % 2 === 0 ? left + value * scale : -(up + value * scale)));
      d += pathLetters[command] + points.map(px).join(' ');
    }
    x += (position?.xAdvance ?? glyph.advanceWidth) * scale;
    // A mark that stands on the letter before it takes no room and no spacing.
    if ((position?.xAdvance ?? glyph.advanceWidth) > 0) x += spacing;
  });
  return { d, width: x - start };
}

const pathLetters = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
} as const;

/** The file of a family nearest to a weight. */
function fileOf(fonts: readonly NamedFont[], family: string, weight: number): string | null {
  const faces = fonts.filter((font) => font.family === family);
  const nearest = faces.toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0];
  return nearest?.path ?? null;
}

/**
 * Turns text into outlines from the font files, letter by letter where a canvas would put them: the first
 * family that has a character draws it; emoji and what no file has become small pictures.
 */
export function outliner(
  fonts: readonly NamedFont[],
): (text: string, font: FontOfText, letterSpacing: number, language: string) => OutlinedText {
  return (text, font, letterSpacing, language) => {
    const usable = font.families
      .filter((family) => !family.includes('Emoji'))
      .flatMap((family) => fileOf(fonts, family, font.weight) ?? [])
      .map(openFont);
    let x = 0;
    let d = '';
    const pictures: OutlinedText['pictures'][number][] = [];
    for (const stretch of stretchesOf(text, usable)) {
      if (stretch.font) {
        const letters = outlineStretch(stretch.text, stretch.font, font.size, letterSpacing, language, x);
        d += letters.d;
        x += letters.width;
      } else if (invisible.test(stretch.text) && stretch.text.trim() === '') {
        x += letterSpacing;
      } else {
        const { width, picture } = paintGrapheme(stretch.text, font);
        pictures.push({ ...picture, x: picture.x + x });
        x += width + letterSpacing;
      }
    }
    return { d, width: x, pictures };
  };
}
