/** What no conversion may touch: code, links and their targets, addresses, mentions. */
const kept = new RegExp(
  [
    '```[\\s\\S]*?(?:```|$)',
    '`[^`\\n]+`',
    '!\\[[^\\]\\n]{0,999}\\]\\([^)\\n]{0,999}\\)',
    '\\]\\([^)\\n]{0,999}\\)',
    'https?:\\/\\/[^\\s，。、；！？）】》]+',
    '[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,8}',
    '[@＠][\\p{L}\\p{N}_]+(?:@[\\w-]+(?:\\.[\\w-]+)+)?',
    '\\{\\{[^}\\n]{0,99}\\}\\}',
  ].join('|'),
  'gu',
);

/** The text with `change` applied to everything between code, links, addresses, mentions and placeholders. */
export function mapWords(text: string, change: (words: string) => string): string {
  let done = '';
  let from = 0;
  for (const { 0: match, index } of text.matchAll(kept)) {
    done += change(text.slice(from, index)) + match;
    from = index + match.length;
  }
  return done + change(text.slice(from));
}

/** Web addresses in a text, in order, each once. */
export function linksIn(text: string): string[] {
  return [...new Set(text.match(/https?:\/\/[^\s，。、；！？）】》)]+/gu))];
}
