import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';
import type { TextLayout } from '#shared/design/text/layout.ts';

/** The lines of a text, or null where the host cannot measure or the text does not run in lines. */
export function linesOf(node: TextNode): TextLayout | null {
  const straight = node.writing !== 'vertical' && (node.path ?? null) === null;
  return straight && node.text !== '' && 'OffscreenCanvas' in globalThis ? layoutOfNode(node) : null;
}

/**
 * The box that the letters of a layer take; for everything else its bounds. Boxes of text are often much
 * wider than the words in them, and a resize makes room for the words only.
 */
export function inkOf(body: DesignBody, node: DesignNode): Rectangle {
  const box = boundsOfNode(body, node);
  if (node.type !== 'text' || node.rotation !== 0) return box;
  const lines = linesOf(node);
  if (!lines || lines.lines.length === 0) return box;
  const left = Math.min(...lines.lines.map((line) => line.x));
  const right = Math.max(...lines.lines.map((line) => line.x + line.width));
  const from = Math.max(0, Math.min(left, box.width));
  const to = Math.max(from, Math.min(right, box.width));
  const width = to - from;
  return width > 0 ? { ...box, x: box.x + from, width } : box;
}

/** The text in a new width with as many lines as it needs then; its top stays. */
export function wrapTo(node: TextNode, width: number): TextNode {
  const wrapped = { ...node, width };
  const lines = node.sizing === 'auto-height' ? linesOf(wrapped) : null;
  return lines ? { ...wrapped, height: lines.height } : wrapped;
}
