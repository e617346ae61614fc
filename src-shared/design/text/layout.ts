import { fontMetrics } from '#shared/design/fonts.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { BrokenLine, Paragraph } from '#shared/design/text/breaking.ts';
import { breakParagraph, paragraphsOf } from '#shared/design/text/breaking.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import { piecesOf } from '#shared/design/text/pieces.ts';
import { measureGeneration } from '#shared/design/text/preparation.ts';
import type { TextStyle } from '#shared/design/text/runs.ts';
import { styleAt } from '#shared/design/text/runs.ts';

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

/** Wide enough to never wrap. */
const unlimitedWidth = 10_000_000;

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
  return layoutHorizontal(node);
}

interface PlacedLine {
  broken: BrokenLine;
  paragraph: Paragraph;
  /** px after the line. */
  space: number;
}

/** The tallest font of a line; an empty line has that of what would be typed there. */
function extentOf(node: TextToLayOut, line: BrokenLine): { size: number; ascent: number; descent: number } {
  const styles =
    line.fragments.length > 0
      ? line.fragments.map((fragment) => fragment.style)
      : [styleAt(node, line.start)];
  let size = 0;
  let ascent = 0;
  let descent = 0;
  for (const style of new Set(styles)) {
    const metrics = fontMetrics(style.fontFamily);
    size = Math.max(size, style.fontSize);
    ascent = Math.max(ascent, metrics.ascent * style.fontSize);
    descent = Math.max(descent, metrics.descent * style.fontSize);
  }
  return { size, ascent, descent };
}

function layoutHorizontal(node: TextToLayOut): TextLayout {
  const language = textLanguage(node.text);
  const maximum = node.sizing === 'auto-width' ? unlimitedWidth : Math.max(node.width, 1);
  const paragraphs = paragraphsOf(node.text, piecesOf(node));
  const placed: PlacedLine[] = [];
  for (const paragraph of paragraphs) {
    const lines = breakParagraph(paragraph, maximum, language);
    for (const [index, broken] of lines.entries()) {
      const ends = index === lines.length - 1 && paragraph !== paragraphs.at(-1);
      placed.push({ broken, paragraph, space: ends ? (node.paragraphSpacing ?? 0) : 0 });
    }
  }
  return placeLines(node, placed);
}

function placeLines(node: TextToLayOut, placed: readonly PlacedLine[]): TextLayout {
  const lines: TextLine[] = [];
  let top = 0;
  let width = 0;
  for (const { broken, space } of placed) {
    const { size, ascent, descent } = extentOf(node, broken);
    const height = size * node.lineHeight;
    const baseline = top + (height - (ascent + descent)) / 2 + ascent;
    const x = lineStart(node.align, node.width, broken.width);
    lines.push({
      text: node.text.slice(broken.start, broken.end),
      start: broken.start,
      end: broken.end,
      x,
      baseline,
      width: broken.width,
      top,
      height,
      ascent,
      descent,
      fragments: broken.fragments.map(({ offset, shown, start, end, width: advance, style, font }) => ({
        text: node.text.slice(start, end),
        shown,
        start,
        end,
        x: x + offset,
        baseline: baseline - style.baseline,
        width: advance,
        style,
        font,
      })),
      marker: null,
    });
    width = Math.max(width, broken.width);
    top += height + space;
  }
  const spare = node.sizing === 'fixed' ? node.height - top : 0;
  const down = node.verticalAlign === 'middle' ? spare / 2 : node.verticalAlign === 'bottom' ? spare : 0;
  return {
    lines: down === 0 ? lines : lines.map((line) => moveLine(line, 0, down)),
    width,
    height: top,
    scale: 1,
    cut: false,
    writing: 'horizontal',
  };
}

function moveFragment(fragment: TextFragment, right: number, down: number): TextFragment {
  return { ...fragment, x: fragment.x + right, baseline: fragment.baseline + down };
}

/** A line moved by px. */
function moveLine(line: TextLine, right: number, down: number): TextLine {
  return {
    ...line,
    x: line.x + right,
    baseline: line.baseline + down,
    top: line.top + down,
    fragments: line.fragments.map((fragment) => moveFragment(fragment, right, down)),
    marker: line.marker && moveFragment(line.marker, right, down),
  };
}

function lineStart(align: TextToLayOut['align'], boxWidth: number, lineWidth: number): number {
  if (align === 'left') return 0;
  return align === 'center' ? (boxWidth - lineWidth) / 2 : boxWidth - lineWidth;
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
