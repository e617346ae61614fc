import { centreOf, rotatePoint } from '#shared/design/geometry.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { View } from '../session/viewport.ts';

interface Point {
  x: number;
  y: number;
}

/** A place of the page as a place of a layer's box, before its rotation and mirroring. */
export function toBox(node: TextNode, page: Point): Point {
  const plain = rotatePoint(page, centreOf(node), -node.rotation);
  const x = plain.x - node.x;
  const y = plain.y - node.y;
  return { x: node.flipX ? node.width - x : x, y: node.flipY ? node.height - y : y };
}

/** A place of a layer's box on the page. */
export function toPage(node: TextNode, box: Point): Point {
  const x = node.x + (node.flipX ? node.width - box.x : box.x);
  const y = node.y + (node.flipY ? node.height - box.y : box.y);
  return rotatePoint({ x, y }, centreOf(node), node.rotation);
}

/** Lays an element whose px are those of the layer's box exactly over the painted layer. */
export function boxTransform(node: TextNode, view: View): string {
  const centre = centreOf(node);
  const [x, y] = [centre.x * view.scale + view.x, centre.y * view.scale + view.y];
  const mirror = `scale(${node.flipX ? -1 : 1}, ${node.flipY ? -1 : 1})`;
  return `translate(${x}px, ${y}px) rotate(${node.rotation}deg) scale(${view.scale}) ${mirror} translate(${-node.width / 2}px, ${-node.height / 2}px)`;
}
