import { canvasFont } from '#shared/design/fonts.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import { measureWidth } from '#shared/design/text/measure.ts';
import { shownText } from '#shared/design/text/pieces.ts';
import { type WordSpan, wordSpans } from './words.ts';

/** The letters that lines are measured in; px. */
interface LineFont {
  fontFamily: string;
  fontWeight: number;
  fontSize: number;
  capitals: boolean;
}

/** A text with a newline at the end of every line but the last. */
export interface BrokenText {
  text: string;
  /** Every line is within the width, and there are no more of them than allowed. */
  fits: boolean;
  lines: number;
  /** Where a place (UTF-16) of the unbroken text went. */
  placeOf(index: number): number;
}

/** Longer texts are no captions: they wrap wherever they must. */
const mostWords = 300;

/** Words that belong to the one after them, and Chinese particles that belong to the one before. */
const leaning = new Set(
  'a an the of to in on at by for from with and or but if as my your his her its our their is are was were be mr mrs dr'.split(
    ' ',
  ),
);
const trailing = /^[的了吗呢吧啊呀着过们地得么]/u;
/** Signs that never start a line (GB/T 15834), even after a space, and those that never end one. */
const closing = /^[\p{Pe}\p{Pf}，。、；：？！…,.;:!?%]/u;
const opening = /^[\p{Ps}\p{Pi}]+$/u;
const clauseEnd = /[,.;:!?…，。；：！？、）”」』—]$/u;

interface Measured {
  spans: WordSpan[];
  /** px of each word, and of the space before it. */
  widths: number[];
  spaces: number[];
}

function measure(text: string, font: LineFont): Measured {
  const spans = wordSpans(text);
  const written = canvasFont(font.fontFamily, font.fontWeight, font.fontSize);
  const language = textLanguage(text);
  const shown = shownText(text, font.capitals);
  const space = measureWidth(' ', written, 0, language);
  return {
    spans,
    widths: spans.map(({ start, end }) => measureWidth(shown.slice(start, end), written, 0, language)),
    spaces: spans.map(({ start }, index) => (index > 0 && start > (spans[index - 1]?.end ?? 0) ? space : 0)),
  };
}

/** How bad a break before a word is, in squares of the font size; less is better. */
function breakCost(text: string, spans: readonly WordSpan[], index: number): number {
  const before = spans[index - 1];
  const after = spans[index];
  if (!before || !after) return 0;
  const word = text.slice(before.start, before.end);
  if (opening.test(word) || closing.test(text.slice(after.start, after.end))) return Number.POSITIVE_INFINITY;
  if (clauseEnd.test(word)) return -4;
  if (leaning.has(word.toLowerCase())) return 3;
  return trailing.test(text.slice(after.start, after.end)) ? 6 : 0;
}

/**
 * The first words of each of `count` lines: as even as possible, after a sign rather than after “the”; null when
 * the words do not fit.
 */
function divide(text: string, words: Measured, width: number, count: number, size: number): number[] | null {
  const total = words.spans.length;
  const sums = [0];
  for (let index = 0; index < total; index += 1)
    sums.push((sums[index] ?? 0) + (words.widths[index] ?? 0) + (words.spaces[index] ?? 0));
  const lengthOf = (from: number, to: number): number =>
    (sums[to] ?? 0) - (sums[from] ?? 0) - (words.spaces[from] ?? 0);
  const ideal = lengthOf(0, total) / count;
  let costs: number[] = Array.from({ length: total + 1 }, (_, index) =>
    index === 0 ? 0 : Number.POSITIVE_INFINITY,
  );
  const froms: number[][] = [];
  for (let line = 0; line < count; line += 1) {
    const next: number[] = Array.from({ length: total + 1 }, () => Number.POSITIVE_INFINITY);
    const best: number[] = [];
    for (let to = 1; to <= total; to += 1) {
      for (let from = to - 1; from >= 0; from -= 1) {
        const length = lengthOf(from, to);
        if (length > width) break;
        const uneven = ((length - ideal) / size) ** 2;
        const cost = (costs[from] ?? 0) + uneven + (from > 0 ? breakCost(text, words.spans, from) : 0);
        if (cost >= (next[to] ?? 0)) continue;
        next[to] = cost;
        best[to] = from;
      }
    }
    froms.push(best);
    costs = next;
  }
  if (!Number.isFinite(costs[total] ?? Number.POSITIVE_INFINITY)) return null;
  const starts: number[] = [];
  let to = total;
  for (let line = count - 1; line >= 0; line -= 1) {
    const from = froms[line]?.[to] ?? 0;
    starts.unshift(from);
    to = from;
  }
  return starts;
}

/** The lines of one paragraph as stretches of the text, or null when it does not fit. */
function linesOfParagraph(
  text: string,
  start: number,
  end: number,
  font: LineFont,
  width: number,
  most: number,
): WordSpan[] | null {
  const paragraph = text.slice(start, end);
  const words = measure(paragraph, font);
  const { spans } = words;
  if (spans.length === 0) return [{ start, end }];
  if (spans.length > mostWords) return null;
  for (let count = 1; count <= most; count += 1) {
    const starts = divide(paragraph, words, width, count, font.fontSize);
    if (!starts) continue;
    return starts.map((first, line) => ({
      start: start + (spans[first]?.start ?? 0),
      end: start + (spans[(starts[line + 1] ?? spans.length) - 1]?.end ?? paragraph.length),
    }));
  }
  return null;
}

/** The author's own lines, each wrapped where it is too long. */
function wrapped(text: string, font: LineFont, width: number, most: number): WordSpan[] | null {
  const lines: WordSpan[] = [];
  let start = 0;
  const paragraphs = text.split('\n');
  for (const [index, paragraph] of paragraphs.entries()) {
    const room = most - lines.length - (paragraphs.length - index - 1);
    const own = room < 1 ? null : linesOfParagraph(text, start, start + paragraph.length, font, width, room);
    if (!own) return null;
    lines.push(...own);
    start += paragraph.length + 1;
  }
  return lines;
}

function broken(text: string, lines: readonly WordSpan[]): BrokenText {
  let at = 0;
  const places = lines.map(({ start, end }) => {
    const placed = { start, end, at };
    at += end - start + 1;
    return placed;
  });
  return {
    text: lines.map(({ start, end }) => text.slice(start, end)).join('\n'),
    fits: true,
    lines: lines.length,
    placeOf(index) {
      const line = places.findLast((each) => each.start <= index) ?? places[0];
      return line ? line.at + Math.max(0, Math.min(index, line.end) - line.start) : 0;
    },
  };
}

function layoutLines(text: string, font: LineFont, width: number): number {
  const common = {
    lineHeight: 1,
    letterSpacing: 0,
    align: 'left',
    verticalAlign: 'top',
    sizing: 'auto-height',
    height: 0,
  } as const;
  return layoutText({ ...common, ...font, text, width }).lines.length;
}

/**
 * Breaks a caption into at most `most` lines of `width` px, evenly, between words. The author's own line breaks
 * stay where they fit, and are given up where they do not (never between two speakers, `- …`). The host must offer
 * text measuring, as for designs. `fits` is false when it cannot be done: the text then wraps as a design's does.
 */
export function breakText(text: string, font: LineFont, width: number, most: number): BrokenText {
  const speakers = /^\s*[-–—]/m.test(text) && text.includes('\n');
  const flat = speakers ? text : text.replaceAll('\n', ' ');
  for (const candidate of flat === text ? [text] : [text, flat]) {
    const lines = wrapped(candidate, font, width, most);
    if (!lines) continue;
    const result = broken(candidate, lines);
    // Letters of several fonts in one word may be a little wider than they were measured.
    if (layoutLines(result.text, font, width) === lines.length) return result;
  }
  const lines = layoutLines(text, font, width);
  return { text, fits: false, lines, placeOf: (index) => index };
}
