import type { Align } from '#shared/rich/blocks.ts';
import { inkOn, tint } from '../colours.ts';
import { element, type Markup, type StyleOf } from '../markup.ts';
import type { HeadingTheme } from '../theme.ts';

const px = (value: number): string => `${Math.round(value * 100) / 100}px`;

/** Where a block's words stand, as CSS; the start is what is usual and needs no words. */
export const textAlign: Record<Align, string | null> = {
  start: null,
  center: 'center',
  end: 'right',
  justify: 'justify',
};

const centred = new Set(['centred', 'badge']);

/** A heading in its theme's style; `number` counts the headings of its level from 1. */
export function headingNodes(
  words: readonly Markup[],
  level: 1 | 2 | 3,
  number: number,
  align: Align,
  theme: HeadingTheme,
): Markup[] {
  const { style, accent, colour, size } = theme;
  const look: Record<string, string | null> = {
    margin: `${px(theme.above)} 0 ${px(theme.below)}`,
    'font-size': px(size),
    'line-height': '1.5',
    'font-weight': 'bold',
    color: colour,
    'text-align': textAlign[align] ?? (centred.has(style) ? 'center' : 'left'),
  };
  const heading = (more: StyleOf, children: readonly Markup[]): Markup[] => [
    element(`h${level}`, { ...look, ...more }, children),
  ];
  const boxed = (more: StyleOf, children: readonly Markup[] = words): Markup =>
    element('span', { display: 'inline-block', ...more }, children);
  switch (style) {
    case 'plain':
      return heading({}, words);
    case 'underline':
      return heading({ 'padding-bottom': px(6), 'border-bottom': `1px solid ${accent}` }, words);
    case 'bar':
      return heading({ 'padding-left': px(10), 'border-left': `4px solid ${accent}` }, words);
    case 'centred':
      return heading({}, [boxed({ padding: '0 8px 6px', 'border-bottom': `2px solid ${accent}` })]);
    case 'badge':
      return heading({}, [
        boxed({
          padding: '4px 18px',
          'border-radius': '999px',
          color: inkOn(accent),
          'background-color': accent,
        }),
      ]);
    case 'box':
      return heading({}, [
        boxed({
          padding: '4px 12px',
          'background-color': tint(accent, 0.14),
          'border-left': `4px solid ${accent}`,
        }),
      ]);
    case 'number':
      return heading({}, [
        boxed(
          {
            'margin-right': '10px',
            padding: '0 8px',
            'border-radius': '4px',
            color: inkOn(accent),
            'background-color': accent,
          },
          [String(number).padStart(2, '0')],
        ),
        ...words,
      ]);
    case 'ribbon':
      return heading({ 'border-bottom': `2px solid ${accent}` }, [
        boxed({
          padding: '4px 16px',
          'border-radius': '4px 16px 0 0',
          color: inkOn(accent),
          'background-color': accent,
        }),
      ]);
    case 'brackets':
      return heading({}, [
        element('span', { color: accent }, ['「']),
        ...words,
        element('span', { color: accent }, ['」']),
      ]);
  }
}
