import { backgroundId } from '#shared/design/draw/fill.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import type { Fill } from '#shared/design/paint.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';

/** A picture that a page needs decoded. */
export interface PictureWanted {
  assetId: string;
  /** What `DrawEnvironment.picture` is asked with: a layer's id, or `backgroundId` of the page. */
  nodeId: string;
  /** Box that it is drawn into, design px. */
  width: number;
  height: number;
  /** The image layer itself; for a fill one that lies in the box as the fill does (see `placeImage`). */
  placement: ImageNode;
  /** For tiles: their size as a multiple of the picture's own px, and the whole picture is needed. Else null. */
  tileScale: number | null;
}

function ofFill(
  fill: Fill | null | undefined,
  nodeId: string,
  box: { width: number; height: number; pageId: string },
): PictureWanted[] {
  if (fill === null || fill === undefined || typeof fill === 'string') return [];
  if (fill.kind !== 'picture' || fill.assetId === '') return [];
  const { width, height, pageId } = box;
  const { assetId, fit, focus } = fill;
  const shape = { assetId, fit: fit === 'tile' ? ('fill' as const) : fit, focus, width, height, pageId };
  return [
    {
      assetId,
      nodeId,
      width,
      height,
      placement: { ...imageDefaults, ...shape, id: nodeId, order: 'a0' },
      tileScale: fit === 'tile' ? (fill.tileScale ?? 1) : null,
    },
  ];
}

function ofNode(node: DesignNode): PictureWanted[] {
  if (node.type === 'image') {
    const { assetId, id, width, height } = node;
    return assetId === '' ? [] : [{ assetId, nodeId: id, width, height, placement: node, tileScale: null }];
  }
  return 'fill' in node ? ofFill(node.fill as Fill | null, node.id, node) : [];
}

/** The pictures of a page's visible layers, their masks and its background. */
export function picturesWanted(body: DesignBody, pageId: string): PictureWanted[] {
  const page = body.pages[pageId];
  if (!page) return [];
  const painted = paintOrder(body, pageId);
  const masks = new Set(painted.flatMap((each) => each.masks));
  return [
    ...ofFill(page.background, backgroundId(pageId), { width: body.width, height: body.height, pageId }),
    ...painted.flatMap(({ node }) => ofNode(node)),
    ...[...masks].flatMap(ofNode),
  ];
}

function assetOf(fill: unknown): string | null {
  if (typeof fill !== 'object' || fill === null || !('assetId' in fill)) return null;
  return typeof fill.assetId === 'string' && fill.assetId !== '' ? fill.assetId : null;
}

/** The picture that a layer shows, itself or as its fill; null for none. */
export function assetShownBy(node: DesignNode): string | null {
  if (node.type === 'image') return node.assetId === '' ? null : node.assetId;
  return 'fill' in node ? assetOf(node.fill) : null;
}

/** Every asset that a design uses anywhere: image layers (also what they go back to), fills, backgrounds, sizes. */
export function assetsUsed(body: DesignBody): string[] {
  const used = new Set<string>();
  const add = (assetId: unknown): void => {
    if (typeof assetId === 'string' && assetId !== '') used.add(assetId);
  };
  for (const node of Object.values(body.nodes)) {
    if (node.type === 'image') {
      add(node.assetId);
      add(node.originalAssetId);
    } else if ('fill' in node) add(assetOf(node.fill));
  }
  for (const page of Object.values(body.pages)) add(assetOf(page.background));
  for (const variant of Object.values(body.variants ?? {})) {
    for (const background of Object.values(variant.backgrounds)) add(assetOf(background));
    for (const fields of Object.values(variant.overrides)) {
      add(fields['assetId']);
      add(assetOf(fields['fill']));
    }
  }
  return [...used];
}
