import type { Cue } from '#shared/clip/edit/captions.ts';
import type { TrackEditing } from './use-captions.ts';

/** All cues between the last chosen one and another, which becomes the last. */
export function stretchTo(cues: readonly Cue[], chosen: readonly string[], id: string): string[] {
  const from = cues.findIndex((cue) => cue.id === chosen.at(-1));
  const to = cues.findIndex((cue) => cue.id === id);
  if (from < 0 || to < 0) return [id];
  const between = cues.slice(Math.min(from, to), Math.max(from, to) + 1).map((cue) => cue.id);
  return [...between.filter((one) => one !== id), id];
}

/** One more, or one less when it was chosen. */
export function toggle(chosen: readonly string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
}

/** Removes what is chosen and chooses what comes after it. */
export function removeChosen(editing: TrackEditing): void {
  const chosen = new Set(editing.chosen());
  const cues = editing.track()?.cues ?? [];
  const last = cues.findLastIndex((cue) => chosen.has(cue.id));
  const rest =
    cues.slice(last + 1).find((cue) => !chosen.has(cue.id)) ?? cues.findLast((cue) => !chosen.has(cue.id));
  editing.cues((list) => list.filter((cue) => !chosen.has(cue.id)));
  editing.choose(rest ? [rest.id] : []);
}
