import type { Inline, TextRun } from '#shared/rich/blocks.ts';
import { isOwnLink } from '../clean/addresses.ts';
import { tint } from '../colours.ts';
import { element, type Markup } from '../markup.ts';
import type { ArticleTheme } from '../theme.ts';

/** Words as HTML can hold them: no control characters, no half characters, one kind of line end. */
export function plainWords(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\p{Cc}/gu, (control) => (control === '\n' || control === '\t' ? control : ''));
}

/** Words as nodes; line ends become breaks, tabs spaces that hold. */
export function lines(text: string): Markup[] {
  return plainWords(text)
    .replaceAll('\t', '\u00a0\u00a0\u00a0\u00a0')
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [element('br', {}, [])] : []),
      ...(line === '' ? [] : [line]),
    ]);
}

function strongStyle({ emphasis }: ArticleTheme): Record<string, string> {
  switch (emphasis.style) {
    case 'bold':
      return {};
    case 'colour':
      return { color: emphasis.colour };
    case 'marker':
      // Two colours in one gradient: the lower part of the line is marked, as with a pen.
      return {
        background: `linear-gradient(transparent 58%, ${tint(emphasis.colour, 0.38)} 58%)`,
        padding: '0 2px',
      };
    case 'underline':
      return { 'border-bottom': `2px solid ${emphasis.colour}` };
  }
}

function styledRun(run: TextRun, theme: ArticleTheme): Markup[] {
  let nodes = lines(run.text);
  if (nodes.length === 0) return [];
  const { code } = theme;
  if (run.code)
    nodes = [
      element(
        'code',
        {
          'font-size': `${code.size}px`,
          padding: '2px 4px',
          'border-radius': '3px',
          color: code.inlineColour,
          'background-color': code.inlineBackground,
        },
        nodes,
      ),
    ];
  const drawn = [run.underline && 'underline', run.strike && 'line-through'].filter(Boolean);
  if (drawn.length > 0) nodes = [element('span', { 'text-decoration': drawn.join(' ') }, nodes)];
  if (run.italic) nodes = [element('em', {}, nodes)];
  if (run.bold) nodes = [element('strong', strongStyle(theme), nodes)];
  return nodes;
}

/** Words, breaks and links of one paragraph. */
export function inlineNodes(inlines: readonly Inline[], theme: ArticleTheme): Markup[] {
  const { link } = theme;
  return inlines.flatMap((inline): Markup[] => {
    if (inline.kind === 'text') return styledRun(inline, theme);
    if (inline.kind === 'break') return [element('br', {}, [])];
    const words = inline.runs.flatMap((run) => styledRun(run, theme));
    const address = plainWords(inline.url).trim();
    const style = {
      color: link.colour,
      'text-decoration': link.underline ? 'underline' : 'none',
    };
    if (words.length === 0) return [];
    // With footnotes a foreign link keeps its look and has its number behind it.
    const foreign = link.foreign === 'footnotes' && !isOwnLink(address);
    return [foreign ? element('span', style, words) : element('a', style, words, { href: address })];
  });
}
