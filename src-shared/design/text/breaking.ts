import { materializeRichInlineLineRange, walkRichInlineLineRanges } from '@chenglou/pretext/rich-inline';
import type { TextPiece } from '#shared/design/text/pieces.ts';
import { prepareParagraph } from '#shared/design/text/preparation.ts';
import type { TextStyle } from '#shared/design/text/runs.ts';

/** A paragraph: the pieces between two newlines, without them. `start` and `end` are places in the text. */
export interface Paragraph {
  start: number;
  end: number;
  pieces: TextPiece[];
}

/** A stretch of a line in one look, its place counted from the start of the line. */
export interface BrokenFragment {
  shown: string;
  start: number;
  end: number;
  offset: number;
  /** How far it moves the pen, with the spacing after its last character and any spaces that hang. */
  width: number;
  style: TextStyle;
  font: string;
}

export interface BrokenLine {
  start: number;
  end: number;
  fragments: BrokenFragment[];
  /** Visible width: neither spaces past the end nor the spacing after the last character count. */
  width: number;
}

/** The paragraphs of a text, in order; there is always one, and one more after a newline at the end. */
export function paragraphsOf(text: string, pieces: readonly TextPiece[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  let first = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const own: TextPiece[] = [];
    for (let index = first; index < pieces.length; index += 1) {
      const piece = pieces[index];
      if (!piece || piece.start >= end) break;
      const pieceEnd = piece.start + piece.text.length;
      if (pieceEnd > start) {
        const from = Math.max(start, piece.start);
        const shown = piece.text.slice(from - piece.start, Math.min(end, pieceEnd) - piece.start);
        own.push({ ...piece, text: shown, start: from });
      }
      if (pieceEnd <= end) first = index + 1;
    }
    paragraphs.push({ start, end, pieces: own });
    if (newline === -1) return paragraphs;
    start = newline + 1;
  }
}

/**
 * Breaks a paragraph into lines by Chrome's rules (Unicode line breaking with the Chinese prohibitions at
 * line start and end; numbers stay whole). A word wider than the line breaks between characters.
 */
export function breakParagraph(paragraph: Paragraph, maximum: number, language: string): BrokenLine[] {
  const { pieces, start, end } = paragraph;
  if (pieces.length === 0) return [{ start, end, fragments: [], width: 0 }];
  const prepared = prepareParagraph(
    pieces.map(({ text, font, style }) => ({ text, font, letterSpacing: style.letterSpacing })),
    language,
  );
  const lines: BrokenLine[] = [];
  walkRichInlineLineRanges(prepared, maximum, (range) => {
    const line = materializeRichInlineLineRange(prepared, range);
    const fragments: BrokenFragment[] = [];
    let offset = 0;
    for (const fragment of line.fragments) {
      const piece = pieces[fragment.itemIndex];
      offset += fragment.gapBefore;
      if (piece && fragment.sourceEnd > fragment.sourceStart) {
        fragments.push({
          shown: fragment.text,
          start: piece.start + fragment.sourceStart,
          end: piece.start + fragment.sourceEnd,
          offset,
          width: fragment.occupiedWidth,
          style: piece.style,
          font: piece.font,
        });
      }
      offset += fragment.occupiedWidth;
    }
    // The spacing after a line's last character is not ink: centred text would stand off centre by half of it.
    const spacing = fragments.at(-1)?.style.letterSpacing ?? 0;
    lines.push({
      start: fragments[0]?.start ?? start,
      end: fragments.at(-1)?.end ?? end,
      fragments,
      width: fragments.length === 0 ? 0 : Math.max(0, line.width - spacing),
    });
  });
  return lines.length === 0 ? [{ start, end, fragments: [], width: 0 }] : lines;
}
