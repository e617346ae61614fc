import { describe, expect, it } from 'vitest';
import type { TimelinePlayer } from '../session/editor.tsx';
import { isLooping, loopCue } from './loop.ts';

/** A player without a picture: `tell` says where it is and whether it runs. */
function createPlayer() {
  const listeners = new Set<() => void>();
  const ranges: [number, number][] = [];
  let state = { time: 0, playing: false, rate: 1, waiting: false };
  const tell = (next: Partial<typeof state>): void => {
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  };
  const player: TimelinePlayer = {
    now: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seek: (time) => tell({ time }),
    play: () => tell({ playing: true }),
    pause: () => tell({ playing: false }),
    shuttle: () => {},
    step: () => {},
    playRange: (from, to) => {
      ranges.push([from, to]);
      tell({ time: from, playing: true });
    },
  };
  return { player, ranges, tell, listeners };
}

describe('a caption that is played over and over', () => {
  it('starts again at its end, until it is paused', () => {
    const { player, ranges, tell, listeners } = createPlayer();
    loopCue(player, { from: 1, to: 2 });
    tell({ time: 2, playing: false });
    tell({ time: 1.98, playing: false });
    expect(ranges).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
    tell({ time: 1.4, playing: false });
    expect(isLooping()).toBe(false);
    expect(listeners.size).toBe(0);
  });

  it('stops when it is asked for again, or when the playhead goes elsewhere', () => {
    const { player, tell } = createPlayer();
    loopCue(player, { from: 1, to: 2 });
    expect(isLooping()).toBe(true);
    loopCue(player, { from: 1, to: 2 });
    expect([isLooping(), player.now().playing]).toEqual([false, false]);
    loopCue(player, { from: 1, to: 2 });
    tell({ time: 9 });
    expect(isLooping()).toBe(false);
  });
});
