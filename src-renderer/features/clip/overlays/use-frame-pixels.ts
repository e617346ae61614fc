import { useSyncExternalStore } from 'react';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { frameSize } from '../stage/frame-size.ts';
import type { FramePixels } from './add-overlays.ts';

/** px of the finished clip: as chosen, else as the first recording is shown once that is known. */
export function useFramePixels(): FramePixels {
  const { sources } = useClipEditor();
  const edit = useClip((snapshot) => snapshot.edit);
  const text = useSyncExternalStore(sources.subscribe, () => {
    const { width, height } = frameSize(edit, sources.asset);
    return `${width} ${height}`;
  });
  const [width = 0, height = 0] = text.split(' ').map(Number);
  return { width, height };
}
