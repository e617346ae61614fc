import type { TextNode } from '#shared/design/layers/text.ts';

/** What an effect decides about; everything else of a text stays. */
type EffectFields = Pick<TextNode, 'colour' | 'fill' | 'outline' | 'shadow' | 'highlight'>;

/** Ready-made looks of whole texts. */
export const textEffects = [
  'plain',
  'outline',
  'hollow',
  'sticker',
  'lifted',
  'hard-shadow',
  'neon',
  'marker',
  'label',
  'sunrise',
  'gold',
  'glass',
] as const;
export type TextEffect = (typeof textEffects)[number];

const none = { fill: null, outline: null, shadow: null, highlight: null };

/** The fields of an effect for letters of a size (px) and a colour; measures grow with the letters. */
function effectFields(effect: TextEffect, size: number, colour: string): EffectFields {
  const em = (share: number): number => Math.max(0.5, Math.round(size * share * 100) / 100);
  const plain = { ...none, colour };
  switch (effect) {
    case 'plain':
      return plain;
    case 'outline':
      return { ...plain, outline: { colour: 'token:accent', width: em(0.05) } };
    case 'hollow':
      return { ...plain, fill: '#ffffff00', outline: { colour, width: em(0.035) } };
    case 'sticker':
      return {
        ...plain,
        outline: { colour: '#ffffff', width: em(0.11) },
        shadow: { x: 0, y: em(0.05), blur: em(0.14), colour: '#000000', opacity: 0.4 },
      };
    case 'lifted':
      return { ...plain, shadow: { x: 0, y: em(0.08), blur: em(0.16), colour: '#000000', opacity: 0.45 } };
    case 'hard-shadow':
      return { ...plain, shadow: { x: em(0.06), y: em(0.06), blur: 0, colour: 'token:accent', opacity: 1 } };
    case 'neon':
      return {
        ...none,
        colour: '#fff7fb',
        outline: { colour: '#ff4fa3', width: em(0.02) },
        shadow: { x: 0, y: 0, blur: em(0.35), colour: '#ff2d92', opacity: 1 },
      };
    case 'marker':
      return { ...plain, highlight: { colour: '#ffe45c', padding: em(0.06), radius: em(0.03) } };
    case 'label':
      return {
        ...none,
        colour: 'token:paper',
        highlight: { colour: 'token:accent', padding: em(0.2), radius: em(0.22) },
      };
    case 'sunrise':
      return {
        ...plain,
        fill: {
          kind: 'linear',
          angle: 90,
          stops: [
            { at: 0, colour: '#ff9a3d' },
            { at: 1, colour: '#d9245f' },
          ],
        },
      };
    case 'gold':
      return {
        ...plain,
        fill: {
          kind: 'linear',
          angle: 90,
          stops: [
            { at: 0, colour: '#f6e3a1' },
            { at: 0.5, colour: '#b8862b' },
            { at: 1, colour: '#ecd58a' },
          ],
        },
        shadow: { x: 0, y: em(0.04), blur: em(0.06), colour: '#3b2a08', opacity: 0.6 },
      };
    case 'glass':
      return {
        ...none,
        colour: '#ffffffb3',
        outline: { colour: '#ffffff', width: em(0.015) },
        shadow: { x: 0, y: em(0.03), blur: em(0.12), colour: '#1b2430', opacity: 0.5 },
      };
  }
}

/** Colours that only effects set: they give way to ink when the next effect is chosen. */
const effectColours = new Set(['#fff7fb', '#ffffffb3', 'token:paper']);

/** A text with an effect in place of the one it had. */
export function withEffect(node: TextNode, effect: TextEffect): TextNode {
  const colour = effectColours.has(node.colour) && effect !== 'plain' ? 'token:ink' : node.colour;
  const fields = effectFields(effect, node.fontSize, colour);
  const { fill, outline, shadow, highlight, ...rest } = { ...node, ...fields };
  return {
    ...rest,
    ...(fill ? { fill } : {}),
    ...(outline ? { outline } : {}),
    ...(shadow ? { shadow } : {}),
    ...(highlight ? { highlight } : {}),
  };
}
