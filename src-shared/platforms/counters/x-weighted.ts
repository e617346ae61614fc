import twitter from 'twitter-text';
import { sumCounter, type Visit } from './counter.ts';
import { emojiPattern, isShownAsText, mayHoldEmoji } from './emoji.ts';
import { graphemeStarts, isPlain } from './graphemes.ts';

const linkWeight = 23;

/** X's light ranges: Latin, Greek, Cyrillic and their neighbours, general punctuation in part. */
function weight(code: number): number {
  if (code <= 0x10ff) return 1;
  if (code < 0x2000 || code > 0x2037) return 2;
  return code <= 0x200d || (code >= 0x2010 && code <= 0x201f) || code >= 0x2032 ? 1 : 2;
}

interface Span {
  start: number;
  end: number;
  weight: number;
}

/** Links (also bare domains, found by X's own library) and emoji, in order, links first where both match. */
function spans(text: string): Span[] {
  // The last part of a domain follows its full stop at once.
  const links = /\.\S/.test(text) ? twitter.extractUrlsWithIndices(text) : [];
  const found = links.map(({ indices: [start, end] }) => ({ start, end, weight: linkWeight }));
  if (isPlain(text) || !mayHoldEmoji(text)) return found;
  for (const { 0: emoji, index: start } of text.matchAll(emojiPattern)) {
    if (!isShownAsText(emoji)) found.push({ start, end: start + emoji.length, weight: 2 });
  }
  return found.sort((one, other) => one.start - other.start || other.weight - one.weight);
}

function walkComposed(text: string, visit: Visit): void {
  let index = 0;
  const plain = (until: number) => {
    while (index < until) {
      const code = text.codePointAt(index) ?? 0;
      visit(index, weight(code));
      index += code > 0xffff ? 2 : 1;
    }
  };
  for (const span of spans(text)) {
    if (span.start < index) continue;
    plain(span.start);
    visit(span.start, span.weight);
    index = span.end;
  }
  plain(text.length);
}

/** Composes grapheme by grapheme, so that each atom can be led back to its place in the text as typed. */
function walkDecomposed(text: string, visit: Visit): void {
  const starts = graphemeStarts(text);
  const origins: number[] = [];
  let composed = '';
  for (let at = 0; at < starts.length; at++) {
    const start = starts[at] ?? 0;
    const part = text.slice(start, starts[at + 1] ?? text.length).normalize('NFC');
    for (let unit = 0; unit < part.length; unit++) origins.push(start);
    composed += part;
  }
  walkComposed(composed, (start, added) => visit(origins[start] ?? 0, added));
}

/**
 * X: NFC, a link is 23, an emoji sequence 2, light ranges 1, all else 2. Links come from X's own library; emoji
 * do not, because its list ends in 2018 and takes newer sequences apart.
 */
export const xWeighted = sumCounter({
  unit: 'x-weighted',
  walk: (text, visit) => {
    // None of the plain characters is composed with another one.
    if (isPlain(text) || text.normalize('NFC') === text) walkComposed(text, visit);
    else walkDecomposed(text, visit);
  },
});
