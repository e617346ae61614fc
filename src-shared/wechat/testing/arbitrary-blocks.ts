import fc from 'fast-check';
import {
  type Block,
  calloutTones,
  imageWidths,
  type Inline,
  type ListBlock,
  type TextRun,
} from '#shared/rich/blocks.ts';

/** Words with everything that makes HTML difficult. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '春日 踏青',
    '  two  spaces ',
    '\t',
    'a\nb',
    '<b>&nbsp;"',
    ' ',
    '',
    '\u0000\r\n',
    '\ud800',
    '👩‍👩‍👧',
  ),
);
const flag = fc.constantFrom(true as const, undefined);
const run: fc.Arbitrary<TextRun> = fc
  .record({ text: words, bold: flag, italic: flag, underline: flag, strike: flag, code: flag })
  .map(({ text, ...marks }) => ({
    kind: 'text',
    text,
    ...Object.fromEntries(Object.entries(marks).filter(([, on]) => on)),
  }));
const address = fc.constantFrom(
  'https://mp.weixin.qq.com/s/abc?x=1&y=2',
  'https://example.com/a b"c',
  'javascript:alert(1)',
  '',
  'mailto:a@b.c',
);
export const arbitraryInlines: fc.Arbitrary<Inline[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: run as fc.Arbitrary<Inline> },
    { weight: 1, arbitrary: fc.constant<Inline>({ kind: 'break' }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('link' as const),
        url: address,
        runs: fc.array(run, { maxLength: 3 }),
      }),
    },
  ),
  { maxLength: 6 },
);
const align = fc.constantFrom('start', 'center', 'end', 'justify') as fc.Arbitrary<
  'start' | 'center' | 'end' | 'justify'
>;

const listOf = (inner: fc.Arbitrary<ListBlock[]>): fc.Arbitrary<ListBlock> =>
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    start: fc.integer({ min: 0, max: 200 }),
    items: fc.array(
      fc.record({
        inlines: arbitraryInlines,
        checked: fc.constantFrom(null, true, false),
        lists: inner,
      }),
      { maxLength: 3 },
    ),
  });
const list = listOf(fc.array(listOf(fc.array(listOf(fc.constant([])), { maxLength: 1 })), { maxLength: 1 }));

const block: fc.Arbitrary<Block> = fc.oneof(
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
    tone: fc.constantFrom(...calloutTones),
    inlines: arbitraryInlines,
  }),
  fc.record({ kind: fc.constant('code' as const), language: fc.constant('ts'), text: words }),
  list,
  fc.record({
    kind: fc.constant('table' as const),
    header: fc.boolean(),
    rows: fc.array(fc.array(arbitraryInlines, { maxLength: 3 }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('image' as const),
    assetId: fc.constantFrom(null, '0197a1b2-0000-7000-8000-000000000001'),
    url: fc.constantFrom(
      null,
      'https://example.com/a.png',
      'https://mmbiz.qpic.cn/x/640',
      'data:image/svg+xml,<svg/>',
    ),
    alt: words,
    caption: words,
    width: fc.constantFrom(...imageWidths),
  }),
  fc.constant<Block>({ kind: 'divider' }),
);

/** Any text that the editor can hold, and some that it cannot. */
export const arbitraryBlocks: fc.Arbitrary<Block[]> = fc.array(block, { maxLength: 6 });
