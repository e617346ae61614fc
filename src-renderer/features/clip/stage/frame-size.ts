import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { frameOfEdit } from '#shared/clip/render/frame-size.ts';
import type { SourceBook } from '../session/editor.tsx';
import type { Size } from './picture-geometry.ts';

/** px of the finished clip, by the sizes that the library has noted, as every render takes them. */
export function frameSize(edit: Pick<ClipEdit, 'frame' | 'segments'>, asset: SourceBook['asset']): Size {
  return frameOfEdit(edit, asset);
}
