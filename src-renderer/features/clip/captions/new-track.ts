import { defaultCaptionStyle, secondaryStyle } from '#shared/clip/captions/styles.ts';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { newId } from '#shared/domain/id.ts';
import { tracksOf } from './tracks.ts';

/** A track to be added: the first in the plain look, a further one smaller, in the look of the first. */
export function newTrack(
  edit: ClipEdit,
  facts: Pick<CaptionTrack, 'name' | 'language' | 'cues'>,
): CaptionTrack {
  const first = tracksOf(edit)[0];
  const style = first ? secondaryStyle(first.style) : defaultCaptionStyle;
  return { id: newId(), ...facts, style, burn: true };
}
