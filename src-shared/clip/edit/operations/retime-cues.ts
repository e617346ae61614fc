import type { Cue } from '../captions.ts';
import { evenShift, type Move, moveSpan, shiftedTime } from './moves.ts';

type Words = NonNullable<Cue['words']>;

/** The text without the words that were cut away, and the words that are left where they stand in it now. */
function withoutWords(text: string, words: Words, gone: ReadonlySet<number>): { text: string; words: Words } {
  let shorter = text;
  const left: Words = words.map((word) => ({ ...word }));
  for (let index = left.length - 1; index >= 0; index -= 1) {
    const word = left[index];
    if (!word || !gone.has(index)) continue;
    // The space after a word (at the end: before it) goes with it.
    let { start, end } = word;
    if (/\s/.test(shorter[end] ?? '')) end += 1;
    else if (/\s/.test(shorter[start - 1] ?? '')) start -= 1;
    shorter = shorter.slice(0, start) + shorter.slice(end);
    for (const later of left.slice(index + 1)) {
      later.start -= end - start;
      later.end -= end - start;
    }
  }
  return { text: shorter, words: left.filter((_, index) => !gone.has(index)) };
}

/** A cue that nothing cuts, with its words: by far the most of them. */
function shiftedCue(cue: Cue, moves: readonly Move[]): Cue | null {
  const { words } = cue;
  const from = Math.min(cue.from, words?.[0]?.from ?? cue.from);
  const to = Math.max(cue.to, words?.at(-1)?.to ?? cue.to);
  const by = evenShift(moves, from, to);
  if (by === null || by === 0) return by === null ? null : cue;
  const shifted = <Span extends { from: number; to: number }>(span: Span): Span => ({
    ...span,
    from: shiftedTime(span.from, by),
    to: shiftedTime(span.to, by),
  });
  return { ...shifted(cue), ...(words ? { words: words.map(shifted) } : {}) };
}

function retimeCue(cue: Cue, moves: readonly Move[]): Cue | null {
  const whole = shiftedCue(cue, moves);
  if (whole) return whole;
  const span = moveSpan(moves, cue);
  if (!span) return null;
  const words = cue.words?.map((word) => (word.to > word.from ? moveSpan(moves, word) : null));
  const same = span.from === cue.from && span.to === cue.to;
  const wordsSame = words?.every((word, index) => {
    const was = cue.words?.[index];
    return word !== null && word.from === was?.from && word.to === was.to;
  });
  if (same && wordsSame !== false) return cue;
  const moved: Cue = { ...cue, ...span };
  if (!cue.words || !words) return moved;
  const gone = new Set(words.flatMap((word, index) => (word === null ? [index] : [])));
  const timed = cue.words.map((word, index) => ({ ...word, ...words[index] }));
  const inOrder = timed.every(
    ({ start, end }, index) => start >= (timed[index - 1]?.end ?? 0) && end > start,
  );
  const left = inOrder
    ? withoutWords(cue.text, timed, gone)
    : { text: cue.text, words: timed.filter((_, index) => !gone.has(index)) };
  // Without a word left there is nothing to say; the times of words alone are then given up.
  if (left.words.length === 0) {
    const { words: _gone, ...rest } = moved;
    return rest;
  }
  return { ...moved, ...left };
}

/** Captions after the timeline has changed; the same list when none of them moves. */
export function retimeCues(cues: readonly Cue[], moves: readonly Move[]): Cue[] {
  const next = cues.flatMap((cue) => retimeCue(cue, moves) ?? []);
  const same = next.length === cues.length && next.every((cue, index) => cue === cues[index]);
  return same ? (cues as Cue[]) : next.toSorted((one, other) => one.from - other.from);
}
