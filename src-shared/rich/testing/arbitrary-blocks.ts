import fc from 'fast-check';
import type { Block, Inline, ListBlock, TextRun } from '../blocks.ts';
import { joinedInlines, joinedRuns } from '../runs.ts';

/** Words as people and mischief write them: both scripts, signs of Markdown and HTML, spaces in odd places. */
const words = fc
  .array(
    fc.constantFrom(
      '春天',
      '重要：',
      '，',
      '。',
      '（注）',
      'spring',
      'Sale',
      ' ',
      '  ',
      '*',
      '**',
      '_',
      '~~',
      '`',
      '``',
      '[',
      '](',
      ')',
      '!',
      '\\',
      '#',
      '# ',
      '> ',
      '- ',
      '1. ',
      '2024. ',
      '|',
      '---',
      '&amp;',
      '&#35;',
      '&',
      '<u>',
      '</u>',
      '<b>',
      '<script>',
      '<',
      '"',
      "'",
      '👍🏽',
      '\u3000',
      'a_b_c',
      'https://example.com/a_b_c?x=1&y=2',
      '[x]',
      '[ ] ',
      '![',
      '^',
      '~',
      '=',
      '==',
      '+',
      '```',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));

const flag = fc.constantFrom(true as const, undefined);

const run: fc.Arbitrary<TextRun> = fc
  .record({ text: words, bold: flag, italic: flag, underline: flag, strike: flag, code: flag })
  .map(({ text, ...marks }) => {
    const made: TextRun = { kind: 'text', text };
    for (const mark of ['bold', 'italic', 'underline', 'strike', 'code'] as const)
      if (marks[mark]) made[mark] = true;
    return made;
  });

const address = fc.constantFrom(
  'https://example.com/',
  'https://zh.wikipedia.org/wiki/%E6%98%A5_(a)?x=1&y=2&amp;z#part',
  'http://example.com/a_b*c',
  'mailto:shop@example.com',
);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: run },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'break' }) },
  {
    weight: 1,
    arbitrary: fc
      .record({ url: address, runs: fc.array(run, { minLength: 1, maxLength: 2 }) })
      .map(({ url, runs }): Inline => ({ kind: 'link', url, runs: joinedRuns(runs) })),
  },
);

export const arbitraryInlines: fc.Arbitrary<Inline[]> = fc.array(inline, { maxLength: 4 }).map(joinedInlines);

function arbitraryList(depth: number): fc.Arbitrary<ListBlock> {
  const lists =
    depth === 0 ? fc.constant<ListBlock[]>([]) : fc.array(arbitraryList(depth - 1), { maxLength: 1 });
  return fc
    .record({
      kind: fc.constantFrom('bullet', 'number', 'check'),
      start: fc.integer({ min: 0, max: 120 }),
      items: fc.array(fc.record({ inlines: arbitraryInlines, checked: fc.boolean(), lists }), {
        minLength: 1,
        maxLength: 3,
      }),
    })
    .map(({ kind, start, items }) => ({
      kind: 'list',
      ordered: kind === 'number',
      start: kind === 'number' ? start : 1,
      items: items.map((item) => ({ ...item, checked: kind === 'check' ? item.checked : null })),
    }));
}

const align = fc.constantFrom('start' as const, 'center' as const, 'end' as const, 'justify' as const);

const table: fc.Arbitrary<Block> = fc
  .record({
    header: fc.boolean(),
    width: fc.integer({ min: 1, max: 3 }),
    height: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ header, width, height }) =>
    fc.record({
      kind: fc.constant('table' as const),
      header: fc.constant(header),
      rows: fc.array(fc.array(arbitraryInlines, { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    }),
  );

/** Any block that the editor can hold. */
export const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), align, inlines: arbitraryInlines }),
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.constantFrom(1 as const, 2 as const, 3 as const),
    align,
    inlines: arbitraryInlines,
  }),
  fc.record({ kind: fc.constant('quote' as const), inlines: arbitraryInlines }),
  fc.record({
    kind: fc.constant('callout' as const),
    tone: fc.constantFrom('note' as const, 'tip' as const, 'warning' as const),
    inlines: arbitraryInlines,
  }),
  fc.record({
    kind: fc.constant('code' as const),
    language: fc.constantFrom('', 'ts', 'c++'),
    text: fc.array(words, { maxLength: 3 }).map((lines) => lines.join('\n')),
  }),
  arbitraryList(2),
  table,
  fc
    .record({
      kind: fc.constant('image' as const),
      assetId: fc.constantFrom('picture1', null),
      url: fc.constant(null),
      alt: fc.constantFrom('', 'A [red] kite', '风筝*'),
      caption: fc.constantFrom('', 'Caption “so” \\ "said"'),
      width: fc.constantFrom('full' as const, 'half' as const, 'small' as const),
    })
    .map((image) =>
      image.assetId === null
        ? { ...image, width: 'full' as const, url: 'https://example.com/a (1).png'.replace(' ', '') }
        : image,
    ),
  fc.constant<Block>({ kind: 'divider' }),
);

export const arbitraryBlocks: fc.Arbitrary<Block[]> = fc.array(arbitraryBlock, { maxLength: 6 });
