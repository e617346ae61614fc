/** How words are looked for. */
export interface Search {
  query: string;
  matchCase: boolean;
  wholeWord: boolean;
  regex: boolean;
}

/** UTF-16 positions of a match, the second exclusive. */
export interface Match {
  from: number;
  to: number;
}

/** What one look may find; a text with more is marked so far. */
export const mostMatches = 2000;

/** The expression of a search; null where there is nothing to look for or its pattern is broken. */
export function expressionOf({ query, matchCase, wholeWord, regex }: Search): RegExp | null {
  if (query === '') return null;
  const source = regex ? query : query.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  // Chinese has no blanks between words: there only the letters of other scripts make a border.
  const letter = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_]`;
  const whole = wholeWord ? `(?<!${letter})(?:${source})(?!${letter})` : source;
  try {
    return new RegExp(whole, `gu${matchCase ? '' : 'i'}${regex ? 'm' : ''}`);
  } catch {
    return null;
  }
}

/** Matches of the expression, none of them empty. */
export function matchesIn(text: string, expression: RegExp, most = mostMatches): Match[] {
  const matches: Match[] = [];
  for (const match of text.matchAll(expression)) {
    if (match[0] === '') continue;
    matches.push({ from: match.index, to: match.index + match[0].length });
    if (matches.length >= most) break;
  }
  return matches;
}

/** What stands in for a match: `$1` and `$&` mean groups in an expression, and nothing special elsewhere. */
export function replacementFor(
  text: string,
  { from, to }: Match,
  expression: RegExp,
  search: Search,
  replacement: string,
): string {
  if (!search.regex) return replacement;
  const sticky = new RegExp(expression.source, expression.flags.replace('g', 'y'));
  sticky.lastIndex = from;
  const match = sticky.exec(text);
  if (!match || match[0].length !== to - from) return replacement;
  return replacement.replaceAll(/\$(\$|&|\d{1,2})/g, (whole, sign: string) => {
    if (sign === '$') return '$';
    if (sign === '&') return match[0];
    const group = Number(sign);
    return group < match.length ? (match[group] ?? '') : whole;
  });
}
