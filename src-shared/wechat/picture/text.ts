import { type TextNode, type TextRun as RunLook, textDefaults } from '#shared/design/layers/text.ts';
import { layoutText } from '#shared/design/text/layout.ts';
import type { Inline, TextRun } from '#shared/rich/blocks.ts';
import { tint } from '../colours.ts';
import { plainWords } from '../render/words.ts';
import type { ArticleTheme } from '../theme.ts';
import type { LooseNode } from './pieces.ts';

/** The family with every Chinese character of everyday writing; what it lacks is drawn by those behind it. */
const textFamily = 'Noto Sans SC';
export const codeFamily = 'JetBrains Mono';
export const familiesOfPictures = [textFamily, codeFamily] as const;

type Look = Omit<RunLook, 'start' | 'end'>;

/** Words of one look. */
export interface Span {
  text: string;
  look: Look;
}

/** How a paragraph is set, in px of the picture. */
export interface Setting {
  size: number;
  colour: string;
  lineHeight: number;
  letterSpacing: number;
  bold?: boolean;
  align?: 'left' | 'center' | 'right';
  family?: string;
}

function runLook(run: TextRun, theme: ArticleTheme, scale: number): Look {
  const { emphasis, code } = theme;
  return {
    ...(run.bold ? { fontWeight: 700 } : {}),
    ...(run.bold && emphasis.style === 'colour' ? { colour: emphasis.colour } : {}),
    ...(run.bold && emphasis.style === 'marker' ? { highlight: tint(emphasis.colour, 0.38) } : {}),
    ...(run.underline || (run.bold && emphasis.style === 'underline') ? { underline: true } : {}),
    ...(run.strike ? { strike: true } : {}),
    ...(run.code
      ? {
          fontFamily: codeFamily,
          fontSize: code.size * scale,
          colour: code.inlineColour,
          highlight: code.inlineBackground,
        }
      : {}),
  };
}

/** The words of a paragraph with their looks; breaks are line ends. */
export function spansOf(inlines: readonly Inline[], theme: ArticleTheme, scale: number): Span[] {
  const words = (run: TextRun, more: Look): Span => ({
    text: plainWords(run.text).replaceAll('\t', '    '),
    look: { ...runLook(run, theme, scale), ...more },
  });
  return inlines.flatMap((inline): Span[] => {
    if (inline.kind === 'text') return [words(inline, {})];
    if (inline.kind === 'break') return [{ text: '\n', look: {} }];
    const linked: Look = {
      colour: theme.link.colour,
      ...(theme.link.underline ? { underline: true } : {}),
    };
    return inline.runs.map((run) => words(run, linked));
  });
}

function nodeOf(spans: readonly Span[], setting: Setting, x: number, width: number): LooseNode & TextNode {
  const runs: RunLook[] = [];
  let text = '';
  for (const span of spans) {
    if (span.text === '') continue;
    const start = text.length;
    text += span.text;
    if (Object.keys(span.look).length > 0) runs.push({ ...span.look, start, end: text.length });
  }
  return {
    ...textDefaults,
    id: '',
    pageId: '',
    order: '',
    x,
    y: 0,
    width,
    height: 0,
    text,
    fontFamily: setting.family ?? textFamily,
    fontWeight: setting.bold ? 700 : 400,
    fontSize: setting.size,
    lineHeight: setting.lineHeight,
    letterSpacing: setting.letterSpacing,
    align: setting.align ?? 'left',
    colour: setting.colour,
    ...(runs.length > 0 ? { runs } : {}),
  };
}

/** A paragraph laid out, or a part of one where the whole is too tall for one picture. */
export interface SetText {
  node: LooseNode & TextNode;
  /** px */
  width: number;
  height: number;
}

function part(node: LooseNode & TextNode, start: number, end: number, height: number): LooseNode & TextNode {
  const runs = (node.runs ?? []).flatMap((run) => {
    const from = Math.max(run.start, start);
    const to = Math.min(run.end, end);
    return to > from ? [{ ...run, start: from - start, end: to - start }] : [];
  });
  const { runs: _runs, ...rest } = node;
  return { ...rest, text: node.text.slice(start, end), height, ...(runs.length > 0 ? { runs } : {}) };
}

/** Sets words into a width; parts end at line ends, and no line is lost. */
export function setText(
  spans: readonly Span[],
  setting: Setting,
  place: { x: number; width: number },
  mostHeight: number,
): SetText[] {
  const node = nodeOf(spans, setting, place.x, Math.max(1, Math.floor(place.width)));
  if (node.text === '') return [];
  const layout = layoutText(node);
  if (layout.height <= mostHeight)
    return [
      {
        node: { ...node, height: Math.ceil(layout.height) },
        width: layout.width,
        height: Math.ceil(layout.height),
      },
    ];
  const parts: SetText[] = [];
  let first = 0;
  let height = 0;
  const close = (until: number): void => {
    const [from, to] = [layout.lines[first], layout.lines[until - 1]];
    if (!from || !to) return;
    const tall = Math.ceil(height);
    parts.push({ node: part(node, from.start, to.end, tall), width: layout.width, height: tall });
    first = until;
    height = 0;
  };
  for (const [index, line] of layout.lines.entries()) {
    if (index > first && height + line.height > mostHeight) close(index);
    height += line.height;
  }
  close(layout.lines.length);
  return parts;
}
