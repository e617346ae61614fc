import { canvasFont, emojiFont, latinCompanion, latinMarkFont } from '#shared/design/fonts.ts';
import { graphemesOf, hasEmoji } from '#shared/design/text/graphemes.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import type { StyledText, TextStyle } from '#shared/design/text/runs.ts';
import { styledSegments } from '#shared/design/text/runs.ts';

/** Characters that are drawn in one go: one look, one font. Every UTF-16 unit of a paragraph is in one piece. */
export interface TextPiece {
  /** What is drawn; as long as the source, but a letter may be a capital and a space one that holds. */
  text: string;
  /** Where it stands in the text of the layer. */
  start: number;
  style: TextStyle;
  font: string;
}

function capital(character: string): string {
  const upper = character.toUpperCase();
  // “ß” would become two letters, and every place in the text would move; it has a capital of its own.
  if (character === 'ß') return 'ẞ';
  return upper.length === character.length ? upper : character;
}

/** Marks that may not start a line (GB/T 15834). After a space Unicode lets them, Chinese typesetting does not. */
const spaceBeforeMark = /[ \t]+(?=[，。、；：？！’”）》〉」』】〕…])/gu;

/** What is laid out in place of a text, unit by unit as long as it. */
export function shownText(text: string, capitals: boolean): string {
  const written = capitals ? Array.from(text, capital).join('') : text;
  // A space that holds keeps the mark after it on its line. A canvas has no tab stops.
  return written
    .replaceAll(spaceBeforeMark, (spaces) => '\u00A0'.repeat(spaces.length))
    .replaceAll('\t', ' ');
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
const apostrophe = /(?<=[\p{Script=Latin}\d])’(?=[\p{Script=Latin}\d])/gu;
const quotation = /“[^“”\n]*”|‘[^‘’\n]*’(?![\p{Script=Latin}\d])/gu;

/**
 * Places of quotation marks and apostrophes that belong to Latin words: in Han fonts these marks are as wide
 * as a Han character. Around Chinese words, or touched by Chinese, they stay wide.
 */
function latinMarks(text: string): Set<number> {
  const places = new Set<number>();
  if (textLanguage(text) === 'en') {
    for (const { index } of text.matchAll(/[‘’“”]/g)) places.add(index);
    return places;
  }
  for (const { index } of text.matchAll(apostrophe)) places.add(index);
  for (const { index, 0: quoted } of text.matchAll(quotation)) {
    const around = `${text[index - 1] ?? ''}${quoted}${text[index + quoted.length] ?? ''}`;
    if (wide.test(around)) continue;
    places.add(index);
    places.add(index + quoted.length - 1);
  }
  return places;
}

type PieceKind = 'plain' | 'emoji' | 'mark';

function fontOf(kind: PieceKind, style: TextStyle): string {
  const { fontFamily, fontWeight, fontSize } = style;
  if (kind === 'emoji') return emojiFont(fontSize);
  return (kind === 'mark' ? latinMarkFont : canvasFont)(fontFamily, fontWeight, fontSize);
}

/** Where a stretch of one look must change its font: emoji, and Latin marks in a Han font. */
function* stretches(
  shown: string,
  marks: ReadonlySet<number>,
  offset: number,
): Generator<{ text: string; kind: PieceKind }> {
  if (marks.size === 0 && !hasEmoji(shown)) {
    yield { text: shown, kind: 'plain' };
    return;
  }
  let text = '';
  let kind: PieceKind = 'plain';
  for (const grapheme of graphemesOf(shown)) {
    const next = hasEmoji(grapheme.text) ? 'emoji' : marks.has(offset + grapheme.start) ? 'mark' : 'plain';
    if (next !== kind && text !== '') {
      yield { text, kind };
      text = '';
    }
    kind = next;
    text += grapheme.text;
  }
  if (text !== '') yield { text, kind };
}

/** The pieces of a text, in order. Each piece lies inside one paragraph when its newlines are cut off. */
export function piecesOf(node: StyledText & { capitals?: boolean | undefined }): TextPiece[] {
  const shown = shownText(node.text, node.capitals ?? false);
  const marks = /[‘’“”]/.test(node.text) ? latinMarks(node.text) : new Set<number>();
  const chinese = textLanguage(node.text) === 'zh-Hans';
  const pieces: TextPiece[] = [];
  for (const { start, end, style } of styledSegments(node)) {
    const own = latinCompanion(style.fontFamily) === null ? new Set<number>() : marks;
    let at = start;
    for (const { text, kind } of stretches(shown.slice(start, end), own, start)) {
      // Chinese rules would break a word after ’; the modifier letter looks the same and is a letter.
      const drawn = kind === 'mark' && chinese ? text.replaceAll('’', isInWord(shown, at) ? 'ʼ' : '’') : text;
      pieces.push({ text: drawn, start: at, style, font: fontOf(kind, style) });
      at += text.length;
    }
  }
  return pieces;
}

function isInWord(text: string, at: number): boolean {
  const letter = /[\p{Script=Latin}\d]/u;
  return letter.test(text[at - 1] ?? '') && letter.test(text[at + 1] ?? '');
}
