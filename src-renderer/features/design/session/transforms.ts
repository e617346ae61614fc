import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point, RotatedBox } from '#shared/design/geometry.ts';
import { centreOf, rotatePoint } from '#shared/design/geometry.ts';
import type { HandleName } from '#shared/design/handles.ts';
import { scaleWithin } from '#shared/design/handles.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { fitText } from './layer-boxes.ts';

/** Smallest text that dragging makes, px. */
const smallestFont = 4;

export const isCorner = (handle: HandleName): boolean => handle.length === 2;

/** A single layer in its new box. A text grows with its corners and wraps anew at its sides. */
export function resizeLayer(node: DesignNode, box: RotatedBox, handle: HandleName): DesignNode {
  if (node.type !== 'text' || node.sizing === 'fixed') return { ...node, ...box };
  if (isCorner(handle)) {
    const scale = node.width === 0 ? 1 : box.width / node.width;
    return {
      ...node,
      ...box,
      fontSize: Math.max(smallestFont, node.fontSize * scale),
      letterSpacing: node.letterSpacing * scale,
    };
  }
  return fitText({ ...node, ...box, height: node.height, sizing: 'auto-height' });
}

/** A layer of a selection whose frame is scaled. */
export function scaleLayer(node: DesignNode, from: Rectangle, to: Rectangle): DesignNode {
  const box = scaleWithin(node, from, to);
  const scale = Math.min(
    from.width === 0 ? Number.POSITIVE_INFINITY : to.width / from.width,
    from.height === 0 ? Number.POSITIVE_INFINITY : to.height / from.height,
  );
  if (node.type === 'text' && Number.isFinite(scale)) {
    return {
      ...node,
      ...box,
      fontSize: Math.max(smallestFont, node.fontSize * scale),
      letterSpacing: node.letterSpacing * scale,
    };
  }
  return { ...node, ...box };
}

/** A layer turned about a point of the page, degrees clockwise. */
export function turnLayer(node: DesignNode, about: Point, degrees: number): DesignNode {
  const centre = centreOf(node);
  const moved = rotatePoint(centre, about, degrees);
  return {
    ...node,
    x: node.x + moved.x - centre.x,
    y: node.y + moved.y - centre.y,
    rotation: (((node.rotation + degrees) % 360) + 360) % 360,
  };
}

/** The records of changed layers as fields for `updateNodes`. */
export function fieldsOf(nodes: readonly DesignNode[]): Record<string, Partial<DesignNode>> {
  return Object.fromEntries(nodes.map((node) => [node.id, node]));
}

/** Whole px where the pointer gave fractions: a designer reads 320, not 319.7. */
export function roundLayer(node: DesignNode): DesignNode {
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const rounded = {
    ...node,
    x: tenth(node.x),
    y: tenth(node.y),
    width: tenth(node.width),
    height: tenth(node.height),
    rotation: tenth(node.rotation),
  };
  if (rounded.type !== 'text') return rounded;
  // A smaller letter in a wider box: rounding must never push a word into another line.
  const fontSize = Math.max(1, Math.floor(rounded.fontSize * 10) / 10);
  return fitText({ ...rounded, fontSize, width: Math.ceil(node.width * 10) / 10 });
}
