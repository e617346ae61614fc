import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { blocksOfMarkdown } from './read-markdown.ts';
import { arbitraryBlock, arbitraryBlocks, arbitraryInlines } from './testing/arbitrary-blocks.ts';
import { inlinesOfMarkdown } from './inline-markdown.ts';
import { markdownOfInlines } from './inline-to-markdown.ts';
import { markdownOf } from './to-markdown.ts';

const text = (words: string, marks: object = {}) => ({ kind: 'text', text: words, ...marks });
const line = (words: string) => ({
  kind: 'paragraph',
  align: 'start',
  inlines: words === '' ? [] : [text(words)],
});

describe('inline Markdown', () => {
  it.each([
    ['plain', [text('plain')]],
    ['**bold** and *light*', [text('bold', { bold: true }), text(' and '), text('light', { italic: true })]],
    ['**注意：**请看', [text('注意：', { bold: true }), text('请看')]],
    ['他说**“好”**了', [text('他说'), text('“好”', { bold: true }), text('了')]],
    ['***both***', [text('both', { bold: true, italic: true })]],
    ['a_b_c 2*3*4', [text('a_b_c 2'), text('3', { italic: true }), text('4')]],
    ['~~gone~~ ~kept~', [text('gone', { strike: true }), text(' ~kept~')]],
    ['<u>line</u> <b>', [text('line', { underline: true }), text(' <b>')]],
    ['`a*b*` ``x`y``', [text('a*b*', { code: true }), text(' '), text('x`y', { code: true })]],
    ['\\*no\\*', [text('*no*')]],
    ['https://a.example/x_y_z*', [text('https://a.example/x_y_z*')]],
    [
      '[words](https://a.example/(b) "t")',
      [{ kind: 'link', url: 'https://a.example/(b)', runs: [text('words')] }],
    ],
    [
      '[**b**](mailto:a@b.example)',
      [{ kind: 'link', url: 'mailto:a@b.example', runs: [text('b', { bold: true })] }],
    ],
    ['[words](javascript:alert(1))', [text('words')]],
    ['<https://a.example>', [{ kind: 'link', url: 'https://a.example', runs: [text('https://a.example')] }]],
  ])('%s', (source, expected) => {
    expect(inlinesOfMarkdown(source)).toEqual(expected);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(arbitraryInlines, (inlines) => {
        expect(inlinesOfMarkdown(markdownOfInlines(inlines))).toEqual(inlines);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it.each(['*', '_', '**a ', '*a_', '[', '![', '](', '`', '``` ', '~~', '<u>', '&#', '<https://', '\\'])(
    'hostile repeats of %j are read at once',
    (part) => {
      expect(inlinesOfMarkdown(part.repeat(10_000)).length).toBeGreaterThan(0);
    },
  );
});

describe('Markdown of the composer', () => {
  it('reads every line as a paragraph and every block by its sign', () => {
    const source = [
      '# One',
      '###### Six',
      'first',
      '',
      'second',
      '> said',
      '> again',
      '> [!TIP] hint',
      '- a',
      '    1. b',
      '- c',
      '- [x] done',
      '3. three',
      '---',
      '```ts',
      'let a;',
      '',
      '```',
      '| a | b |',
      '| --- | --- |',
      '| 1 \\| 2 | **3** |',
      '![alt](asset:abc#half "cap")',
      'see ![x](https://a.example/b.png) here',
    ].join('\n');
    const item = (words: string, checked: boolean | null = null, lists: object[] = []) => ({
      inlines: [text(words)],
      checked,
      lists,
    });
    expect(blocksOfMarkdown(source)).toEqual([
      { kind: 'heading', level: 1, align: 'start', inlines: [text('One')] },
      { kind: 'heading', level: 3, align: 'start', inlines: [text('Six')] },
      line('first'),
      line(''),
      line('second'),
      { kind: 'quote', inlines: [text('said'), { kind: 'break' }, text('again')] },
      { kind: 'callout', tone: 'tip', inlines: [text('hint')] },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [item('a', null, [{ kind: 'list', ordered: true, start: 1, items: [item('b')] }]), item('c')],
      },
      { kind: 'list', ordered: false, start: 1, items: [item('done', true)] },
      { kind: 'list', ordered: true, start: 3, items: [item('three')] },
      { kind: 'divider' },
      { kind: 'code', language: 'ts', text: 'let a;\n' },
      {
        kind: 'table',
        header: true,
        rows: [
          [[text('a')], [text('b')]],
          [[text('1 | 2')], [text('3', { bold: true })]],
        ],
      },
      { kind: 'image', assetId: 'abc', url: null, alt: 'alt', caption: 'cap', width: 'half' },
      line('see'),
      { kind: 'image', assetId: null, url: 'https://a.example/b.png', alt: 'x', caption: '', width: 'full' },
      line('here'),
    ]);
  });

  it('is stable: what was read and written is read the same again', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const read = blocksOfMarkdown(markdownOf(blocks));
        expect(blocksOfMarkdown(markdownOf(read))).toEqual(read);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('reads any text without failing and stable', () => {
    const mischief = fc.array(
      fc.constantFrom(
        '# ',
        '> ',
        '- ',
        '```',
        '|',
        ' ',
        '\n',
        'a',
        '字',
        '    ',
        '1. ',
        '---',
        '[!NOTE]',
        '![a](b)',
        '[ ] ',
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(mischief, (parts) => {
        const read = blocksOfMarkdown(parts.join(''));
        expect(blocksOfMarkdown(markdownOf(read))).toEqual(read);
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});

describe('Markdown files', () => {
  it('joins wrapped lines, Chinese ones without a space, and keeps hard breaks', () => {
    expect(blocksOfMarkdown('one\ntwo\n\n春天\n来了  \n真的\\\n好', 'file')).toEqual([
      line('one two'),
      {
        kind: 'paragraph',
        align: 'start',
        inlines: [text('春天来了'), { kind: 'break' }, text('真的'), { kind: 'break' }, text('好')],
      },
    ]);
  });

  it('reads lists, tables, callouts, references, front matter, HTML and entities', () => {
    const source = [
      '---',
      'title: A',
      'tags: [b]',
      '---',
      'Title',
      '=====',
      '',
      '- [ ] one',
      '- [x] two',
      '  - in',
      '',
      '> [!WARNING]',
      '> careful',
      '',
      '> said',
      '> ',
      '> - item',
      '',
      '| h |',
      '|---|',
      '| c |',
      '',
      '[ref][r] &copy &amp; <span onclick="x()">in</span>',
      '',
      '    code',
      '',
      '<script>alert(1)</script>',
      '',
      '[r]: https://a.example "t"',
    ].join('\n');
    const inside = {
      kind: 'list',
      ordered: false,
      start: 1,
      items: [{ inlines: [text('in')], checked: null, lists: [] }],
    };
    expect(blocksOfMarkdown(source, 'file')).toEqual([
      { kind: 'heading', level: 1, align: 'start', inlines: [text('Title')] },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          { inlines: [text('one')], checked: false, lists: [] },
          { inlines: [text('two')], checked: true, lists: [inside] },
        ],
      },
      { kind: 'callout', tone: 'warning', inlines: [text('careful')] },
      { kind: 'quote', inlines: [text('said')] },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [{ inlines: [text('item')], checked: null, lists: [] }],
      },
      { kind: 'table', header: true, rows: [[[text('h')]], [[text('c')]]] },
      {
        kind: 'paragraph',
        align: 'start',
        inlines: [{ kind: 'link', url: 'https://a.example', runs: [text('ref')] }, text(' &copy & in')],
      },
      { kind: 'code', language: '', text: 'code' },
    ]);
  });

  it.each<[string, string, Block[]]>([
    [
      'a break behind the words',
      'a\\\n\\\nb',
      [
        {
          kind: 'paragraph',
          align: 'start',
          inlines: [text('a'), { kind: 'break' }, { kind: 'break' }, text('b')],
        } as Block,
      ],
    ],
    ['words that end in a backslash', 'a\\\\\nb', [line('a\\ b') as Block]],
    [
      'tasks between blank lines',
      '- [ ] one\n\n- [x] two',
      [
        {
          kind: 'list',
          ordered: false,
          start: 1,
          items: [
            { inlines: [text('one')], checked: false, lists: [] },
            { inlines: [text('two')], checked: true, lists: [] },
          ],
        } as Block,
      ],
    ],
  ])('reads %s', (_, source, blocks) => {
    expect(blocksOfMarkdown(source, 'file')).toEqual(blocks);
  });

  it('writes inner numbers that do not start at 1, and `!` before a link, so that every program reads them', () => {
    const inner = {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [{ inlines: [text('b')], checked: null, lists: [] }],
    };
    const list = {
      kind: 'list',
      ordered: false,
      start: 1,
      items: [{ inlines: [text('  a')], checked: null, lists: [inner] }],
    };
    expect(markdownOf([list as Block], 'file')).toBe('- a\n\n  3. b\n');
    const link = { kind: 'link', url: 'https://a.example', runs: [text('b')] };
    const called = { kind: 'paragraph', align: 'start', inlines: [text('a!'), link] } as Block;
    expect(markdownOf([called])).toBe('a\\![b](https://a.example)');
  });

  it('keeps every block through writing and reading, but for alignment, empty paragraphs and spaces at ends', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const read = blocksOfMarkdown(markdownOf(blocks, 'file'), 'file');
        expect(blocksOfMarkdown(markdownOf(read, 'file'), 'file')).toEqual(read);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('keeps the kind of each single block', () => {
    fc.assert(
      fc.property(arbitraryBlock, (block: Block) => {
        const words = JSON.stringify(block).includes('春天');
        fc.pre(words);
        expect(blocksOfMarkdown(markdownOf([block], 'file'), 'file').map((read) => read.kind)).toEqual([
          block.kind,
        ]);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it.each(['> ', '- ', '[', '![](', '*a ', '|', '<div>', '```\n', '\t- a\n', '&#35;', '1. \n'])(
    'hostile repeats of %j do not hang',
    (part) => {
      expect(Array.isArray(blocksOfMarkdown(part.repeat(8_000), 'file'))).toBe(true);
    },
  );
});
