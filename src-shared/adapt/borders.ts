import { graphemeStarts } from '../platforms/counters/graphemes.ts';

/** A place in a text, UTF-16, before which a part may end. */
export interface Border {
  at: number;
  /** How well the text may be parted here: 0 paragraph, 1 line, 2 sentence, 3 clause, 4 word, 5 grapheme. */
  rank: number;
}

/** What is never taken apart: links, mentions, hashtags, and what Markdown holds together. */
const whole = new RegExp(
  [
    'https?:\\/\\/[^\\s，。、；！？）】》]+',
    '[@#＠＃][\\p{L}\\p{N}_.@-]+#?',
    '!?\\[[^\\]\\n]{0,999}\\]\\([^)\\n]{0,999}\\)',
    '`[^`\\n]+`',
    '(\\*\\*\\*|\\*\\*|__|~~)(?=\\S)[^\\n]{0,999}?\\S\\1',
    '(?<![\\p{L}\\p{N}*_])([*_])(?=[^\\s*_])[^\\n*_]*[^\\s*_]\\2(?![\\p{L}\\p{N}*_])',
  ].join('|'),
  'gu',
);

const sentenceEnd = /[。！？!?…⋯；]["'”’」』）)\]】]*\s*|\.["'”’)\]]*(?=\s|$)\s*/gu;
const clauseEnd = /[，、：,;:—–]["'”’」』）)\]】]*\s*/gu;
const wordEnd = /\s+|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[\p{L}\p{N}])/gu;

/**
 * Every place where `text` may be parted, in order, with how good it is; the end of the text is one of them.
 * Never inside a grapheme.
 * @param keepWhole links, mentions and tags are not taken apart
 */
export function bordersOf(text: string, keepWhole = true): Border[] {
  // One number for each place; the best kind wins. 9: no grapheme ends here.
  const ranks = new Uint8Array(text.length + 1).fill(9);
  const starts = graphemeStarts(text);
  for (let at = 1; at < starts.length; at++) ranks[starts[at] ?? 0] = 5;
  const mark = (at: number, rank: number): void => {
    if ((ranks[at] ?? 9) < 9 && rank < (ranks[at] ?? 9)) ranks[at] = rank;
  };
  const patterns = [
    [/\n\s*\n\s*/gu, 0],
    [/\n\s*/gu, 1],
    [sentenceEnd, 2],
    [clauseEnd, 3],
    [wordEnd, 4],
  ] as const;
  for (const [pattern, rank] of patterns) {
    for (const { 0: match, index } of text.matchAll(pattern)) mark(index + match.length, rank);
  }
  if (keepWhole) {
    for (const { 0: match, index } of text.matchAll(whole)) ranks.fill(9, index + 1, index + match.length);
  }
  const borders: Border[] = [];
  for (let at = 1; at < text.length; at++) {
    const rank = ranks[at] ?? 9;
    if (rank < 9) borders.push({ at, rank });
  }
  if (text.length > 0) borders.push({ at: text.length, rank: 0 });
  return borders;
}
