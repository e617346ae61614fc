import { useMemo, useSyncExternalStore } from 'react';
import type { FrameSize } from '#shared/clip/captions/layout-cue.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { frameSize } from '../stage/frame-size.ts';

/** px of the finished clip. */
export function useFrame(): FrameSize {
  const editor = useClipEditor();
  const { segments, frame } = useClip((now) => now.edit);
  const key = useSyncExternalStore(editor.sources.subscribe, () => {
    const { width, height } = frameSize({ segments, ...(frame ? { frame } : {}) }, editor.sources.asset);
    return `${width} ${height}`;
  });
  return useMemo(() => {
    const [width = 16, height = 9] = key.split(' ').map(Number);
    return { width, height };
  }, [key]);
}
