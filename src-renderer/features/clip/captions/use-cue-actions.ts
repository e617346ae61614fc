import {
  IconArrowsHorizontal,
  IconArrowsJoin2,
  IconArrowsSplit2,
  IconClipboardText,
  IconClockShare,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconPlus,
  IconRepeat,
  IconSearch,
  IconTrash,
  IconWand,
  IconWaveSawTool,
} from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { mergeCues, splitCueAtTime } from '#shared/clip/captions/edit-cues.ts';
import { cueAtTime } from '#shared/clip/captions/layout-cue.ts';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { newId } from '#shared/domain/id.ts';
import { useClipSelection } from '../session/editor.tsx';
import { removeChosen } from './choosing.ts';
import type { Tool } from './cues-view.tsx';
import { isLooping, loopCue, onLoop } from './loop.ts';
import { moveEdge } from './strip-view.ts';
import { openCueText } from './text-request.ts';
import { type TrackEditing, useReadOnly } from './use-captions.ts';
import { addCueAt } from './use-cue-keys.ts';

/** Every intent of the list of captions, for buttons, its menu and the palette. */
export function useCueActions(
  editing: TrackEditing,
  view: { tool: Tool | null; openTool(tool: Tool): void; wave: boolean; toggleWave(): void },
) {
  const readOnly = useReadOnly();
  const looping = useSyncExternalStore(onLoop, isLooping);
  // What is on offer depends on it.
  useClipSelection();
  const { editor } = editing;
  const cues = (): readonly Cue[] => editing.track()?.cues ?? [];
  const now = (): number => editor.player.now().time;
  const current = (): Cue | null => {
    const id = editing.chosen().at(-1);
    return cues().find((cue) => cue.id === id) ?? cueAtTime(cues(), now());
  };
  const setEdge = (edge: 'from' | 'to'): void => {
    const cue = current();
    const end = editing.clock().duration;
    if (cue) editing.cues((list) => moveEdge(list, cue.id, edge, now(), end));
  };
  const some = (): boolean => !readOnly && current() !== null;
  const any = (): boolean => cues().length > 0;
  const change = (): boolean => !readOnly && any();

  const actions = {
    new: {
      id: 'clip-captions.new',
      icon: IconPlus,
      enabled: () => !readOnly,
      run: () => {
        const last = cues().at(-1);
        const id = addCueAt(editing, now()) ?? (last ? addCueAt(editing, last.to) : null);
        if (id !== null) openCueText(editor, { track: editing.id, cue: id });
      },
    },
    split: {
      id: 'clip-captions.split',
      icon: IconArrowsSplit2,
      enabled: some,
      run: () => {
        const cue = current();
        if (!cue) return;
        const time = now();
        // Away from the playhead it is cut in the middle.
        const at = time > cue.from && time < cue.to ? time : (cue.from + cue.to) / 2;
        editing.cues((list) => splitCueAtTime(list, cue.id, at, newId()));
      },
    },
    merge: {
      id: 'clip-captions.merge',
      icon: IconArrowsJoin2,
      enabled: some,
      run: () => {
        const chosen = editing.chosen();
        const cue = current();
        const next = cue && cues()[cues().indexOf(cue) + 1];
        const ids = chosen.length > 1 ? chosen : cue && next ? [cue.id, next.id] : [];
        const first = cues().find(({ id }) => ids.includes(id));
        editing.cues((list) => mergeCues(list, ids));
        if (first) editing.choose([first.id]);
      },
    },
    setIn: {
      id: 'clip-captions.set-in',
      icon: IconPlayerSkipBack,
      enabled: some,
      run: () => setEdge('from'),
    },
    setOut: {
      id: 'clip-captions.set-out',
      icon: IconPlayerSkipForward,
      enabled: some,
      run: () => setEdge('to'),
    },
    loop: {
      id: 'clip-captions.loop',
      icon: IconRepeat,
      enabled: any,
      run: () => {
        const cue = current();
        if (cue) loopCue(editor.player, cue);
      },
    },
    remove: {
      id: 'clip-captions.remove',
      icon: IconTrash,
      enabled: () => !readOnly && editing.chosen().length > 0,
      run: () => removeChosen(editing),
    },
    wave: { id: 'clip-captions.wave', icon: IconWaveSawTool, run: view.toggleWave },
    find: {
      id: 'clip-captions.find',
      icon: IconSearch,
      keys: ['mod+F'],
      enabled: any,
      run: () => view.openTool('find'),
    },
    shift: {
      id: 'clip-captions.shift',
      icon: IconArrowsHorizontal,
      enabled: change,
      run: () => view.openTool('shift'),
    },
    stretch: {
      id: 'clip-captions.stretch',
      icon: IconClockShare,
      enabled: change,
      run: () => view.openTool('stretch'),
    },
    tidy: { id: 'clip-captions.tidy', icon: IconWand, enabled: change, run: () => view.openTool('tidy') },
    transcript: {
      id: 'clip-captions.transcript',
      icon: IconClipboardText,
      enabled: () => !readOnly,
      run: () => view.openTool('transcript'),
    },
  } satisfies Record<string, Action>;
  return { actions, looping };
}
