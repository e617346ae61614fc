import { standsAlone } from './graphemes.ts';

/** UTF-16 units after which a piece ends as soon as it may. */
const pieceLength = 48;

/** What links and mentions are made of; a run of text without any of these holds none. */
const ofLinks = /[.:/@＠]/;

/** Pieces of a run without white space: cut between two plain characters, only before the first sign of a link. */
function cutRun(run: string, into: string[]): void {
  const sign = run.search(ofLinks);
  const free = sign < 0 ? run.length : sign;
  let start = 0;
  for (let at = pieceLength; at < free; at++) {
    if (at - start < pieceLength) continue;
    // Ideographs and their punctuation on both sides: nothing that a link or an emoji could begin with.
    if (run.charCodeAt(at - 1) < 0x3000 || run.charCodeAt(at) < 0x3000) continue;
    if (!standsAlone(run, at)) continue;
    into.push(run.slice(start, at));
    start = at;
  }
  into.push(run.slice(start));
}

/** The last answers; several units ask for the same text. */
const known = new Map<string, readonly string[]>();
const knownLimit = 12;

/**
 * A text in pieces that can be counted one by one in every unit: no grapheme, emoji, link or mention lies across
 * two of them, and none of them would be read differently alone. Joined they are the text.
 */
export function piecesOf(text: string): readonly string[] {
  if (text.length <= pieceLength) return [text];
  const before = known.get(text);
  if (before) return before;
  const pieces: string[] = [];
  let start = 0;
  for (let at = 1; at < text.length; at++) {
    const space = text.charCodeAt(at - 1);
    const newLine = space === 0x0a;
    if (!newLine && !(space === 0x20 && at - start >= pieceLength && standsAlone(text, at))) continue;
    cutRun(text.slice(start, at), pieces);
    start = at;
  }
  cutRun(text.slice(start), pieces);
  if (known.size >= knownLimit) known.clear();
  known.set(text, pieces);
  return pieces;
}
