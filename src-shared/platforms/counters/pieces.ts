import { standsAlone } from './graphemes.ts';

/** UTF-16 units after which a piece ends as soon as it may. */
const pieceLength = 48;

/**
 * After this many a piece ends with the clause it holds. Such ends hang on the words and not on how far the line has
 * come, so that what is written in front of them leaves the pieces behind as they were.
 */
const clauseLength = 12;

const endsOfClauses = '。，、；：？！';

/** A line up to this length is counted as quickly as it is cut. */
const wholeLength = 96;

/** What links and mentions are made of; a run of text without any of these holds none. */
const ofLinks = /[.:/@＠]/;

/** Pieces of a run without white space: cut between two plain characters, only before the first sign of a link. */
function cutRun(run: string, into: string[]): void {
  const sign = run.search(ofLinks);
  const free = sign < 0 ? run.length : sign;
  let start = 0;
  for (let at = clauseLength; at < free; at++) {
    if (at - start < clauseLength) continue;
    if (at - start < pieceLength && !endsOfClauses.includes(run.charAt(at - 1))) continue;
    // Ideographs and their punctuation on both sides: nothing that a link or an emoji could begin with.
    if (run.charCodeAt(at - 1) < 0x3000 || run.charCodeAt(at) < 0x3000) continue;
    if (!standsAlone(run, at)) continue;
    into.push(run.slice(start, at));
    start = at;
  }
  into.push(run.slice(start));
}

/** Pieces of lines that were cut before: a keystroke changes one of them. */
const known = new Map<string, readonly string[]>();
const knownLimit = 2048;

/**
 * A line, its end included, in pieces that can be counted one by one in every unit: no grapheme, emoji, link or
 * mention lies across two of them, and none of them would be read differently alone. Joined they are the line.
 */
export function piecesOfLine(line: string): readonly string[] {
  if (line.length <= wholeLength) return [line];
  const before = known.get(line);
  if (before) return before;
  const pieces: string[] = [];
  let start = 0;
  for (let space = line.indexOf(' '); space >= 0; space = line.indexOf(' ', space + 1)) {
    const at = space + 1;
    if (at - start < pieceLength || at >= line.length || !standsAlone(line, at)) continue;
    cutRun(line.slice(start, at), pieces);
    start = at;
  }
  cutRun(line.slice(start), pieces);
  if (known.size >= knownLimit) known.clear();
  known.set(line, pieces);
  return pieces;
}

/** The last texts; several units ask for the same one. */
const texts = new Map<string, readonly string[]>();
const textsLimit = 12;

/** The lines of the text before: what is asked for next is mostly the same text with another ending. */
let lastLines: readonly string[] = [];

/** The lines of a text with their ends; what `piecesOfLine` says of pieces holds for them too. */
export function linesOf(text: string): readonly string[] {
  if (text.length <= pieceLength) return [text];
  const before = texts.get(text);
  if (before) return before;
  const lines: string[] = [];
  let start = 0;
  // The same strings over and over are found in caches without being read.
  for (const line of lastLines) {
    if (!line.endsWith('\n') || !text.startsWith(line, start)) break;
    lines.push(line);
    start += line.length;
  }
  for (let end = text.indexOf('\n', start); end >= 0; end = text.indexOf('\n', start)) {
    lines.push(text.slice(start, end + 1));
    start = end + 1;
  }
  if (start < text.length) lines.push(text.slice(start));
  lastLines = lines;
  if (texts.size >= textsLimit) texts.clear();
  texts.set(text, lines);
  return lines;
}
