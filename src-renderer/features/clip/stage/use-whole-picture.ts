import type { Segment } from '#shared/clip/edit/segment.ts';
import { useSource } from '../session/editor.tsx';
import { type Box, placePicture, type Size } from './picture-geometry.ts';

/** Segments whose picture can be cropped. */
export type Croppable = Exclude<Segment, { kind: 'colour' | 'design' }>;

export function isCroppable(segment: Segment | null): segment is Croppable {
  return segment !== null && segment.kind !== 'colour' && segment.kind !== 'design';
}

/** Where the whole picture of a segment lies in the frame while its crop or focus is set; `cropped`: only what the crop leaves. */
export function useWholePicture(segment: Croppable, shown: Size, cropped: boolean): Box | null {
  const facts = useSource(segment.source);
  const size = facts?.probe?.video ?? facts?.asset;
  if (!size || size.width <= 0) return null;
  const picture = { ...segment.picture, focus: undefined, ...(cropped ? {} : { crop: undefined }) };
  return placePicture({ width: size.width, height: size.height }, shown, picture, 'pad', [], 0).window;
}
