import type { Cue } from '#shared/clip/edit/captions.ts';
import type { TimelinePlayer } from '../session/editor.tsx';

/** Seconds before the end of a cue within which playing that stopped has come to its end. */
const nearEnd = 0.12;

let stop: (() => void) | null = null;
const listeners = new Set<() => void>();

function announce(): void {
  for (const listener of listeners) listener();
}

/** Whether a cue is being played over and over. */
export function isLooping(): boolean {
  return stop !== null;
}

export function onLoop(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Plays a cue over and over until it is paused, or started again while it loops. */
export function loopCue(player: TimelinePlayer, cue: Pick<Cue, 'from' | 'to'>): void {
  if (stop) {
    stop();
    player.pause();
    return;
  }
  const begin = (): void => player.playRange(cue.from, cue.to);
  let started = false;
  const unsubscribe = player.subscribe(() => {
    const { playing, time, waiting } = player.now();
    if (playing) {
      started = true;
      // Somewhere else on the timeline: the loop was left.
      if (time < cue.from - 1 || time > cue.to + 1) end();
      return;
    }
    if (!started || waiting) return;
    started = false;
    if (Math.abs(time - cue.to) <= nearEnd) begin();
    else end();
  });
  const end = (): void => {
    unsubscribe();
    stop = null;
    announce();
  };
  stop = end;
  announce();
  begin();
}
