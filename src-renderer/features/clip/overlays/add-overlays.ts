import { call } from '#renderer/bridge/client.ts';
import { type CardKind, cardDesign, type CardWords } from '#shared/clip/cards/card-designs.ts';
import type { Overlay } from '#shared/clip/edit/schema.ts';
import { designFormat } from '#shared/design/document.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { newId } from '#shared/domain/id.ts';

export interface FramePixels {
  width: number;
  height: number;
}

/** Seconds that an overlay stays unless told otherwise. */
const seconds: Record<NonNullable<Overlay['role']>, number> = {
  title: 3,
  'lower-third': 4,
  'end-card': 3,
  watermark: 0,
  sticker: 3,
};

/** Where an overlay of a role stands on a timeline of `duration` seconds: never beyond its end. */
export function spanOf(
  role: NonNullable<Overlay['role']>,
  playhead: number,
  duration: number,
): { from: number; to: number } {
  if (role === 'watermark') return { from: 0, to: duration };
  const length = Math.min(seconds[role], duration);
  const start = role === 'title' ? 0 : role === 'end-card' ? duration - length : playhead;
  const from = Math.max(0, Math.min(start, duration - length));
  return { from, to: from + length };
}

const gentle = {
  enter: { kind: 'fade' as const, seconds: 0.4 },
  leave: { kind: 'fade' as const, seconds: 0.4 },
};

/** Makes a card in the frame's size and answers the overlay that shows it. */
export async function makeCard(
  kind: CardKind,
  frame: FramePixels,
  name: string,
  words: CardWords,
  span: { from: number; to: number },
): Promise<Overlay> {
  const design = await call('designs.create', { name, width: frame.width, height: frame.height });
  const document = writeDocument(designFormat, cardDesign(kind, frame, words, newId));
  await call('designs.save', { id: design.id, revision: design.revision, document });
  return {
    id: newId(),
    name,
    kind: 'design',
    source: design.id,
    page: null,
    cutOut: kind !== 'end-card',
    ...span,
    x: 0,
    y: 0,
    width: 1,
    ...(kind === 'lower-third'
      ? { enter: { kind: 'slide-right', seconds: 0.5 }, leave: gentle.leave }
      : gentle),
    role: kind,
  };
}

/** A page of a design over the whole frame, as large as it fits, in the middle. */
export function designOverlay(
  design: { id: string; width: number; height: number },
  frame: FramePixels,
  span: { from: number; to: number },
): Overlay {
  const scale = Math.min(frame.width / design.width, frame.height / design.height);
  const width = (design.width * scale) / frame.width;
  const height = (design.height * scale) / frame.height;
  return {
    id: newId(),
    kind: 'design',
    source: design.id,
    page: null,
    cutOut: true,
    ...span,
    x: (1 - width) / 2,
    y: (1 - height) / 2,
    width,
    ...gentle,
    role: 'sticker',
  };
}

/** A picture as a sticker in the middle, or small in the upper right corner as a watermark. */
export function imageOverlay(
  picture: { id: string; width: number; height: number },
  frame: FramePixels,
  role: 'sticker' | 'watermark',
  span: { from: number; to: number },
): Overlay {
  const most = role === 'watermark' ? 0.16 : 0.5;
  const side = Math.min(frame.width, frame.height) * most;
  const scale = Math.min(side / picture.width, side / picture.height);
  const width = (picture.width * scale) / frame.width;
  const height = (picture.height * scale) / frame.height;
  const margin = (0.04 * Math.min(frame.width, frame.height)) / frame.width;
  const marginDown = (0.04 * Math.min(frame.width, frame.height)) / frame.height;
  return {
    id: newId(),
    kind: 'image',
    source: picture.id,
    ...span,
    x: role === 'watermark' ? 1 - width - margin : (1 - width) / 2,
    y: role === 'watermark' ? marginDown : (1 - height) / 2,
    width,
    ...(role === 'watermark' ? { opacity: 0.7 } : gentle),
    role,
  };
}
