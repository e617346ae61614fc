import type { ListBlock } from '#shared/rich/blocks.ts';
import { inkOn } from '../colours.ts';
import { element, type Markup } from '../markup.ts';
import type { ArticleTheme } from '../theme.ts';
import { inlineNodes } from './words.ts';

/** Deeper lists are set as deep as this one. */
const deepest = 6;

const badge = 1.9;
const plain = 1.7;

/** Words of the mark before an item. */
export function markOf(
  theme: ArticleTheme,
  ordered: boolean,
  number: number,
  checked: boolean | null,
): string {
  if (checked !== null) return checked ? '☑' : '☐';
  if (!ordered) return theme.list.bullet;
  return theme.list.number === 'plain'
    ? `${number}.`
    : theme.list.number === 'padded'
      ? String(number).padStart(2, '0')
      : String(number);
}

/**
 * Lists as paragraphs with marks of their own: the platform's editor changes lists inside lists, and its marks take
 * no colour.
 */
export function listNodes(list: ListBlock, theme: ArticleTheme, depth = 0): Markup[] {
  return list.items.flatMap((item, index) => {
    const mark = markOf(theme, list.ordered, list.start + index, item.checked);
    const badged = list.ordered && item.checked === null && theme.list.number === 'badge';
    const width = badged ? badge : plain;
    const words = inlineNodes(item.inlines, theme);
    const sign = element(
      'span',
      {
        display: 'inline-block',
        width: badged ? '1.4em' : `${width}em`,
        'margin-right': badged ? '0.5em' : null,
        'text-indent': '0',
        'text-align': badged ? 'center' : null,
        'line-height': badged ? '1.4' : null,
        'border-radius': badged ? '4px' : null,
        'font-weight': 'bold',
        color: badged ? inkOn(theme.list.colour) : theme.list.colour,
        'background-color': badged ? theme.list.colour : null,
      },
      [mark],
    );
    const last = depth === 0 && index === list.items.length - 1 && item.lists.length === 0;
    const inward = Math.round((Math.min(depth, deepest) * plain + width) * 100) / 100;
    return [
      element(
        'p',
        {
          margin: `0 0 ${last ? theme.body.gap : Math.round(theme.body.gap / 3)}px`,
          'padding-left': `${inward}em`,
          'text-indent': `-${width}em`,
        },
        [sign, ...words],
      ),
      ...item.lists.flatMap((inner) => listNodes(inner, theme, depth + 1)),
    ];
  });
}
