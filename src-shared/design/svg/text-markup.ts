import { attributes, escapeXml, px } from '#shared/design/svg/markup.ts';
import type { State } from '#shared/design/svg/state.ts';

/** A font string of a canvas, taken apart. */
export interface FontOfText {
  /** In order of preference. */
  families: string[];
  weight: number;
  italic: boolean;
  /** px */
  size: number;
}

/** `italic 700 48px "One", "Two"` taken apart. */
export function readFont(font: string): FontOfText {
  const match = /^(.*?)([\d.]+)px(?:\/\S+)?\s+(.+)$/.exec(font);
  const style = match?.[1] ?? '';
  const families = (match?.[3] ?? 'sans-serif').split(',').map((name) => name.trim().replaceAll(/["']/g, ''));
  const weight = Number(/\b(\d{1,4})\b/.exec(style)?.[1] ?? (style.includes('bold') ? 700 : 400));
  return { families, weight, italic: /italic|oblique/.test(style), size: Number(match?.[2] ?? 10) };
}

/** `text-anchor` by the alignment of a canvas. */
export const textAnchors = {
  left: undefined,
  start: undefined,
  center: 'middle',
  right: 'end',
  end: 'end',
} as const;
const baselines = {
  alphabetic: undefined,
  bottom: 'text-after-edge',
  hanging: 'hanging',
  ideographic: 'ideographic',
  middle: 'central',
  top: 'text-before-edge',
} as const;

/** A text that stays text, in the font, place and direction of the state; `looks` are its fill and stroke. */
export function textMarkup(
  text: string,
  place: { x: string; y: string },
  state: State,
  font: FontOfText,
  spacing: number,
  looks: Readonly<Record<string, string | undefined>>,
  familyName: (family: string) => string = (family) => family,
): string {
  const families = [...new Set(font.families.map(familyName))].map((family) =>
    /^[a-z-]+$/i.test(family) ? family : `'${family.replaceAll("'", '')}'`,
  );
  const values = {
    ...place,
    'font-family': families.join(', '),
    'font-size': px(font.size),
    'font-weight': font.weight === 400 ? undefined : String(font.weight),
    'font-style': font.italic ? 'italic' : undefined,
    'letter-spacing': spacing === 0 ? undefined : px(spacing),
    'text-anchor': textAnchors[state.textAlign],
    'dominant-baseline': baselines[state.textBaseline],
    'xml:lang': state.lang || undefined,
    'xml:space': /^\s|\s$|\s{2}/.test(text) ? 'preserve' : undefined,
    ...looks,
  };
  return `<text${attributes(values)}>${escapeXml(text)}</text>`;
}
