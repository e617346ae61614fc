import { groupDefaults } from '#shared/design/layers/group.ts';
import { textDefaults, type TextNode } from '#shared/design/layers/text.ts';
import { ordersBetween } from '#shared/design/order.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { newId } from '#shared/domain/id.ts';
import { withEffect } from '../text-editing/text-effects.ts';
import type { TextEffect } from '../text-editing/text-effects.ts';
import { brandFonts } from '#renderer/ui/fonts/brand.ts';
import type { EditorStore } from './editor-store.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { fitText } from './layer-boxes.ts';
import { identity, putInFront, share } from './new-layers.ts';
import { readableColour } from './readable-colour.ts';

/** One line of a combination; sizes as fractions of the headline's. */
interface Line {
  part: 'headline' | 'subline';
  size: number;
  /** Without a brand; a saved brand's fonts take its place. */
  family: string;
  weight: number;
  effect?: TextEffect;
  colour?: string;
  /** em */
  spacing?: number;
  /** Room above it. */
  gap: number;
}

interface Combination {
  align: 'left' | 'center';
  lines: readonly [Line, Line];
}

const sans = 'Noto Sans SC';
const serif = 'Noto Serif SC';

/** A headline and a line that goes with it, ready to be written over. */
export const combinations = {
  launch: {
    align: 'left',
    lines: [
      { part: 'headline', size: 1, family: sans, weight: 700, gap: 0 },
      { part: 'subline', size: 0.36, family: sans, weight: 400, gap: 0.12, colour: 'token:accent' },
    ],
  },
  sale: {
    align: 'center',
    lines: [
      { part: 'subline', size: 0.32, family: sans, weight: 700, gap: 0, effect: 'label' },
      { part: 'headline', size: 1, family: sans, weight: 700, gap: 0.24, effect: 'hard-shadow' },
    ],
  },
  marker: {
    align: 'left',
    lines: [
      { part: 'headline', size: 0.9, family: sans, weight: 700, gap: 0, effect: 'marker' },
      { part: 'subline', size: 0.36, family: sans, weight: 400, gap: 0.2 },
    ],
  },
  quote: {
    align: 'center',
    lines: [
      { part: 'headline', size: 0.85, family: serif, weight: 700, gap: 0 },
      { part: 'subline', size: 0.32, family: serif, weight: 400, gap: 0.22, spacing: 0.08 },
    ],
  },
  issue: {
    align: 'left',
    lines: [
      {
        part: 'subline',
        size: 0.26,
        family: sans,
        weight: 700,
        gap: 0,
        spacing: 0.3,
        colour: 'token:accent',
      },
      { part: 'headline', size: 1, family: serif, weight: 700, gap: 0.08, spacing: 0.04 },
    ],
  },
  gold: {
    align: 'center',
    lines: [
      { part: 'headline', size: 1, family: serif, weight: 700, gap: 0, effect: 'gold', spacing: 0.06 },
      { part: 'subline', size: 0.3, family: serif, weight: 400, gap: 0.16, spacing: 0.2 },
    ],
  },
  sunrise: {
    align: 'center',
    lines: [
      { part: 'headline', size: 1.05, family: 'ZCOOL KuaiLe', weight: 400, gap: 0, effect: 'sunrise' },
      { part: 'subline', size: 0.34, family: sans, weight: 400, gap: 0.14 },
    ],
  },
  sticker: {
    align: 'center',
    lines: [
      { part: 'headline', size: 1.1, family: 'ZCOOL KuaiLe', weight: 400, gap: 0, effect: 'sticker' },
      { part: 'subline', size: 0.32, family: sans, weight: 700, gap: 0.16, effect: 'label' },
    ],
  },
} as const satisfies Record<string, Combination>;

export type CombinationId = keyof typeof combinations;
export type CombinationWords = Record<Line['part'], string>;

/** The real families that a combination is set in now. */
export function familiesOfCombination(id: CombinationId): string[] {
  const brand = brandFonts();
  return brand ? ['token:heading', 'token:body'] : combinations[id].lines.map(({ family }) => family);
}

/**
 * The texts of a combination under each other, from the page's corner; `size` of its headline in px, `ink` for
 * what has no colour of its own. Its fonts must be there.
 */
export function combinationTexts(
  id: CombinationId,
  words: CombinationWords,
  size: number,
  ink: string,
): TextNode[] {
  const { align, lines }: Combination = combinations[id];
  const brand = brandFonts();
  let y = 0;
  const texts = lines.map((line): TextNode => {
    const font = brand?.[line.part === 'headline' ? 'heading' : 'body'];
    const fontSize = Math.max(1, Math.round(size * line.size));
    const plain: TextNode = {
      ...textDefaults,
      ...identity,
      id: newId(),
      text: words[line.part],
      fontFamily: font?.family ?? line.family,
      fontWeight: font?.weight ?? line.weight,
      fontSize,
      lineHeight: 1.2,
      letterSpacing: Math.round(fontSize * (line.spacing ?? 0) * 10) / 10,
      colour: line.colour ?? ink,
      sizing: 'auto-width',
      align,
    };
    const node = fitText(line.effect ? withEffect(plain, line.effect) : plain);
    y += Math.round(size * line.gap);
    const placed = { ...node, x: 0, y };
    y += node.height;
    return placed;
  });
  const widest = Math.max(...texts.map((text) => text.width));
  return texts.map((text) => ({ ...text, x: align === 'left' ? 0 : Math.round((widest - text.width) / 2) }));
}

/** Puts a combination on the page as one group. Its fonts come first: no text is measured with another. */
export async function addCombination(
  store: EditorStore,
  id: CombinationId,
  words: CombinationWords,
  name: string,
): Promise<void> {
  await loadFamilies(familiesOfCombination(id));
  const { body, pageId } = store.snapshot();
  const at = store.landing();
  const ink = readableColour(body, pageId, at);
  const wanted = share(store, 0.1);
  const measured = combinationTexts(id, words, wanted, ink);
  const widest = Math.max(...measured.map((text) => text.width));
  // Long words still stand inside the page.
  const fitting = Math.min(1, (body.width * 0.86) / widest);
  const texts = fitting === 1 ? measured : combinationTexts(id, words, wanted * fitting, ink);
  const width = Math.max(...texts.map((text) => text.width));
  const height = Math.max(...texts.map((text) => text.y + text.height));
  const [left, top] = [Math.round(at.x - width / 2), Math.round(at.y - height / 2)];
  const group: DesignNode = {
    ...groupDefaults,
    id: newId(),
    pageId,
    order: '',
    name,
    x: left,
    y: top,
    width,
    height,
  };
  const orders = ordersBetween(null, null, texts.length);
  const inside = texts.map((text, index) => ({
    ...text,
    pageId,
    parentId: group.id,
    order: orders[index] ?? 'a0',
    x: text.x + left,
    y: text.y + top,
  }));
  putInFront(store, group, inside);
}
