/** Characters of a scene at most; a full-width character counts two. About four lines on an upright frame. */
const longest = 90;
/** Shorter sentences are put together up to this, so that scenes do not flicker by. */
const shortest = 24;

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}，。！？；：、“”（）《》]/u;

/** Width of a text in halves: 1 for a Latin letter, 2 for a full-width character. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += wide.test(character) ? 2 : 1;
  return width;
}

/** Markdown that makes no sense on a picture: marks of headings, lists, quotes, links and stress. */
function plainLine(line: string): string {
  return line
    .replace(/^\s{0,3}(#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)/, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`|~~)/g, '')
    .trim();
}

/** Cuts what is too long where a reader pauses: at a comma, else between words. */
function cutLong(sentence: string, language: string): string[] {
  if (textWidth(sentence) <= longest) return [sentence];
  const pieces = sentence.split(/(?<=[,，;；:：、—])\s*/u).flatMap((clause) => {
    if (textWidth(clause) <= longest) return [clause];
    const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(clause)];
    return joinUpTo(
      words
        .map(({ segment }) => segment)
        .flatMap((word) => (textWidth(word) > longest ? Array.from(word) : [word])),
      longest,
      '',
    );
  });
  return joinUpTo(pieces, longest, wide.test(sentence) ? '' : ' ');
}

/** Neighbours put together as long as they stay within `limit`. */
function joinUpTo(pieces: readonly string[], limit: number, between: string): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && textWidth(last + between + piece) <= limit)
      joined[joined.length - 1] = last + between + piece;
    else joined.push(piece);
  }
  return joined.map((text) => text.trim()).filter((text) => text !== '');
}

/**
 * The words of an article or post in scenes: sentence by sentence, short ones of a paragraph together, long ones cut
 * where a reader pauses. Hashtags and addresses at the end are left out. Empty for a text without words.
 */
export function sceneTexts(text: string, language = 'zh'): string[] {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n+/)
    .map(plainLine)
    .filter((line) => line !== '' && !/^(#\S+\s*)+$/u.test(line) && !/^https?:\/\/\S+$/i.test(line));
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' });
  return paragraphs.flatMap((paragraph) => {
    const parts = [...sentences.segment(paragraph)].flatMap(({ segment }) =>
      cutLong(segment.trim(), language),
    );
    const scenes: string[] = [];
    for (const part of parts) {
      const last = scenes.at(-1);
      const between = wide.test(part) ? '' : ' ';
      const fits = last !== undefined && textWidth(last + between + part) <= longest;
      if (fits && (textWidth(last) < shortest || textWidth(part) < shortest))
        scenes[scenes.length - 1] = last + between + part;
      else if (part !== '') scenes.push(part);
    }
    return scenes;
  });
}

/**
 * Seconds that a scene needs to be read aloud or silently: at 2.8 words a second and a breath (a Han character is
 * read as about half a word), between 2.5 and 8.
 */
export function sceneSeconds(text: string): number {
  const han = Array.from(text).filter((character) => /\p{Script=Han}/u.test(character)).length;
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{Letter}\p{Number}]+/gu)?.length ?? 0;
  const seconds = (words + han / 1.8) / 2.8 + 0.8;
  return Math.min(8, Math.max(2.5, Math.round(seconds * 10) / 10));
}
