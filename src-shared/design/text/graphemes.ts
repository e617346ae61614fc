const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** What a reader sees as one character, with its place (UTF-16) in the text. */
export interface Grapheme {
  text: string;
  start: number;
  end: number;
}

/** The characters of a text as a reader counts them: an emoji of several code points is one. */
export function graphemesOf(text: string): Grapheme[] {
  return Array.from(segmenter.segment(text), ({ segment, index }) => ({
    text: segment,
    start: index,
    end: index + segment.length,
  }));
}

const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{FE0F}|[\d#*]\u{FE0F}?\u{20E3}/u;

/** Whether a character (or any of a text) is shown as a colour emoji; a plain digit or ☀ without U+FE0F is not. */
export function hasEmoji(text: string): boolean {
  return emoji.test(text);
}
