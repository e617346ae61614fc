const modifier = '(?:\\uFE0F|\\p{Emoji_Modifier})?';
const tags = '(?:[\\u{E0020}-\\u{E007E}]+\\u{E007F})?';
const element = `\\p{Extended_Pictographic}${modifier}${tags}`;

/**
 * Every emoji sequence of Unicode (flags, keycaps, skin tones, joined families), newer ones than the runtime's
 * own list included, since it goes by structure. It also finds pictographs shown as text: see `isShownAsText`.
 */
export const emojiPattern = new RegExp(
  `\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F?\\u20E3|${element}(?:\\u200D${element})*|\\p{Emoji_Modifier}`,
  'gu',
);

/** One of these is in every emoji. */
const partOfEmoji = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\u20e3]/u;

/** False where `emojiPattern` surely finds nothing; much quicker than looking for it. */
export function mayHoldEmoji(text: string): boolean {
  return partOfEmoji.test(text);
}

const emojiByDefault = /^\p{Emoji_Presentation}/u;

/** True for a lone pictograph such as © or ☎ that is a text character unless U+FE0F follows. */
export function isShownAsText(match: string): boolean {
  return match.length === 1 && !emojiByDefault.test(match);
}
