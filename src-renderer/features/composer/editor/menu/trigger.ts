export type TriggerSign = '/' | ':' | '@' | '#';

/** What was typed before the caret to have something completed. */
export interface Trigger {
  sign: TriggerSign;
  query: string;
  /** UTF-16 index of the sign in the text. */
  from: number;
}

/** No completion looks further back. */
const longest = 48;

const patterns: readonly { sign: TriggerSign; pattern: RegExp }[] = [
  // 、 is what a Chinese keyboard types on the key of the slash; in running text it is a mark of its own.
  {
    sign: '/',
    pattern: /(?:^|\s)(?<sign>\/)(?<query>[^\s/]{0,30})$|^(?<sign2>、)(?<query2>[^\s、]{0,30})$/u,
  },
  // After a Chinese character a colon is punctuation.
  { sign: ':', pattern: /(?:^|\s)(?<sign>:)(?<query>\p{Script=Han}{1,12}|[\p{L}\p{N}_+-]{2,30})$/u },
  // Within a Latin word it is an e-mail address.
  { sign: '@', pattern: /(?:^|[^A-Za-z0-9_.@/])(?<sign>@)(?<query>[\p{L}\p{N}_.-]{0,30})$/u },
  // Alone at the start of a paragraph it may become a heading.
  {
    sign: '#',
    pattern:
      /(?:^|[^A-Za-z0-9_#&/])(?<sign>#)(?<query>[\p{L}\p{N}_]{1,40})$|[^A-Za-z0-9_#&/](?<sign2>#)(?<query2>)$/u,
  },
];

/** The trigger that ends at the caret, given the text of the caret's own node up to it. */
export function triggerBefore(text: string): Trigger | null {
  const near = text.slice(-longest);
  // A piece cut out of longer text does not begin a paragraph.
  const cut = text.length > longest;
  for (const { sign, pattern } of patterns) {
    const groups = pattern.exec(near)?.groups;
    if (!groups) continue;
    const query = groups['query'] ?? groups['query2'] ?? '';
    const from = text.length - query.length - 1;
    if (cut && from === text.length - near.length) continue;
    return { sign, query, from };
  }
  return null;
}
