import { useMemo } from 'react';
import {
  insertCue,
  mergeCues,
  removeCues,
  setCueText,
  setCueTimes,
  splitCueAtIndex,
} from '#shared/clip/captions/edit-cues.ts';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { newId } from '#shared/domain/id.ts';
import type { CaretRequest, CueKeys } from './cue-text.tsx';
import { loopCue } from './loop.ts';
import { moveEdge } from './strip-view.ts';
import { roomAt } from './tracks.ts';
import { seekToCue, type TrackEditing } from './use-captions.ts';

/** Adds an empty cue at a time, or where there is room after it; answers its id, null when there is no room. */
export function addCueAt(editing: TrackEditing, seconds: number): string | null {
  const cues = editing.track()?.cues ?? [];
  const end = editing.clock().duration;
  const room = roomAt(cues, seconds, end);
  if (!room) return null;
  const id = newId();
  editing.cues((list) => insertCue(list, { id, ...room, text: '' }));
  editing.choose([id]);
  return id;
}

/** What keys in the text of a cue do. Stays the same object, so that rows are drawn only for their own changes. */
export function useCueKeys(
  editing: TrackEditing,
  setCaret: (request: CaretRequest) => void,
  leave: () => void,
): { keys: CueKeys; times(id: string, edge: 'from' | 'to', seconds: number): void } {
  return useMemo(() => {
    const { editor } = editing;
    const cues = (): readonly Cue[] => editing.track()?.cues ?? [];
    const placeOf = (id: string): number => cues().findIndex((cue) => cue.id === id);
    const goTo = (cue: Cue | undefined, caret: CaretRequest['caret']): void => {
      if (!cue) return;
      editing.choose([cue.id]);
      seekToCue(editor, cue);
      setCaret({ id: cue.id, caret });
    };
    const addAfter = (id: string): void => {
      const cue = cues()[placeOf(id)];
      const { time } = editor.player.now();
      const added =
        addCueAt(editing, Math.max(time, cue?.to ?? 0)) ?? (cue ? addCueAt(editing, cue.to) : null);
      if (added !== null) setCaret({ id: added, caret: 0 });
    };
    const keys: CueKeys = {
      text: (id, text) => editing.cues((list) => setCueText(list, id, text), `caption-text ${id}`),
      next: (id) => {
        const next = cues()[placeOf(id) + 1];
        if (next) goTo(next, 'all');
        else addAfter(id);
      },
      move: (id, direction, caret) => {
        const to = cues()[placeOf(id) + direction];
        goTo(to, Math.min(caret, to?.text.length ?? 0));
      },
      split: (id, caret) => {
        const added = newId();
        editing.cues((list) => splitCueAtIndex(list, id, caret, added));
        const made = cues()[placeOf(added)];
        if (made) goTo(made, 0);
        else if (caret === (cues()[placeOf(id)]?.text.length ?? -1)) addAfter(id);
      },
      merge: (id, direction) => {
        const at = placeOf(id);
        const first = cues()[direction === -1 ? at - 1 : at];
        const second = cues()[direction === -1 ? at : at + 1];
        if (!first || !second) return;
        // An empty caption has nothing to give but would leave a space behind.
        editing.cues((list) =>
          second.text.trim() === '' ? removeCues(list, [second.id]) : mergeCues(list, [first.id, second.id]),
        );
        const merged = cues()[placeOf(first.id)];
        if (merged) goTo(merged, Math.max(0, merged.text.length - second.text.trim().length));
      },
      edge: (id, edge) => {
        const { time } = editor.player.now();
        editing.cues((list) => moveEdge(list, id, edge, time, editing.clock().duration));
      },
      play: () => {
        if (editor.player.now().playing) editor.player.pause();
        else editor.player.play();
      },
      loop: (id) => {
        const cue = cues()[placeOf(id)];
        if (cue) loopCue(editor.player, cue);
      },
      undo: () => editor.session.undo(),
      redo: () => editor.session.redo(),
      leave,
      focused: (id) => {
        const chosen = editing.chosen();
        if (chosen.length === 1 && chosen[0] === id) return;
        const cue = cues()[placeOf(id)];
        editing.choose([id]);
        if (cue && !editor.player.now().playing) seekToCue(editor, cue);
      },
    };
    const times = (id: string, edge: 'from' | 'to', seconds: number): void => {
      editing.cues((list) => {
        const cue = list.find((one) => one.id === id);
        return cue ? setCueTimes(list, id, { from: cue.from, to: cue.to, [edge]: seconds }) : list;
      });
      const moved = cues()[placeOf(id)];
      if (moved && edge === 'from') seekToCue(editor, moved);
    };
    return { keys, times };
  }, [editing, setCaret, leave]);
}
