import { even, type PixelSize } from '../args/picture.ts';
import type { ClipEdit } from '../edit/schema.ts';

/** Where nothing says another: full HD. */
const usualFrame: PixelSize = { width: 1920, height: 1080 };

/**
 * px of the finished clip: the frame as chosen, else the first recording as it is shown (`sizeOf`, null while or when
 * it is not known), always even. The stage and every render ask here.
 */
export function frameOfEdit(
  edit: Pick<ClipEdit, 'frame' | 'segments'>,
  sizeOf: (source: string) => PixelSize | null,
): PixelSize {
  if (edit.frame) return { width: even(edit.frame.width), height: even(edit.frame.height) };
  for (const segment of edit.segments) {
    if (segment.kind !== 'clip' && segment.kind !== 'freeze') continue;
    const size = sizeOf(segment.source);
    if (size && size.width > 0 && size.height > 0)
      return { width: even(size.width), height: even(size.height) };
  }
  return usualFrame;
}
