import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { commonDefaults } from '#shared/design/layers/common.ts';
import type { ImageFrame } from '#shared/design/layers/image.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { pathDefaults } from '#shared/design/layers/path.ts';
import { polygonDefaults } from '#shared/design/layers/polygon.ts';
import { qrDefaults } from '#shared/design/layers/qr.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { emojiFamily } from '#shared/design/fonts.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { newId } from '#shared/domain/id.ts';
import type { Sticker } from '../drawer/stickers.ts';
import type { EditorStore } from './editor-store.ts';
import { loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { fitText } from './layer-boxes.ts';
import { addLayer, identity, putInFront, share } from './new-layers.ts';

interface Point {
  x: number;
  y: number;
}

/** A box of a shape whose longer side is a share of the page's shorter one. */
function sized(store: EditorStore, fraction: number, width: number, height: number) {
  const side = share(store, fraction);
  const scale = side / Math.max(width, height);
  return {
    ...identity,
    id: newId(),
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

export function addPolygon(store: EditorStore, sides: number, inset: number | null, at?: Point): string {
  return addLayer(store, { ...polygonDefaults, ...sized(store, 0.3, 1, 1), sides, inset }, at);
}

/** Puts a shape of Galley's own on the page. */
export function addSticker(store: EditorStore, sticker: Sticker, name: string, at?: Point): string {
  const { width, height, d, rule, stroke } = sticker;
  const box = sized(store, 0.32, width, height);
  const line = stroke === undefined ? 0 : Math.max(1, Math.round(stroke * Math.max(box.width, box.height)));
  const layer: DesignNode = {
    ...pathDefaults,
    ...box,
    name,
    d,
    viewWidth: width,
    viewHeight: height,
    fillRule: rule ?? 'nonzero',
    ...(stroke === undefined ? {} : { fill: null, stroke: 'token:accent', strokeWidth: line }),
  };
  return addLayer(store, layer, at);
}

export function addQr(store: EditorStore, at?: Point): string {
  return addLayer(store, { ...qrDefaults, ...sized(store, 0.3, 1, 1) }, at);
}

/** An emoji as a large text. Its font comes first: measured with another one it would stand in a wrong box. */
export async function addEmoji(store: EditorStore, emoji: string, at?: Point): Promise<string> {
  await loadFamilies([emojiFamily, textDefaults.fontFamily]);
  const node = fitText({
    ...textDefaults,
    ...sized(store, 0.25, 1, 1),
    text: emoji,
    fontSize: share(store, 0.22),
    lineHeight: 1.2,
    sizing: 'auto-width',
    align: 'center',
  });
  return addLayer(store, node, at);
}

/** A place for a photo in an outline. `aspect` is width divided by height. */
export function addFrame(store: EditorStore, frame: ImageFrame | null, aspect: number, at?: Point): string {
  const box = sized(store, 0.5, aspect, 1);
  return addLayer(store, { ...imageDefaults, ...box, ...(frame ? { frame } : {}) }, at);
}

/** A telephone around a place for a picture, as one group. */
export function addPhone(store: EditorStore, name: string, at: Point = store.landing()): string {
  const { pageId } = store.snapshot();
  const { width, height, id } = sized(store, 0.7, 0.49, 1);
  const x = Math.round(at.x - width / 2);
  const y = Math.round(at.y - height / 2);
  const bezel = Math.max(1, Math.round(width * 0.045));
  const inside = { pageId, parentId: id };
  const screen: Rectangle = {
    x: x + bezel,
    y: y + bezel,
    width: width - bezel * 2,
    height: height - bezel * 2,
  };
  const notch = Math.round(width * 0.3);
  const nodes: DesignNode[] = [
    {
      ...rectangleDefaults,
      ...inside,
      id: newId(),
      order: 'a0',
      x,
      y,
      width,
      height,
      fill: '#16181c',
      radius: width * 0.15,
    },
    { ...imageDefaults, ...inside, ...screen, id: newId(), order: 'a1', radius: width * 0.11 },
    {
      ...rectangleDefaults,
      ...inside,
      id: newId(),
      order: 'a2',
      x: x + Math.round((width - notch) / 2),
      y: y + bezel * 2,
      width: notch,
      height: Math.round(width * 0.075),
      fill: '#16181c',
      radius: width * 0.04,
    },
  ];
  const group: DesignNode = {
    ...commonDefaults,
    type: 'group',
    id,
    pageId,
    order: '',
    name,
    x,
    y,
    width,
    height,
  };
  putInFront(store, group, nodes);
  return id;
}
