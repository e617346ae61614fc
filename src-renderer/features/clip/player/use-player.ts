import { useSyncExternalStore } from 'react';
import type { Player, PlayerState } from './player.ts';

/** Re-renders with every frame: only for the small parts that show the position. */
export function usePlayer(player: Player): PlayerState {
  return useSyncExternalStore(player.subscribe, player.now);
}

/** The part of the state that changes rarely: what runs, how fast, whether it is heard. */
export function usePlayerMode(player: Player): Omit<PlayerState, 'frame'> {
  const key = useSyncExternalStore(player.subscribe, () => {
    const { running, speed, muted } = player.now();
    return `${running} ${speed} ${muted}`;
  });
  const [running, speed, muted] = key.split(' ');
  return { running: Number(running), speed: Number(speed), muted: muted === 'true' };
}
