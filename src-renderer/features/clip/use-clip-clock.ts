import { useMemo, useSyncExternalStore } from 'react';
import { assetsOfEdit } from '#shared/clip/edit/layout.ts';
import { type FrameClock, frameClock } from './fields/time-text.ts';
import { useClip, useClipEditor } from './session/editor.tsx';

/** How times of the timeline are counted: in its frames, or in hundredths when there is nothing to see. */
export function useClipClock(): FrameClock {
  const editor = useClipEditor();
  const edit = useClip((now) => now.edit);
  const rate = useSyncExternalStore(editor.sources.subscribe, editor.rate);
  const soundOnly = useSyncExternalStore(editor.sources.subscribe, () => {
    const used = assetsOfEdit(edit);
    const shown = edit.segments.some(({ kind }) => kind === 'design' || kind === 'colour');
    return !shown && used.length > 0 && used.every((id) => editor.sources.get(id)?.asset.kind === 'audio');
  });
  const duration = editor.placed().at(-1)?.end ?? 0;
  return useMemo(() => frameClock(duration, soundOnly ? null : rate), [duration, rate, soundOnly]);
}
