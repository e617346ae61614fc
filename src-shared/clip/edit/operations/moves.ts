import { noise } from './slice.ts';

/** How a stretch of the old timeline moves; what lies in no stretch is removed. */
export interface Move {
  from: number;
  to: number;
  at: number;
  scale: number;
}

/** Where a piece of a span was and where it is now. */
export interface Piece {
  oldFrom: number;
  oldTo: number;
  from: number;
  to: number;
}

const tidy = (seconds: number): number => Math.max(0, Math.round(seconds * 1e9) / 1e9);

/** Index of the first move that reaches beyond a time. */
function firstEndingAfter(moves: readonly Move[], seconds: number): number {
  let [low, high] = [0, moves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moves[middle]?.to ?? 0) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Seconds by which a whole span moves unchanged; null when it is cut, stretched or gone. */
export function evenShift(moves: readonly Move[], from: number, to: number): number | null {
  const move = moves[firstEndingAfter(moves, from)];
  return move?.scale === 1 && move.from <= from && to <= move.to ? move.at - move.from : null;
}

/** A time moved by seconds; never before the start. */
export function shiftedTime(seconds: number, by: number): number {
  return by === 0 ? seconds : tidy(seconds + by);
}

/** What is left of a span, in its old order. */
export function piecesOf(moves: readonly Move[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (let index = firstEndingAfter(moves, from); index < moves.length; index += 1) {
    const move = moves[index];
    if (!move || move.from >= to) break;
    const [oldFrom, oldTo] = [Math.max(from, move.from), Math.min(to, move.to)];
    if (oldTo - oldFrom < noise) continue;
    const moved = (seconds: number): number => tidy(move.at + (seconds - move.from) * move.scale);
    pieces.push({ oldFrom, oldTo, from: moved(oldFrom), to: moved(oldTo) });
  }
  return pieces;
}

/**
 * Where a span stands now; null when all of it is gone. Something put into it makes it longer. Where its pieces
 * were put apart (another order), it goes with the piece it starts in.
 */
export function moveSpan(
  moves: readonly Move[],
  span: { from: number; to: number },
): { from: number; to: number } | null {
  const pieces = piecesOf(moves, span.from, span.to);
  const [first] = pieces;
  if (!first) return null;
  const from = Math.min(...pieces.map((piece) => piece.from));
  const to = Math.max(...pieces.map((piece) => piece.to));
  const filled = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  const inOrder = pieces.every((piece, index) => piece.from >= (pieces[index - 1]?.from ?? 0));
  const moved =
    inOrder || Math.abs(to - from - filled) < noise
      ? { from, to }
      : { from: first.from, to: tidy(first.from + span.to - span.from) };
  return moved.to - moved.from < noise ? null : moved;
}

/** Where a moment is now; null when it is gone. */
export function movePoint(moves: readonly Move[], seconds: number): number | null {
  const move = moves.findLast((one) => one.from <= seconds + noise);
  if (!move || seconds >= move.to) return null;
  return tidy(move.at + Math.max(0, seconds - move.from) * move.scale);
}

/** The same for what must stay somewhere: a moment that is gone becomes the next one that is kept. */
export function nearestPoint(moves: readonly Move[], seconds: number): number | null {
  return movePoint(moves, seconds) ?? moves.find((move) => move.from >= seconds)?.at ?? null;
}
