import { inkOn, tint } from '../colours.ts';
import { element, type Markup } from '../markup.ts';
import type { ArticleTheme } from '../theme.ts';
import { lines } from './words.ts';

/** What stands before an article; none where it is off or empty. */
export function introNodes(theme: ArticleTheme): Markup[] {
  const { on, style, colour } = theme.intro;
  const words = lines(theme.intro.text);
  if (!on || words.length === 0) return [];
  const margin = `0 0 ${theme.body.gap + 8}px`;
  const look = {
    card: {
      padding: '14px 16px',
      'border-radius': '8px',
      'background-color': tint(colour, 0.09),
      color: colour,
    },
    line: { 'padding-bottom': '12px', 'border-bottom': `1px solid ${tint(colour, 0.4)}`, color: colour },
    centred: { 'text-align': 'center', color: colour },
  }[style];
  return [
    element('section', { margin, ...look }, [element('p', { margin: '0', 'font-size': '0.92em' }, words)]),
  ];
}

/** The card at the end that asks readers to follow, then the signature. */
export function endNodes(theme: ArticleTheme): Markup[] {
  const { end, signature } = theme;
  const [title, text, signed] = [lines(end.title), lines(end.text), lines(signature.text)];
  const card =
    end.on && title.length + text.length > 0
      ? [
          element(
            'section',
            {
              margin: '32px 0 0',
              padding: '20px 18px',
              'border-radius': '10px',
              'text-align': 'center',
              color: inkOn(end.colour),
              'background-color': end.colour,
            },
            [
              ...(title.length > 0
                ? [element('p', { margin: '0', 'font-weight': 'bold', 'font-size': '1.1em' }, title)]
                : []),
              ...(text.length > 0 ? [element('p', { margin: '6px 0 0', 'font-size': '0.88em' }, text)] : []),
            ],
          ),
        ]
      : [];
  const name =
    signature.on && signed.length > 0
      ? [element('p', { margin: '24px 0 0', 'text-align': 'right', color: signature.colour }, signed)]
      : [];
  return [...card, ...name];
}
