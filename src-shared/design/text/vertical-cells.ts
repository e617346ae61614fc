import type { Grapheme } from '#shared/design/text/graphemes.ts';
import { graphemesOf, hasEmoji } from '#shared/design/text/graphemes.ts';
import { measureWidth } from '#shared/design/text/measure.ts';
import type { TextPiece } from '#shared/design/text/pieces.ts';
import type { TextStyle } from '#shared/design/text/runs.ts';

/** One step down a column: an upright character, a word lying on its side, a number in one square, a space. */
export interface Cell {
  kind: 'upright' | 'turned' | 'word' | 'number' | 'space';
  shown: string;
  /** Place in the layer's text (UTF-16). */
  start: number;
  end: number;
  /** px down the column, with the letter spacing. */
  advance: number;
  /** px across the column that it is drawn wide (upright and number). */
  breadth: number;
  /** Where the glyph moves inside its square, in em: marks that stand at the lower left go to the upper right. */
  shift: { x: number; y: number };
  style: TextStyle;
  font: string;
}

/** Marks that turn with the direction of the text: brackets, dashes, dots of omission, colons (clreq 3.1). */
const turning = /^[（）《》〈〉「」『』【】〔〕［］｛｝〖〗…‥—–―～：；ー〜⸺]$/u;
/** Marks that stand in the upper right corner of their square. */
const cornered = /^[、。，．]$/u;
/** In fonts for simplified Chinese these stand left of the middle. */
const leftish = /^[！？]$/u;
/** In vertical text quotation marks are corner brackets (GB/T 15834). */
const corners: Readonly<Record<string, string>> = { '“': '『', '”': '』', '‘': '「', '’': '」' };

/** Words of alphabets, numbers and their marks, which lie on their side as one. */
const words = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{Mn}!-~ʼ£€¥°©®™]+/gu;
const noShift = { x: 0, y: 0 };

function squareCell(piece: TextPiece, shown: string, start: number, end: number, language: string): Cell {
  const { style, font } = piece;
  const size = style.fontSize;
  const common = { start, end, style, font, advance: size + style.letterSpacing };
  const corner = corners[shown];
  if (corner !== undefined)
    return { ...common, kind: 'turned', shown: corner, breadth: size, shift: noShift };
  if (shown === '——') {
    const advance = measureWidth(shown, font, style.letterSpacing, language);
    return { ...common, kind: 'turned', shown, breadth: size, shift: noShift, advance };
  }
  if (turning.test(shown)) return { ...common, kind: 'turned', shown, breadth: size, shift: noShift };
  const breadth = measureWidth(shown, font, 0, language);
  // A mark that is as wide as its ink stands in the middle so far: it goes to the right edge.
  const toRight = breadth < size * 0.8 ? 0.45 - breadth / size / 2 : 0.56;
  const shift = cornered.test(shown)
    ? { x: toRight, y: -0.56 }
    : leftish.test(shown)
      ? { x: 0.25, y: 0 }
      : noShift;
  const advance = Math.max(size, hasEmoji(shown) ? breadth : 0) + style.letterSpacing;
  return { ...common, kind: 'upright', shown, breadth, shift, advance };
}

function wordCells(piece: TextPiece, word: string, start: number, alone: boolean, language: string): Cell[] {
  const { style, font } = piece;
  const size = style.fontSize;
  const common = { style, font, shift: noShift };
  if (alone && /^\p{Nd}{1,2}$/u.test(word)) {
    const breadth = measureWidth(word, font, 0, language);
    const advance = size + style.letterSpacing;
    return [{ ...common, kind: 'number', shown: word, start, end: start + word.length, advance, breadth }];
  }
  const advance = measureWidth(word, font, style.letterSpacing, language);
  return [{ ...common, kind: 'word', shown: word, start, end: start + word.length, advance, breadth: size }];
}

/** Two dashes are one: in a square each they would fall apart. */
function joinDashes(graphemes: readonly Grapheme[]): Grapheme[] {
  const joined: Grapheme[] = [];
  for (const grapheme of graphemes) {
    const last = joined.at(-1);
    if (last && last.text === '—' && grapheme.text === '—') {
      joined[joined.length - 1] = { text: '——', start: last.start, end: grapheme.end };
    } else joined.push(grapheme);
  }
  return joined;
}

/** The cells of a paragraph's pieces, in order. */
export function cellsOf(pieces: readonly TextPiece[], language: string): Cell[] {
  const all = pieces.map((piece) => piece.text).join('');
  const first = pieces[0]?.start ?? 0;
  const isWord = (index: number): boolean => {
    const character = all[index - first];
    return character !== undefined && /[\p{Script=Latin}\p{Nd}!-~]/u.test(character);
  };
  const cells: Cell[] = [];
  for (const piece of pieces) {
    let done = 0;
    const squares = (until: number): void => {
      for (const { text, start, end } of joinDashes(graphemesOf(piece.text.slice(done, until)))) {
        const from = piece.start + done + start;
        const to = piece.start + done + end;
        if (/^\s$/u.test(text)) {
          const { style, font } = piece;
          const advance = measureWidth(text, font, style.letterSpacing, language);
          cells.push({
            kind: 'space',
            shown: text,
            start: from,
            end: to,
            advance,
            breadth: 0,
            shift: noShift,
            style,
            font,
          });
        } else cells.push(squareCell(piece, text, from, to, language));
      }
    };
    if (!hasEmoji(piece.text)) {
      for (const { 0: word, index } of piece.text.matchAll(words)) {
        squares(index);
        const start = piece.start + index;
        const alone = !isWord(start - 1) && !isWord(start + word.length);
        cells.push(...wordCells(piece, word, start, alone, language));
        done = index + word.length;
      }
    }
    squares(piece.text.length);
  }
  return cells;
}

const opening = /[（《〈「『【〔［｛〖“‘]/u;
const closing = /[）》〉」』】〕］｝〗”’]/u;
const halfMark = /[、。，．：；]/u;

/**
 * Marks that meet give up the empty half between them, as in print (clreq 3.1.6): 。」 and 」「 take three
 * halves of a square, not four.
 */
export function squeezeMarks(text: string, cells: readonly Cell[]): Cell[] {
  const of = (cell: Cell | undefined): string =>
    cell && cell.end - cell.start === 1 ? (text[cell.start] ?? '') : '';
  return cells.map((cell, index) => {
    const own = of(cell);
    const next = of(cells[index + 1]);
    const previous = of(cells[index - 1]);
    const half = cell.style.fontSize / 2;
    const emptyAfter = closing.test(own) || halfMark.test(own);
    if (emptyAfter && (opening.test(next) || closing.test(next) || /[、。，．]/u.test(next))) {
      return { ...cell, advance: cell.advance - half };
    }
    if (opening.test(own) && opening.test(previous)) {
      return { ...cell, advance: cell.advance - half, shift: { x: cell.shift.x, y: cell.shift.y - 0.5 } };
    }
    return cell;
  });
}

/** A word cut into its characters, for a column that is shorter than the word. */
export function cutWord(cell: Cell, language: string): Cell[] {
  return graphemesOf(cell.shown).map(({ text, start, end }) => ({
    ...cell,
    shown: text,
    start: cell.start + start,
    end: cell.start + end,
    advance: measureWidth(text, cell.font, cell.style.letterSpacing, language),
  }));
}
