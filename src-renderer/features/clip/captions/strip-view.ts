import { setCueTimes, shortestCue } from '#shared/clip/captions/edit-cues.ts';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { lastStarted } from './tracks.ts';

/** Seconds of the timeline that the strip shows. */
export interface StripView {
  from: number;
  to: number;
}

/** Seconds; the least that the strip shows, and the length of a page without a cue. */
const shortest = 3;
const page = 6;

/** A cue in the middle with half its length to each side, at least three seconds. */
export function viewOfCue(cue: Pick<Cue, 'from' | 'to'>): StripView {
  const length = Math.max(shortest, (cue.to - cue.from) * 2);
  const from = Math.max(0, (cue.from + cue.to - length) / 2);
  return { from, to: from + length };
}

/** The page of six seconds that a time is on. */
export function viewOfTime(seconds: number): StripView {
  const from = Math.floor(Math.max(0, seconds) / page) * page;
  return { from, to: from + page };
}

/** Whether a cue's edges have left the strip or shrunk to a sliver of it, so that it needs another view. */
export function fits(view: StripView, cue: Pick<Cue, 'from' | 'to'>): boolean {
  const length = view.to - view.from;
  const inside = cue.from >= view.from - 1e-6 && cue.to <= view.to + 1e-6;
  return inside && (length <= shortest + 1e-6 || (cue.to - cue.from) * 8 >= length);
}

/** A cue's edge moved to a time, within the clip: it stops at its neighbours and before the cue's other edge. */
export function moveEdge(
  cues: readonly Cue[],
  id: string,
  edge: 'from' | 'to',
  seconds: number,
  end: number,
): readonly Cue[] {
  const cue = cues.find((one) => one.id === id);
  if (!cue) return cues;
  // A new start behind the end would push the end on.
  const most = edge === 'from' ? cue.to - shortestCue : Math.max(end, cue.to);
  const least = edge === 'to' ? cue.from + shortestCue : 0;
  const to = Math.max(least, Math.min(seconds, most));
  return setCueTimes(cues, id, { from: cue.from, to: cue.to, [edge]: to });
}

/** Cues that reach into a view, with their places in the list. */
export function cuesIn(cues: readonly Cue[], view: StripView): { cue: Cue; index: number }[] {
  const found: { cue: Cue; index: number }[] = [];
  for (let index = lastStarted(cues, view.to); index >= 0; index -= 1) {
    const cue = cues[index];
    if (!cue) break;
    if (cue.to > view.from) found.push({ cue, index });
    // Cues that overlap are rare and short; nothing that starts a minute earlier is looked for.
    else if (cue.from < view.from - 60) break;
  }
  return found.reverse();
}
