import { fontMetrics } from '#shared/design/fonts.ts';
import type { BrokenLine } from '#shared/design/text/breaking.ts';
import { breakParagraph, paragraphsOf } from '#shared/design/text/breaking.ts';
import { endWithEllipsis } from '#shared/design/text/ellipsis.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import type { TextFragment, TextLayout, TextLine, TextToLayOut } from '#shared/design/text/layout.ts';
import type { ListMarkers } from '#shared/design/text/lists.ts';
import { listMarkers } from '#shared/design/text/lists.ts';
import { piecesOf } from '#shared/design/text/pieces.ts';
import { styleAt } from '#shared/design/text/runs.ts';

/** Wide enough to never wrap. */
const unlimitedWidth = 10_000_000;

/** A line with its height, before it has a place. */
interface StackedLine extends Extent {
  broken: BrokenLine;
  /** Number of its paragraph when it is the first line of one. */
  opens: number | null;
  /** px from the top of the first line. */
  top: number;
  height: number;
}

interface Extent {
  /** The largest font size. */
  size: number;
  ascent: number;
  descent: number;
}

/** The tallest fonts of a line; an empty line has that of what would be typed there. */
function extentOf(node: TextToLayOut, line: BrokenLine): Extent {
  const used = line.fragments.map((fragment) => fragment.style);
  const styles = used.length > 0 ? new Set(used) : [styleAt(node, line.start)];
  const extent = { size: 0, ascent: 0, descent: 0 };
  for (const style of styles) {
    const metrics = fontMetrics(style.fontFamily);
    extent.size = Math.max(extent.size, style.fontSize);
    extent.ascent = Math.max(extent.ascent, metrics.ascent * style.fontSize);
    extent.descent = Math.max(extent.descent, metrics.descent * style.fontSize);
  }
  return extent;
}

function lineStart(align: TextToLayOut['align'], boxWidth: number, lineWidth: number): number {
  if (align === 'left') return 0;
  return align === 'center' ? (boxWidth - lineWidth) / 2 : boxWidth - lineWidth;
}

function stackLines(
  node: TextToLayOut,
  maximum: number,
  language: string,
  paragraphs: ReturnType<typeof paragraphsOf>,
): { stacked: StackedLine[]; height: number } {
  const stacked: StackedLine[] = [];
  let top = 0;
  for (const [number, paragraph] of paragraphs.entries()) {
    if (number > 0) top += node.paragraphSpacing ?? 0;
    for (const [index, broken] of breakParagraph(paragraph, maximum, language).entries()) {
      const extent = extentOf(node, broken);
      const height = extent.size * node.lineHeight;
      stacked.push({ ...extent, broken, opens: index === 0 ? number : null, top, height });
      top += height;
    }
  }
  return { stacked, height: top };
}

function placeLine(node: TextToLayOut, line: StackedLine, down: number, list: ListMarkers | null): TextLine {
  const { broken, ascent, descent, height } = line;
  const indent = list?.indent ?? 0;
  const top = line.top + down;
  const baseline = top + (height - (ascent + descent)) / 2 + ascent;
  const x = indent + lineStart(node.align, node.width - indent, broken.width);
  const fragments = broken.fragments.map(
    ({ offset, shown, start, end, width, style, font }): TextFragment => ({
      text: node.text.slice(start, end),
      shown,
      start,
      end,
      x: x + offset,
      baseline: baseline - style.baseline,
      width,
      style,
      font,
    }),
  );
  let marker: TextFragment | null = null;
  if (list && line.opens !== null) {
    const { offset, ...made } = list.markerOf(line.opens, broken.start);
    marker = { ...made, text: '', start: broken.start, end: broken.start, x: x + offset, baseline };
  }
  const text = node.text.slice(broken.start, broken.end);
  const { start, end, width } = broken;
  return { text, start, end, x, baseline, width, top, height, ascent, descent, fragments, marker };
}

/** Lines from the top down, each as high as its largest font times the line height. */
export function layoutHorizontal(node: TextToLayOut): TextLayout {
  const language = textLanguage(node.text);
  const paragraphs = paragraphsOf(node.text, piecesOf(node));
  const list = listMarkers(node, paragraphs.length);
  const indent = list?.indent ?? 0;
  const maximum = node.sizing === 'auto-width' ? unlimitedWidth : Math.max(node.width - indent, 1);
  let { stacked, height } = stackLines(node, maximum, language, paragraphs);
  let cut = false;
  if (node.overflow === 'ellipsis' && node.sizing === 'fixed' && height > node.height + 0.01) {
    const fitting = stacked.filter((line) => line.top + line.height <= node.height + 0.01);
    const kept = fitting.length > 0 ? fitting : stacked.slice(0, 1);
    const last = kept.at(-1);
    if (last && kept.length < stacked.length) {
      const broken = endWithEllipsis(last.broken, maximum, language);
      stacked = [...kept.slice(0, -1), { ...last, broken }];
      height = last.top + last.height;
      cut = true;
    }
  }
  const spare = node.sizing === 'fixed' ? node.height - height : 0;
  const down = node.verticalAlign === 'middle' ? spare / 2 : node.verticalAlign === 'bottom' ? spare : 0;
  const lines = stacked.map((line) => placeLine(node, line, down, list));
  const width = indent + lines.reduce((widest, line) => Math.max(widest, line.width), 0);
  return { lines, width, height, scale: 1, cut, writing: 'horizontal' };
}
