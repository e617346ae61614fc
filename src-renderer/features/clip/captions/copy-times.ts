import type { Cue } from '#shared/clip/edit/captions.ts';

/**
 * Cues with the times of another track's, one by one in order; those beyond its last keep their length and their
 * distance to the one before.
 */
export function copyTimes(cues: readonly Cue[], from: readonly Cue[]): readonly Cue[] {
  let shift = 0;
  return cues.map((cue, at) => {
    const { words: _words, ...rest } = cue;
    const model = from[at];
    if (model) shift = model.to - cue.to;
    const start = model?.from ?? Math.max(0, cue.from + shift);
    return { ...rest, from: start, to: model?.to ?? start + (cue.to - cue.from) };
  });
}
