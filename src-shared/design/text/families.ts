import { emojiFamily, fontStack, latinCompanion } from '#shared/design/fonts.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { hasEmoji } from '#shared/design/text/graphemes.ts';

const latinMarks = /[’“”]/;

/** The real families that a text is drawn with; colour emoji (25 MB) only when it has one. */
export function familiesOfText(node: Pick<TextNode, 'text' | 'fontFamily' | 'runs'>): Set<string> {
  const asked = [node.fontFamily, ...(node.runs ?? []).flatMap((run) => run.fontFamily ?? [])];
  const found = new Set(asked.flatMap((family) => fontStack(family)));
  if (!hasEmoji(node.text)) found.delete(emojiFamily);
  if (latinMarks.test(node.text)) for (const family of asked) found.add(latinCompanion(family) ?? family);
  return new Set([...found].filter((family) => !family.startsWith('token:')));
}

/** The real families that all texts of a design are drawn with. */
export function familiesOfDesign(body: DesignBody): Set<string> {
  const texts = Object.values(body.nodes).filter((node) => node.type === 'text');
  return new Set(texts.flatMap((node) => [...familiesOfText(node)]));
}
