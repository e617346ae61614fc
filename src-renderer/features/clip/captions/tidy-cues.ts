import { readingLength } from '#shared/clip/captions/checks.ts';
import { mergeCues, retext, splitCueAtIndex } from '#shared/clip/captions/edit-cues.ts';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { newId } from '#shared/domain/id.ts';
import { breakOf, piecesOf, textWeight } from './transcript.ts';

/** One caption as parts of at most `most` characters; what cannot be split any more stays as it is. */
function partsOf(cue: Cue, most: number): Cue[] {
  const at = readingLength(cue.text) > most ? breakOf(cue.text) : null;
  if (at === null) return [cue];
  const parts = splitCueAtIndex([cue], cue.id, at, newId());
  return parts.length < 2 ? [cue] : parts.flatMap((part) => partsOf(part, most));
}

/** Captions of more than `most` characters (see `readingLength`) are split where a reader would pause. */
export function splitLongCues(cues: readonly Cue[], most: number): readonly Cue[] {
  const next = cues.flatMap((cue) => partsOf(cue, most));
  return next.length === cues.length ? cues : next;
}

/** Captions shorter than `below` seconds join the one after or before, where both together stay readable and close. */
export function mergeShortCues(
  cues: readonly Cue[],
  below: number,
  { most = 84, gap = 1, longest = 7 }: { most?: number; gap?: number; longest?: number } = {},
): readonly Cue[] {
  let next = cues;
  const joins = (one: Cue | undefined, other: Cue | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    other.from - one.to <= gap &&
    other.to - one.from <= longest &&
    textWeight(one.text) + textWeight(other.text) <= most;
  for (let at = 0; at < next.length; ) {
    const cue = next[at];
    if (!cue || cue.to - cue.from >= below) {
      at += 1;
      continue;
    }
    const [before, after] = [next[at - 1], next[at + 1]];
    if (after && joins(cue, after)) next = mergeCues(next, [cue.id, after.id]);
    else if (before && joins(before, cue)) {
      next = mergeCues(next, [before.id, cue.id]);
      at -= 1;
    } else at += 1;
  }
  return next;
}

/** Texts in even lines of at most `most` Latin letters, or half as many Han characters; breaks of before are given up. */
export function breakLinesOfCues(cues: readonly Cue[], most: number): readonly Cue[] {
  let changed = false;
  const next = cues.map((cue) => {
    // Two speakers keep their lines.
    if (/^\s*[-–—]/m.test(cue.text) && cue.text.includes('\n')) return cue;
    const flat = cue.text
      .replaceAll(/([\p{Script=Han}，。！？])\n(?=[\p{Script=Han}])/gu, '$1')
      .replaceAll('\n', ' ');
    const text = piecesOf(flat, most).join('\n');
    if (text === cue.text) return cue;
    changed = true;
    return retext(cue, text);
  });
  return changed ? next : cues;
}
