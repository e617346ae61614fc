import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { ellipseDefaults } from '#shared/design/layers/ellipse.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { lineDefaults } from '#shared/design/layers/line.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { addNodes, edit } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { newId } from '#shared/domain/id.ts';
import { brandFonts } from '#renderer/ui/fonts/brand.ts';
import type { EditorStore } from './editor-store.ts';
import { fitText } from './layer-boxes.ts';
import { keeps } from './locks.ts';
import { readableColour } from './readable-colour.ts';

interface Point {
  x: number;
  y: number;
}

const step = 24;

function isTaken(body: DesignBody, pageId: string, box: Rectangle): boolean {
  return Object.values(body.nodes).some(
    ({ pageId: page, x, y, width, height }) =>
      page === pageId && x === box.x && y === box.y && width === box.width && height === box.height,
  );
}

/** The group that was entered takes what is new, unless its lock keeps it out or its mask would hide it. */
function openGroup(store: EditorStore): string | null {
  const { body, scope } = store.snapshot();
  const group = body.nodes[scope ?? ''];
  if (group?.type !== 'group' || group.maskId || keeps(body, group.id, 'content')) return null;
  return group.id;
}

/** Puts a layer, with what is inside it, in front of what is there and chooses it. One step of undo. */
export function putInFront(store: EditorStore, layer: DesignNode, inside: readonly DesignNode[] = []): void {
  const { body } = store.snapshot();
  const parentId = openGroup(store);
  const placed = addNodes(body, [{ ...layer, parentId, order: '' }]);
  const inner = inside.map((node) => ({ table: 'nodes' as const, id: node.id, value: node }));
  store.enter(parentId, []);
  store.apply(edit(body, [...placed.patch, ...inner]), { select: [layer.id] });
}

/** Puts a layer on the shown page, centred on a point (by default on what is in sight), and chooses it. */
export function addLayer(store: EditorStore, layer: DesignNode, at: Point = store.landing()): string {
  const { body, pageId } = store.snapshot();
  const box = { width: layer.width, height: layer.height };
  let x = Math.round(at.x - box.width / 2);
  let y = Math.round(at.y - box.height / 2);
  // A second one does not hide the first.
  while (isTaken(body, pageId, { x, y, ...box })) {
    x += step;
    y += step;
  }
  putInFront(store, { ...layer, x, y, pageId });
  return layer.id;
}

export const identity = { pageId: '', order: '' };

/** A measure that looks right on this page: fractions of its shorter side, px. */
export function share(store: EditorStore, fraction: number): number {
  const { body } = store.snapshot();
  return Math.max(1, Math.round(Math.min(body.width, body.height) * fraction));
}

export type TextPreset = 'heading' | 'subheading' | 'body';

/** Sizes as fractions of the page's shorter side. */
const presets: Record<TextPreset, Pick<TextNode, 'fontWeight' | 'lineHeight'> & { size: number }> = {
  heading: { size: 0.09, fontWeight: 700, lineHeight: 1.2 },
  subheading: { size: 0.05, fontWeight: 700, lineHeight: 1.3 },
  body: { size: 0.033, fontWeight: 400, lineHeight: 1.6 },
};

export function addText(
  store: EditorStore,
  preset: TextPreset,
  text: string,
  at: Point = store.landing(),
): string {
  const { body, pageId } = store.snapshot();
  const { size, fontWeight, lineHeight } = presets[preset];
  const brand = brandFonts()?.[preset === 'body' ? 'body' : 'heading'];
  const node = fitText({
    ...textDefaults,
    ...identity,
    id: newId(),
    text,
    fontSize: share(store, size),
    fontWeight: brand?.weight ?? fontWeight,
    ...(brand ? { fontFamily: brand.family } : {}),
    lineHeight,
    colour: readableColour(body, pageId, at),
    width: Math.round(body.width * 0.7),
    align: 'center',
  });
  return addLayer(store, node, at);
}

export type ShapeKind =
  | 'rectangle'
  | 'rounded'
  | 'ellipse'
  | 'line'
  | 'arrow'
  | 'double-arrow'
  | 'dashed'
  | 'frame';

function shapeOf(store: EditorStore, kind: ShapeKind): DesignNode {
  const side = share(store, 0.3);
  const base = { ...identity, id: newId(), width: side, height: side };
  switch (kind) {
    case 'rectangle':
      return { ...rectangleDefaults, ...base };
    case 'rounded':
      return { ...rectangleDefaults, ...base, radius: Math.round(side / 8) };
    case 'ellipse':
      return { ...ellipseDefaults, ...base };
    case 'line':
    case 'arrow':
    case 'double-arrow':
    case 'dashed':
      return {
        ...lineDefaults,
        ...base,
        points: lineDefaults.points.map((point) => ({ ...point })),
        height: 0,
        strokeWidth: Math.max(2, share(store, 0.005)),
        startArrow: kind === 'double-arrow',
        endArrow: kind === 'arrow' || kind === 'double-arrow',
        ...(kind === 'dashed' ? { dash: [3, 2] } : {}),
      };
    case 'frame':
      return { ...imageDefaults, ...base, width: share(store, 0.5), height: share(store, 0.5) };
  }
}

export function addShape(store: EditorStore, kind: ShapeKind, at?: Point): string {
  return addLayer(store, shapeOf(store, kind), at);
}

/** Places a picture in its own shape, at most two thirds of the page. */
export function addPicture(store: EditorStore, asset: Asset, at?: Point): string {
  const { body } = store.snapshot();
  const scale = Math.min(1, (body.width * 0.66) / asset.width, (body.height * 0.66) / asset.height);
  return addLayer(
    store,
    {
      ...imageDefaults,
      ...identity,
      id: newId(),
      name: asset.name,
      assetId: asset.id,
      width: Math.max(1, Math.round(asset.width * scale)),
      height: Math.max(1, Math.round(asset.height * scale)),
    },
    at,
  );
}
