/** A piece of post text as a platform colours it. */
export interface Token {
  text: string;
  kind: 'plain' | 'link' | 'tag' | 'mention';
}

const spaced = /(https?:\/\/[^\s，。、；！？）】》]+)|([#＃][\p{L}\p{N}_]+)|(@[\p{L}\p{N}_.@-]+)/gu;
const closed = /(https?:\/\/[^\s，。、；！？）】》]+)|(#[^#\n]+#)|(@[\p{L}\p{N}_-]+)/gu;

/** Splits text into plain runs, links, hashtags (`#tag` or `#话题#`) and mentions. */
export function tokensOf(text: string, syntax: '#tag' | '#tag#' | 'none'): Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const match of text.matchAll(syntax === '#tag#' ? closed : spaced)) {
    if (match.index > from) tokens.push({ text: text.slice(from, match.index), kind: 'plain' });
    const kind = match[1] ? 'link' : match[2] ? (syntax === 'none' ? 'plain' : 'tag') : 'mention';
    tokens.push({ text: match[0], kind });
    from = match.index + match[0].length;
  }
  if (from < text.length) tokens.push({ text: text.slice(from), kind: 'plain' });
  return tokens;
}
