import { isSecondHalf, sumCounter, utf8Bytes } from './counter.ts';
import { emojiPattern, isShownAsText, mayHoldEmoji } from './emoji.ts';

/** Threads: an emoji counts as its UTF-8 bytes, everything else one per code point. */
export const threads = sumCounter({
  unit: 'threads',
  walk: (text, visit) => {
    let index = 0;
    const plain = (until: number) => {
      for (; index < until; index++) visit(index, isSecondHalf(text, index) ? 0 : 1);
    };
    for (const { 0: emoji, index: start } of mayHoldEmoji(text) ? text.matchAll(emojiPattern) : []) {
      if (isShownAsText(emoji)) continue;
      plain(start);
      let bytes = 0;
      for (index = start; index < start + emoji.length; index++) bytes += utf8Bytes(text, index);
      visit(start, bytes);
    }
    plain(text.length);
  },
});
