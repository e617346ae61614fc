import type { Block, ImageBlock } from '#shared/rich/blocks.ts';
import { element, isHollow, joined, type Markup, writeMarkup } from '../markup.ts';
import type { ArticleTheme } from '../theme.ts';
import { calloutNodes, codeNodes, dividerNodes, quoteNodes, tableNodes } from './boxes.ts';
import { endNodes, introNodes } from './ends.ts';
import { addressOf, type Reference, withoutForeign } from './foreign.ts';
import { headingNodes, textAlign } from './headings.ts';
import { listNodes } from './lists.ts';
import { inlineNodes, lines, plainWords } from './words.ts';

const widths = { full: '100%', half: '60%', small: '36%' } as const;
const broken = (): Markup => element('br', {}, []);

function imageNodes(image: ImageBlock, theme: ArticleTheme): Markup[] {
  const { radius, shadow, caption, captionSize } = theme.image;
  const address = addressOf(image);
  const words = lines(image.caption);
  const picture =
    address === ''
      ? []
      : [
          element(
            'img',
            {
              width: widths[image.width],
              'max-width': '100%',
              height: 'auto',
              'vertical-align': 'middle',
              'border-radius': radius > 0 ? `${radius}px` : null,
              'box-shadow': shadow ? '0 4px 14px rgba(0,0,0,0.14)' : null,
            },
            [],
            { src: address, alt: plainWords(image.alt) },
          ),
        ];
  return [
    element('section', { margin: `0 0 ${theme.body.gap}px`, 'text-align': 'center' }, [
      ...picture,
      ...(words.length > 0
        ? [
            element(
              'p',
              { margin: '8px 0 0', 'font-size': `${captionSize}px`, 'line-height': '1.5', color: caption },
              words,
            ),
          ]
        : []),
    ]),
  ];
}

function referenceNodes(references: readonly Reference[], theme: ArticleTheme): Markup[] {
  if (references.length === 0) return [];
  const title = lines(theme.link.references);
  return [
    element(
      'section',
      { margin: `${theme.body.gap + 12}px 0 0`, 'font-size': '0.84em', color: theme.image.caption },
      [
        ...(title.length > 0 ? [element('p', { margin: '0 0 6px', 'font-weight': 'bold' }, title)] : []),
        ...references.map(({ number, words, address }) =>
          element('p', { margin: '0 0 4px', 'word-break': 'break-all' }, [
            `[${number}] ${words}: ${address}`,
          ]),
        ),
      ],
    ),
  ];
}

/** Spaces in a row that a reader shall see: all but the last hold. */
function held(nodes: readonly Markup[]): Markup[] {
  return joined(nodes).map((node) =>
    typeof node === 'string'
      ? node.replaceAll(/[ \f]{2,}/g, (spaces) => `${'\u00a0'.repeat(spaces.length - 1)} `)
      : { ...node, children: held(node.children) },
  );
}

/** Marks around nothing taken off; a space that stood in them stays. */
function filled(nodes: readonly Markup[]): Markup[] {
  return joined(
    nodes.flatMap((node): Markup[] => {
      if (typeof node === 'string') return [node];
      const children = filled(node.children);
      if (!isHollow({ ...node, children })) return [{ ...node, children }];
      return children.some((child) => typeof child === 'string') && /^(span|strong|em|code|a)$/.test(node.tag)
        ? [' ']
        : [];
    }),
  );
}

function blockNodes(block: Block, theme: ArticleTheme, count: (level: 1 | 2 | 3) => number): Markup[] {
  const words = 'inlines' in block ? filled(inlineNodes(block.inlines, theme)) : [];
  const seen = words.every(isHollow) ? [broken()] : words;
  switch (block.kind) {
    case 'paragraph':
      return [
        element(
          'p',
          {
            margin: `0 0 ${theme.body.gap}px`,
            'text-indent': theme.body.indent && block.align === 'start' ? '2em' : null,
            'text-align': textAlign[block.align],
          },
          seen,
        ),
      ];
    case 'heading': {
      const look = theme.headings[block.level - 1] ?? theme.headings[0];
      return headingNodes(seen, block.level, count(block.level), block.align, look);
    }
    case 'quote':
      return quoteNodes(seen, theme);
    case 'callout':
      return calloutNodes(block.tone, seen, theme);
    case 'code':
      return codeNodes(block.text, theme);
    case 'list':
      return listNodes(block, theme);
    case 'table':
      return tableNodes(
        block.header,
        block.rows.map((row) =>
          row.map((cell) => {
            const nodes = filled(inlineNodes(cell, theme));
            return nodes.every(isHollow) ? [broken()] : nodes;
          }),
        ),
        theme,
      );
    case 'image':
      return imageNodes(block, theme);
    case 'divider':
      return dividerNodes(theme);
  }
}

/**
 * An article as HTML with every style on its element, in the subset that WeChat's editor keeps; pictures of the
 * library are named `asset:<id>`. What the theme does not turn into footnotes or placeholders is still in it as
 * written, so that a simulated clean-up can tell what would be lost. The theme's colours must be resolved (`withBrand`).
 */
export function renderArticle(given: readonly Block[], theme: ArticleTheme): string {
  const { blocks, references } = withoutForeign(given, theme);
  const counts = { 1: 0, 2: 0, 3: 0 };
  const count = (level: 1 | 2 | 3): number => {
    counts[level] += 1;
    return counts[level];
  };
  const content = [
    ...introNodes(theme),
    ...blocks.flatMap((block) => blockNodes(block, theme, count)),
    ...referenceNodes(references, theme),
    ...endNodes(theme),
  ];
  const { body } = theme;
  const root = element(
    'section',
    {
      padding: `${body.background === null ? 0 : 20}px ${body.padding}px`,
      'font-size': `${body.size}px`,
      'line-height': String(body.lineHeight),
      'letter-spacing': `${body.letterSpacing}px`,
      'text-align': body.justify ? 'justify' : 'left',
      'word-break': 'break-word',
      color: body.colour,
      'background-color': body.background,
    },
    content,
  );
  return writeMarkup(held(filled([root])));
}
