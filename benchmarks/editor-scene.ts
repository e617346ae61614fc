import { ellipseDefaults } from '#shared/design/layers/ellipse.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

const columns = 40;
const step = 48;

/** Layers of the measured design. */
export const layerCount = 1000;
/** The layer that is dragged: it lies in the middle of the order. */
export const draggedId = 'node-500';

/** Pictures of the measured design, each an asset of its own. */
export const pictureCount = 50;

/** What some of the ellipses throw. */
export const softShadow = { x: 2, y: 3, blur: 6, colour: '#1c1b19', opacity: 0.5 };

/**
 * 1,000 layers in a grid: 400 rectangles, 300 ellipses (50 of them with a soft shadow), 250 texts, 50 pictures; the
 * one that is dragged is larger.
 */
export function crowdedScene(assetIds: readonly string[]): DesignBody {
  const nodes: Record<string, DesignNode> = {};
  for (let at = 0; at < layerCount; at += 1) {
    const id = `node-${at}`;
    const place = {
      id,
      name: '',
      pageId: 'page',
      order: `a${String(at).padStart(4, '0')}1`,
      x: 40 + (at % columns) * step,
      y: 40 + Math.floor(at / columns) * step,
      width: 36,
      height: 30,
    };
    const kind = at % 20;
    if (id === draggedId) {
      nodes[id] = { ...rectangleDefaults, ...place, width: 120, height: 120, fill: '#c8371b' };
    } else if (kind < 8) {
      nodes[id] = { ...rectangleDefaults, ...place, fill: '#4a7a8c', radius: kind * 2 };
    } else if (kind < 14) {
      const shadow = kind === 8 ? softShadow : null;
      nodes[id] = { ...ellipseDefaults, ...place, fill: '#e0a458', shadow };
    } else if (kind < 19) {
      const type = { fontSize: 12, lineHeight: 1.3, sizing: 'fixed' as const, colour: '#1c1b19' };
      nodes[id] = { ...textDefaults, ...place, ...type, text: at % 2 === 0 ? 'Slow 慢' : 'Morning' };
    } else {
      const assetId = assetIds[Math.floor(at / 20) % assetIds.length] ?? '';
      nodes[id] = { ...imageDefaults, ...place, assetId };
    }
  }
  return {
    width: 2000,
    height: 1300,
    pages: { page: { id: 'page', name: '', order: 'a0', background: '#f6f1e7' } },
    nodes,
  };
}
