import { sumCounter } from './counter.ts';
import { graphemeStarts } from './graphemes.ts';

const linkLength = 23;
const host = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?(?:\\.[\\p{L}\\p{N}-]+)+';
/** A path runs to the next white space; closing punctuation stays outside, as in the site's own pattern. */
const path = '(?:[/?#](?:\\S*[^\\s.,;:!?\'"<>()\\[\\]…])?)?';
const special = new RegExp(
  `(?<![\\w@＠$#＃])https?://${host}(?::\\d+)?${path}|(?<![/\\w])(@[a-z0-9_]+)@[a-z0-9.-]*[a-z0-9]`,
  'giu',
);

/** Mastodon: graphemes, a link is 23, `@user@domain` counts as `@user`. */
export const mastodon = sumCounter({
  unit: 'mastodon',
  walk: (text, visit) => {
    const starts = graphemeStarts(text);
    let next = 0;
    const plain = (until: number) => {
      for (let start = starts[next]; start !== undefined && start < until; start = starts[++next])
        visit(start, 1);
    };
    const skip = (until: number) => {
      for (let start = starts[next]; start !== undefined && start < until; start = starts[++next]) continue;
    };
    if (/@|:\/\//.test(text)) {
      for (const { 0: match, 1: user, index } of text.matchAll(special)) {
        if (user === undefined) {
          plain(index);
          visit(index, linkLength);
        } else {
          plain(index + user.length);
        }
        skip(index + match.length);
      }
    }
    plain(text.length);
  },
});
