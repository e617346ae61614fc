import { layoutWithLines } from '@chenglou/pretext';
import { canvasFont, fontMetrics } from '#shared/design/fonts.ts';
import { measureGeneration, prepareText } from '#shared/design/text/preparation.ts';

/** What layout reads of a text node. */
export interface TextToLayOut {
  text: string;
  fontFamily: string;
  fontWeight: number;
  fontSize: number;
  lineHeight: number;
  letterSpacing: number;
  align: 'left' | 'center' | 'right';
  verticalAlign: 'top' | 'middle' | 'bottom';
  sizing: 'auto-width' | 'auto-height' | 'fixed';
  width: number;
  height: number;
}

/** One line, in px from the top left of the node's box. */
export interface TextLine {
  text: string;
  x: number;
  baseline: number;
  /** Visible width: spaces that hang past the end do not count. */
  width: number;
}

export interface TextLayout {
  lines: TextLine[];
  /** The widest line, in px. */
  width: number;
  /** All lines together, in px. */
  height: number;
}

/** Wide enough to never wrap. */
const unlimitedWidth = 10_000_000;

/**
 * The language whose breaking and glyph rules a text follows. Chinese rules are used for any text with
 * Han characters; English ones otherwise, because under Chinese rules “don’t” may break after its ’.
 */
export function textLanguage(text: string): 'en' | 'zh-Hans' {
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en';
}

/**
 * Breaks a text into lines by Chrome's rules (Unicode line breaking with the Chinese prohibitions at line
 * start and end; numbers stay whole), the same in Node and in the window. A word wider than the box
 * breaks between characters. The host must offer `OffscreenCanvas` with the bundled fonts loaded.
 */
export function layoutText(node: TextToLayOut): TextLayout {
  const lineBox = node.fontSize * node.lineHeight;
  const font = canvasFont(node.fontFamily, node.fontWeight, node.fontSize);
  // pre-wrap text that ends in a newline has one more, empty line in an editor.
  const text = node.text.replaceAll(/\r\n?/g, '\n');
  const prepared = prepareText(text, font, node.letterSpacing, textLanguage(text));
  const maximum = node.sizing === 'auto-width' ? unlimitedWidth : Math.max(node.width, 1);
  const broken = layoutWithLines(prepared, maximum, lineBox);
  const lineTexts = broken.lines.map((line) => ({
    text: line.text.replace(/\n$/, ''),
    width: inkWidth(line.text, line.width, node.letterSpacing),
  }));
  if (text.endsWith('\n') || text === '') lineTexts.push({ text: '', width: 0 });
  const width = lineTexts.reduce((widest, line) => Math.max(widest, line.width), 0);
  const height = lineTexts.length * lineBox;
  const { ascent, descent } = fontMetrics(node.fontFamily);
  const firstBaseline = (lineBox - (ascent + descent) * node.fontSize) / 2 + ascent * node.fontSize;
  const spare = node.sizing === 'fixed' ? node.height - height : 0;
  const top = node.verticalAlign === 'middle' ? spare / 2 : node.verticalAlign === 'bottom' ? spare : 0;
  const lines = lineTexts.map((line, index) => ({
    text: line.text,
    x: lineStart(node.align, node.width, line.width),
    baseline: top + index * lineBox + firstBaseline,
    width: line.width,
  }));
  return { lines, width, height };
}

/** The spacing after a line's last character is not ink: centred text would stand off centre by half of it. */
function inkWidth(text: string, width: number, letterSpacing: number): number {
  return text === '' || text === '\n' ? 0 : Math.max(0, width - letterSpacing);
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
