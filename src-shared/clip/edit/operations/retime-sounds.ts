import type { SoundItem } from '../schema.ts';
import type { Move, Piece } from './moves.ts';
import { nearestPoint, piecesOf } from './moves.ts';
import { cutEnvelope, noise } from './slice.ts';

/** A part of a sound, `from` and `to` in seconds from where it starts now. */
export function sliceSound(sound: SoundItem, from: number, to: number): SoundItem {
  const length = sound.to - sound.from;
  const [start, end] = [from < noise ? 0 : from, to > length - noise ? length : to];
  if (start === 0 && end === length) return sound;
  const part = { from: start > 0 ? start : null, to: end < length ? end : null, shift: start };
  return {
    ...cutEnvelope(sound, part),
    from: sound.from + start,
    to: end === length ? sound.to : sound.from + end,
  };
}

/** Pieces that played without a gap before. */
function runsOf(pieces: readonly Piece[]): Piece[] {
  const runs: Piece[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && piece.oldFrom - last.oldTo < noise) last.oldTo = piece.oldTo;
    else runs.push({ ...piece });
  }
  return runs;
}

/** An id that comes from another: the same change makes the same id everywhere. */
function derivedId(id: string, taken: Set<string>): string {
  let count = 2;
  while (taken.has(`${id}-${count}`)) count += 1;
  taken.add(`${id}-${count}`);
  return `${id}-${count}`;
}

function retimeSound(sound: SoundItem, moves: readonly Move[], taken: Set<string>): SoundItem[] {
  if (sound.loop === true) {
    const at = nearestPoint(moves, sound.at);
    if (at === null) return [];
    return at === sound.at ? [sound] : [{ ...sound, at }];
  }
  const end = sound.at + sound.to - sound.from;
  const runs = runsOf(piecesOf(moves, sound.at, end));
  const [first] = runs;
  if (!first) return [];
  if (sound.role === 'music') {
    // Music plays on over a cut and ends as much earlier as was taken out.
    const length = runs.reduce((sum, run) => sum + run.oldTo - run.oldFrom, 0);
    const head = first.oldFrom - sound.at;
    const piece = sliceSound(sound, head, head + length);
    return [piece === sound && first.from === sound.at ? sound : { ...piece, at: first.from }];
  }
  const parts = runs.toReversed().map((run, count): SoundItem => {
    const { fadeIn, fadeOut, ...piece } = sliceSound(sound, run.oldFrom - sound.at, run.oldTo - sound.at);
    if (runs.length === 1 && run.from === sound.at && piece.from === sound.from && piece.to === sound.to)
      return sound;
    const isFirst = count === runs.length - 1;
    return {
      ...piece,
      id: isFirst ? sound.id : derivedId(sound.id, taken),
      at: run.from,
      ...(isFirst && fadeIn !== undefined ? { fadeIn } : {}),
      ...(count === 0 && fadeOut !== undefined ? { fadeOut } : {}),
    };
  });
  return parts.toReversed();
}

/** Sounds after the timeline has changed: music plays on, voices and effects are cut where the picture is. */
export function retimeSounds(sounds: readonly SoundItem[], moves: readonly Move[]): SoundItem[] {
  const taken = new Set(sounds.map(({ id }) => id));
  return sounds.flatMap((sound) => retimeSound(sound, moves, taken));
}
