import { foldAt } from '#shared/platforms/compose.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { hostOf } from '../link-card.tsx';
import { type Token, tokensOf } from '../tokens.ts';

/** More coloured pieces than this are left plain: a text of nothing but tags must not cost a node each. */
export const mostPieces = 240;

/** Letters that are as wide as they are high. */
const wide =
  /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f000}-\u{1faff}\u{20000}-\u{3ffff}]/u;

/** Width of a usual narrow letter, in ems. */
const narrow = 0.5;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** `at`, moved back to where a character begins. */
function wholeCharacters(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const from = Math.max(0, at - 40);
  let last = from;
  for (const { index } of graphemes.segment(text.slice(from, at + 40))) {
    if (from + index > at) break;
    last = from + index;
  }
  return last === from ? at : last;
}

/**
 * UTF-16 index where `lines` lines of `ems` are full, by the usual width of letters and never inside a character;
 * null when all fits. Nothing is measured on the screen: typing must not wait for a layout.
 */
export function endOfLines(text: string, lines: number, ems: number): number | null {
  let line = 0;
  let width = 0;
  let at = 0;
  for (const letter of text) {
    if (letter === '\n') {
      line += 1;
      width = 0;
      if (line >= lines) return at;
    } else {
      width += wide.test(letter) ? 1 : narrow;
      if (width > ems) {
        line += 1;
        width = 1;
      }
      if (line >= lines) return wholeCharacters(text, at);
    }
    at += letter.length;
  }
  return null;
}

export interface ShownText {
  /** What is laid out. */
  text: string;
  /** True where the rest waits behind “more”. */
  folded: boolean;
}

/** Where a frame folds by lines: how many, and how many ems wide. */
export interface Lines {
  count: number;
  ems: number;
}

/**
 * What a frame shows of a text: cut exactly at the profile's fold; by lines where the profile states no fold and
 * the frame folds by lines; all of it when open.
 */
export function shownText(profile: FormatProfile, text: string, open: boolean, lines?: Lines): ShownText {
  if (open) return { text, folded: false };
  const byLines = lines !== undefined && profile.text.fold === null;
  const at = byLines ? endOfLines(text, lines.count, lines.ems) : foldAt(profile, text);
  return at === null ? { text, folded: false } : { text: text.slice(0, at).trimEnd(), folded: true };
}

/** Coloured pieces of a text, at most `mostPieces` of them; what follows is one plain piece. */
export function piecesOf(text: string, syntax: '#tag' | '#tag#' | 'none'): Token[] {
  const tokens = tokensOf(text, syntax);
  if (tokens.length <= mostPieces) return tokens;
  const rest = tokens.slice(mostPieces).map((token) => token.text);
  return [...tokens.slice(0, mostPieces), { text: rest.join(''), kind: 'plain' }];
}

/** Platforms that print an address without its scheme and cut it, with the characters that stay. */
const shortAddresses: Record<string, number> = { x: 27, threads: 27, bluesky: 27, mastodon: 30 };

/** An address as the platform prints it within a text. */
export function shownAddress(platformId: string, address: string): string {
  const most = shortAddresses[platformId];
  if (most === undefined) return address;
  const bare = address.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
  const host = hostOf(address).length;
  const at = Math.max(host, most);
  return bare.length > at + 1 ? `${bare.slice(0, at)}…` : bare;
}

/** A text without the link at its end, where the platform puts a card in the link's place. */
export function withoutLastLink(text: string, link: string): string {
  const end = text.trimEnd();
  return link !== '' && end.endsWith(link) ? end.slice(0, -link.length).trimEnd() : text;
}
