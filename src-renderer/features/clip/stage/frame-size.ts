import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { SourceFacts } from '../session/editor.tsx';
import type { Size } from './picture-geometry.ts';

const usual: Size = { width: 1920, height: 1080 };

/** px of the finished clip: as chosen, else as the first recording is shown. */
export function frameSize(edit: ClipEdit, source: (assetId: string) => SourceFacts | null): Size {
  if (edit.frame) return { width: edit.frame.width, height: edit.frame.height };
  for (const segment of edit.segments) {
    if (segment.kind !== 'clip' && segment.kind !== 'freeze') continue;
    const facts = source(segment.source);
    if (!facts) continue;
    const { width, height } = facts.probe?.video ?? facts.asset;
    if (width > 0 && height > 0) return { width: width - (width % 2), height: height - (height % 2) };
  }
  return usual;
}
