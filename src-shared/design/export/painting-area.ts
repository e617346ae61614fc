import { paintedBounds } from '#shared/design/draw/effects.ts';
import { unionOf } from '#shared/design/geometry.ts';
import { largestSide } from '#shared/design/layers/common.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { descendantsOf, paintOrder } from '#shared/design/tree.ts';

function moved(nodes: Readonly<Record<string, DesignNode>>, x: number, y: number): DesignBody['nodes'] {
  return Object.fromEntries(
    Object.entries(nodes).map(([id, node]) => [id, { ...node, x: node.x + x, y: node.y + y }]),
  );
}

/** The design with its bleed as part of the page: paper and layers reach as far as the printer cuts. */
export function withBleed(body: DesignBody): DesignBody {
  const bleed = body.bleed ?? 0;
  if (bleed <= 0) return body;
  return {
    ...body,
    width: Math.round(body.width + bleed * 2),
    height: Math.round(body.height + bleed * 2),
    nodes: moved(body.nodes, bleed, bleed),
  };
}

/**
 * The design with nothing but some layers (and what is in them) on a page that is just as large as their
 * ink, shadows and blur included. Null when none of them shows anything.
 */
export function onlyLayers(body: DesignBody, pageId: string, layerIds: readonly string[]): DesignBody | null {
  const wanted = new Set(layerIds.flatMap((id) => [id, ...descendantsOf(body, id).map((node) => node.id)]));
  const painted = paintOrder(body, pageId).filter(({ node }) => wanted.has(node.id));
  const bounds = unionOf(painted.map(({ node }) => paintedBounds(node)));
  const page = body.pages[pageId];
  if (!bounds || !page) return null;
  const x = Math.floor(bounds.x);
  const y = Math.floor(bounds.y);
  const width = Math.ceil(bounds.x + bounds.width) - x;
  const height = Math.ceil(bounds.y + bounds.height) - y;
  // Groups and masks stay: they decide how their layers look.
  const kept = Object.entries(body.nodes).filter(
    ([id, node]) =>
      wanted.has(id) || node.type === 'group' || painted.some(({ masks }) => masks.includes(node)),
  );
  return {
    width: Math.min(largestSide, Math.max(1, width)),
    height: Math.min(largestSide, Math.max(1, height)),
    pages: { [pageId]: page },
    nodes: moved(Object.fromEntries(kept), -x, -y),
  };
}
