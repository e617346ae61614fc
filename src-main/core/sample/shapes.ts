import { designFormat } from '#shared/design/document.ts';
import { ordersBetween } from '#shared/design/order.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { ellipseDefaults } from '#shared/design/layers/ellipse.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { writeDocument } from '#shared/documents/envelope.ts';

/** A layer before it has its place among the others. */
export type Shape = Omit<DesignNode, 'id' | 'pageId' | 'order'>;

export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Record<string, unknown> = {},
): Shape {
  return { ...rectangleDefaults, x, y, width, height, fill, ...more } as Shape;
}

export function oval(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: Record<string, unknown> = {},
): Shape {
  return { ...ellipseDefaults, x, y, width, height, fill, ...more } as Shape;
}

export function words(
  text: string,
  x: number,
  y: number,
  width: number,
  fontSize: number,
  colour: string,
  more: Record<string, unknown> = {},
): Shape {
  const lines = text.split('\n').length;
  return {
    ...textDefaults,
    text,
    x,
    y,
    width,
    height: lines * fontSize * 1.4,
    fontSize,
    colour,
    ...more,
  } as Shape;
}

export function photo(
  assetId: string,
  x: number,
  y: number,
  width: number,
  height: number,
  more: Record<string, unknown> = {},
): Shape {
  return { ...imageDefaults, assetId, x, y, width, height, ...more } as Shape;
}

/** One page of shapes, the last in front. */
export function page(
  width: number,
  height: number,
  background: string,
  shapes: readonly Shape[],
): DesignBody {
  const orders = ordersBetween(null, null, shapes.length);
  const nodes: Record<string, DesignNode> = {};
  shapes.forEach((shape, index) => {
    const id = `layer-${index + 1}`;
    nodes[id] = { ...shape, id, pageId: 'page-1', order: orders[index] ?? 'a0' } as DesignNode;
  });
  return { width, height, pages: { 'page-1': { id: 'page-1', name: '', order: 'a0', background } }, nodes };
}

export function saved(body: DesignBody): unknown {
  return writeDocument(designFormat, body);
}
