import type { TextNode } from '#shared/design/layers/text.ts';
import { layoutAlongPath } from '#shared/design/text/along-path.ts';
import { layoutHorizontal } from '#shared/design/text/horizontal.ts';
import { measureGeneration } from '#shared/design/text/preparation.ts';
import type { TextStyle } from '#shared/design/text/runs.ts';
import { shrinkToFit } from '#shared/design/text/shrinking.ts';
import { layoutVertical } from '#shared/design/text/vertical.ts';

/** What layout reads of a text node. */
export type TextToLayOut = Pick<
  TextNode,
  | 'text'
  | 'fontFamily'
  | 'fontWeight'
  | 'fontSize'
  | 'lineHeight'
  | 'letterSpacing'
  | 'align'
  | 'verticalAlign'
  | 'sizing'
  | 'width'
  | 'height'
> &
  Partial<
    Pick<
      TextNode,
      | 'runs'
      | 'paragraphSpacing'
      | 'list'
      | 'overflow'
      | 'writing'
      | 'path'
      | 'underline'
      | 'strike'
      | 'capitals'
    >
  >;

/** Characters of one line that are drawn in one go, in px from the top left of the node's box. */
export interface TextFragment {
  /** The characters of the layer's text. */
  text: string;
  /** What is drawn for them. */
  shown: string;
  /** Their place in the layer's text (UTF-16), `end` exclusive. */
  start: number;
  end: number;
  /** Where the pen starts. */
  x: number;
  baseline: number;
  /** How far the pen moves along the line. */
  width: number;
  style: TextStyle;
  /** The canvas font string. */
  font: string;
  /** Degrees clockwise about the pen's start; absent: upright. */
  turn?: number;
  /** Vertical text: px from the top of the box to where its part of the column starts. */
  along?: number;
  /** The width is multiplied with this, so that two digits fit one square of vertical text; absent: 1. */
  squeeze?: number;
}

/** One line, in px from the top left of the node's box. */
export interface TextLine {
  text: string;
  /** Its place in the layer's text (UTF-16), without the newline that ends it. */
  start: number;
  end: number;
  x: number;
  baseline: number;
  /** Visible width: spaces that hang past the end do not count. Along the column in vertical text. */
  width: number;
  /**
   * The line's box; lines of a paragraph touch each other. In vertical text `x` is where the column starts
   * from the top, and `top` and `height` are its left edge and its breadth.
   */
  top: number;
  height: number;
  /** px above and below the baseline that its fonts take. */
  ascent: number;
  descent: number;
  fragments: TextFragment[];
  /** The bullet or number before the first line of a list's paragraph; not part of the text. */
  marker: TextFragment | null;
}

export interface TextLayout {
  lines: TextLine[];
  /** The widest line, in px. */
  width: number;
  /** All lines together, in px. */
  height: number;
  /** What the sizes were multiplied with by `overflow: 'shrink'`; else 1. */
  scale: number;
  /** Whether `overflow: 'ellipsis'` left something out. */
  cut: boolean;
  writing: 'horizontal' | 'vertical' | 'path';
}

/** Line ends of other systems; the places of the text change with them, so editors store none. */
function withPlainNewlines(node: TextToLayOut): TextToLayOut {
  return node.text.includes('\r') ? { ...node, text: node.text.replaceAll(/\r\n?/g, '\n') } : node;
}

/**
 * Breaks a text into lines by Chrome's rules (Unicode line breaking with the Chinese prohibitions at line
 * start and end; numbers stay whole), the same in Node and in the window. A word wider than the box
 * breaks between characters. The host must offer `OffscreenCanvas` with the bundled fonts loaded.
 */
export function layoutText(given: TextToLayOut): TextLayout {
  const node = withPlainNewlines(given);
  if (node.path) return layoutAlongPath(node, node.path);
  const layOut = node.writing === 'vertical' ? layoutVertical : layoutHorizontal;
  const shrinks = node.overflow === 'shrink' && node.sizing === 'fixed';
  return shrinks ? shrinkToFit(node, layOut) : layOut(node);
}

const layouts = new WeakMap<TextToLayOut, { generation: number; layout: TextLayout }>();

/**
 * `layoutText`, remembered per record: a repaint of a layer that has not changed lays nothing out. Records
 * of a design are never changed in place, which this relies on.
 */
export function layoutOfNode(node: TextToLayOut): TextLayout {
  const known = layouts.get(node);
  if (known?.generation === measureGeneration()) return known.layout;
  const layout = layoutText(node);
  layouts.set(node, { generation: measureGeneration(), layout });
  return layout;
}
