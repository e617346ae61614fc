import type { DesignNode } from '#shared/design/schema.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';

/** A layer whose id, page and place among the others are not known yet. */
export type LooseNode = DesignNode;

/** Something that no picture is cut through: layers from its top left corner, the back ones first. px. */
export interface Piece {
  nodes: LooseNode[];
  height: number;
  /** Empty px above, left out at the top of a picture. */
  above: number;
}

export function box(
  area: { x: number; y: number; width: number; height: number },
  fill: string,
  radius = 0,
): LooseNode {
  return { ...rectangleDefaults, id: '', pageId: '', order: '', ...area, fill, radius };
}

export function moved<T extends LooseNode>(node: T, x: number, y: number): T {
  return { ...node, x: node.x + x, y: node.y + y };
}
