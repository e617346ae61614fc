/** Reading speeds: Chinese characters a minute and Latin words a minute (Brysbaert 2019 for English prose). */
export const ziPerMinute = 400;
export const wordsPerMinute = 238;

export interface WordCount {
  /** As readers see them, line breaks left out. */
  characters: number;
  charactersWithoutBlanks: number;
  /** Chinese, Japanese and Korean characters one by one, other scripts by words. */
  words: number;
  /** Of the words, those that are single characters. */
  zi: number;
  sentences: number;
  paragraphs: number;
  /** Minutes of quiet reading, not rounded. */
  minutes: number;
}

const eastern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const easternAll = new RegExp(eastern.source, 'gu');
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter('en', { granularity: 'word' });
const sentences = new Intl.Segmenter('zh', { granularity: 'sentence' });

/** Counts a text; one pass of each kind, meant for a moment of idleness. */
export function countWords(text: string): WordCount {
  let characters = 0;
  let blanks = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (segment === '\n' || segment === '\r\n' || segment === '\r') continue;
    characters++;
    if (segment.trim() === '') blanks++;
  }
  const zi = text.match(easternAll)?.length ?? 0;
  let latin = 0;
  for (const { segment, isWordLike } of words.segment(text.replaceAll(easternAll, ' '))) {
    if (isWordLike && !eastern.test(segment)) latin++;
  }
  let count = 0;
  for (const line of text.split(/\n+/))
    for (const { segment } of sentences.segment(line)) if (/[\p{L}\p{N}]/u.test(segment)) count++;
  return {
    characters,
    charactersWithoutBlanks: characters - blanks,
    words: zi + latin,
    zi,
    sentences: count,
    paragraphs: text.split(/\n+/).filter((line) => line.trim() !== '').length,
    minutes: zi / ziPerMinute + latin / wordsPerMinute,
  };
}
