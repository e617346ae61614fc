import { call, mediaUrl } from '#renderer/bridge/client.ts';

/** Name of the stand-in at the end of `--g-font`. */
const family = 'Galley Emoji';

/** Blocks with pictures of their own, flags and the signs that join and colour them; no letters, no digits. */
const range =
  'U+200D, U+203C, U+2049, U+20E3, U+2122, U+2139, U+2194-21AA, U+231A-23FF, U+25AA-25FE, U+2600-27BF, U+2934-2935, U+2B05-2B55, U+3030, U+303D, U+3297, U+3299, U+FE0F, U+1F000-1FAFF, U+E0020-E007F';

/**
 * Systems without colour emoji draw boxes. Theirs are taken where they have some; else the bundled ones are fetched,
 * and only when an emoji is really on the screen.
 */
export async function lendEmoji(): Promise<void> {
  // Not through the kept list: this is asked before a workspace with fonts of its own may be open.
  const emoji = (await call('designs.fonts', {})).find(({ script }) => script === 'emoji');
  if (emoji) {
    document.fonts.add(new FontFace(family, `url("${mediaUrl(emoji.url)}")`, { unicodeRange: range }));
  }
}
