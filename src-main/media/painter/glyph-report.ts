import { textDefaults } from '#shared/design/layers/text.ts';
import type { FontFile } from '#main/media/painter/font-files.ts';
import { missingGlyphs, substituteFor } from '#main/media/painter/glyph-coverage.ts';

/** Characters and the font they are asked in. */
interface GlyphPiece {
  text: string;
  family: string;
  weight: number;
}

/**
 * The characters of some pieces that neither their fonts nor those that stand in have, each once, and a family
 * that has the most of them; null when none has any.
 */
export function reportGlyphs(
  pieces: readonly GlyphPiece[],
  fonts: readonly FontFile[],
): { missing: string[]; substitute: string | null } {
  const nodes = pieces.map(({ text, family, weight }, index) => ({
    ...textDefaults,
    id: `piece-${index}`,
    pageId: 'page',
    order: 'a0',
    text,
    fontFamily: family,
    fontWeight: weight,
  }));
  const missing = missingGlyphs(nodes, fonts);
  const votes = new Map<string, number>();
  for (const character of missing) {
    const family = substituteFor(character, fonts);
    if (family !== null) votes.set(family, (votes.get(family) ?? 0) + 1);
  }
  const [best] = [...votes].toSorted(([, one], [, other]) => other - one);
  return { missing, substitute: best?.[0] ?? null };
}
