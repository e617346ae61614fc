import type { CalloutTone } from '#shared/rich/blocks.ts';
import { tint } from '../colours.ts';
import { element, type Markup } from '../markup.ts';
import type { ArticleTheme } from '../theme.ts';
import { lines } from './words.ts';

const gapOf = (theme: ArticleTheme): string => `0 0 ${theme.body.gap}px`;

/** A quotation; a section, because the platform takes long texts out of `blockquote`. */
export function quoteNodes(words: readonly Markup[], theme: ArticleTheme): Markup[] {
  const { style, colour, accent, background } = theme.quote;
  const text = element('p', { margin: '0' }, words);
  const margin = gapOf(theme);
  switch (style) {
    case 'plain':
      return [element('section', { margin, padding: '0 16px', color: colour }, [text])];
    case 'bar':
      return [
        element(
          'section',
          {
            margin,
            padding: '12px 16px',
            color: colour,
            'background-color': background,
            'border-left': `3px solid ${accent}`,
          },
          [text],
        ),
      ];
    case 'card':
      return [
        element(
          'section',
          {
            margin,
            padding: '16px 18px',
            'border-radius': '8px',
            color: colour,
            'background-color': background,
          },
          [text],
        ),
      ];
    case 'marks':
      return [
        element('section', { margin, padding: '0 12px', color: colour, 'text-align': 'center' }, [
          element('p', { margin: '0', 'font-size': '28px', 'line-height': '1.2', color: accent }, ['“']),
          text,
          element('p', { margin: '0', 'font-size': '28px', 'line-height': '1.2', color: accent }, ['”']),
        ]),
      ];
  }
}

export function calloutNodes(tone: CalloutTone, words: readonly Markup[], theme: ArticleTheme): Markup[] {
  const { label, colour } = theme.callouts[tone];
  const title = lines(label);
  return [
    element(
      'section',
      {
        margin: gapOf(theme),
        padding: '12px 16px',
        'border-radius': '6px',
        'background-color': tint(colour, 0.1),
        'border-left': `4px solid ${colour}`,
      },
      [
        ...(title.length > 0
          ? [element('p', { margin: '0 0 4px', 'font-weight': 'bold', color: colour }, title)]
          : []),
        element('p', { margin: '0' }, words),
      ],
    ),
  ];
}

/** Code keeps its spaces and lines, and wraps instead of leaving the phone. */
export function codeNodes(text: string, theme: ArticleTheme): Markup[] {
  const { code } = theme;
  const words = lines(text);
  return [
    element(
      'section',
      {
        margin: gapOf(theme),
        padding: '14px 16px',
        'border-radius': `${code.radius}px`,
        'background-color': code.background,
      },
      [
        element('pre', { margin: '0', 'white-space': 'pre-wrap', 'word-break': 'break-all' }, [
          element(
            'code',
            { 'font-size': `${code.size}px`, 'line-height': '1.6', color: code.colour },
            words.length > 0 ? words : [element('br', {}, [])],
          ),
        ]),
      ],
    ),
  ];
}

export function tableNodes(
  header: boolean,
  rows: readonly (readonly (readonly Markup[])[])[],
  theme: ArticleTheme,
): Markup[] {
  const { table } = theme;
  const line = `1px solid ${table.border}`;
  const body = rows
    .filter((row) => row.length > 0)
    .map((row, index) => {
      const head = header && index === 0;
      const striped = !head && (index - (header ? 1 : 0)) % 2 === 1 && table.stripe !== null;
      return element(
        'tr',
        {},
        row.map((words) =>
          element(
            head ? 'th' : 'td',
            {
              padding: '8px 10px',
              border: line,
              'text-align': 'left',
              'font-weight': head ? 'bold' : null,
              color: head ? table.headerColour : null,
              'background-color': head ? table.header : striped ? table.stripe : null,
            },
            words,
          ),
        ),
      );
    });
  if (body.length === 0) return [];
  return [
    element('section', { margin: gapOf(theme), 'overflow-x': 'auto' }, [
      element('table', { width: '100%', 'border-collapse': 'collapse', 'font-size': '0.9em' }, [
        element('tbody', {}, body),
      ]),
    ]),
  ];
}

/** Lines between parts, drawn with borders and letters alone. */
export function dividerNodes(theme: ArticleTheme): Markup[] {
  const { style, colour } = theme.divider;
  const margin = `${theme.body.gap + 8}px 0`;
  const rule = (line: string, side: string | null = null): Markup[] => [
    element(
      'section',
      {
        margin: side === null ? margin : `${theme.body.gap + 8}px ${side}`,
        'font-size': '0',
        'line-height': '0',
        'border-top': line,
      },
      [element('br', {}, [])],
    ),
  ];
  const sign = (text: string): Markup[] => [
    element('p', { margin, 'text-align': 'center', 'letter-spacing': '0', color: colour }, [text]),
  ];
  switch (style) {
    case 'line':
      return rule(`1px solid ${colour}`);
    case 'dashed':
      return rule(`1px dashed ${colour}`);
    case 'double':
      return rule(`3px double ${colour}`);
    case 'short':
      return rule(`2px solid ${colour}`, '38%');
    case 'dots':
      return sign('•\u00a0\u00a0•\u00a0\u00a0•');
    case 'diamond':
      return sign('◆\u00a0◇\u00a0◆');
  }
}
