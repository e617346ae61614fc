import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { scaleText } from '#shared/design/resize/scale-node.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import { measureGeneration } from '#shared/design/text/preparation.ts';

/** What a resize wants to know of the lines of a text, px of its box. */
export interface MeasuredText {
  lines: number;
  /** The ends of the ink across the box. */
  left: number;
  right: number;
  height: number;
}

/** All sizes of a text are measured at this one, px: its words are measured once, whatever sizes are tried. */
const measuredSize = 100;

const measured = new WeakMap<TextNode, { generation: number; text: MeasuredText | null }>();

function measure(node: TextNode): MeasuredText | null {
  const scale = measuredSize / node.fontSize;
  const scaled = scaleText(node, scale);
  const layout = layoutText({
    ...scaled,
    fontSize: measuredSize,
    letterSpacing: Math.round(scaled.letterSpacing * 1000) / 1000,
    width: node.width * scale,
    height: node.height * scale,
  });
  const [first] = layout.lines;
  if (!first) return null;
  const left = Math.min(...layout.lines.map((line) => line.x));
  const right = Math.max(...layout.lines.map((line) => line.x + line.width));
  return {
    lines: layout.lines.length,
    left: left / scale,
    right: right / scale,
    height: layout.height / scale,
  };
}

/** The lines of a text, or null where the host cannot measure or the text does not run in lines. */
export function linesOf(node: TextNode): MeasuredText | null {
  const straight = node.writing !== 'vertical' && (node.path ?? null) === null;
  if (!straight || node.text === '' || !('OffscreenCanvas' in globalThis)) return null;
  const known = measured.get(node);
  if (known?.generation === measureGeneration()) return known.text;
  const text = measure(node);
  measured.set(node, { generation: measureGeneration(), text });
  return text;
}

/**
 * The box that the letters of a layer take; for everything else its bounds. Boxes of text are often much
 * wider than the words in them, and a resize makes room for the words only.
 */
export function inkOf(body: DesignBody, node: DesignNode): Rectangle {
  const box = boundsOfNode(body, node);
  if (node.type !== 'text' || node.rotation !== 0) return box;
  const lines = linesOf(node);
  if (!lines) return box;
  const from = Math.max(0, Math.min(lines.left, box.width));
  const to = Math.max(from, Math.min(lines.right, box.width));
  return to > from ? { ...box, x: box.x + from, width: to - from } : box;
}

/** The text in a new width with as many lines as it needs then; its top stays. */
export function wrapTo(node: TextNode, width: number): TextNode {
  const wrapped = { ...node, width };
  const lines = node.sizing === 'auto-height' ? linesOf(wrapped) : null;
  return lines ? { ...wrapped, height: lines.height } : wrapped;
}
