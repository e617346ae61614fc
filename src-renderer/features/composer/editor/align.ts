/** Where a position of the composed text lies among the text pieces of the editor. */
export interface PiecePosition {
  piece: number;
  /** UTF-16 offset in the piece. */
  offset: number;
}

/** Characters that composing may have put between two characters of the editor (line breaks, list marks). */
const longestGap = 64;

/**
 * Finds the piece and offset that `at` of `composed` stands for. Composing keeps the editor's characters in
 * order and only adds some (bullets, numbers, blank lines), so both are walked side by side.
 * @returns null where `at` lies behind the last character of the editor (in appended hashtags or a link)
 */
export function alignPosition(pieces: readonly string[], composed: string, at: number): PiecePosition | null {
  let position = 0;
  for (let piece = 0; piece < pieces.length; piece++) {
    const text = pieces[piece] ?? '';
    for (let offset = 0; offset < text.length; offset++) {
      const found = composed.indexOf(text.charAt(offset), position);
      // A character that composing dropped is passed over without moving on.
      if (found < 0 || found - position > longestGap) continue;
      if (found >= at) return { piece, offset };
      position = found + 1;
    }
  }
  return null;
}
