import { useSyncExternalStore } from 'react';
import { shownAt } from '../player/what-plays.ts';
import { useClip, useClipEditor, useClipSelection } from '../session/editor.tsx';
import type { Segment } from '#shared/clip/edit/segment.ts';

/** Seconds on the timeline; drawn again at every frame, so only for small parts. */
export function usePlayheadTime(): number {
  const { player } = useClipEditor();
  return useSyncExternalStore(player.subscribe, () => player.now().time);
}

/** The segment in front under the playhead, drawn again only when it is another one. */
export function useShownSegment(): Segment | null {
  const { player, placed } = useClipEditor();
  useClip((now) => now.edit);
  const id = useSyncExternalStore(
    player.subscribe,
    () => shownAt(placed(), player.now().time).at(-1)?.placed.segment.id ?? null,
  );
  return placed().find(({ segment }) => segment.id === id)?.segment ?? null;
}

/** Ids of what is chosen of a kind. */
export function useChosen(kind: 'overlay' | 'segment'): readonly string[] {
  const selection = useClipSelection();
  return selection?.kind === kind ? selection.ids : none;
}

const none: readonly string[] = [];
