import { createHeadlessEditor } from '@lexical/headless';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { $setMarkdown, createMarkdownReader, nodes } from './rich-text.ts';

function editorWith(set: () => void) {
  const editor = createHeadlessEditor({
    nodes,
    onError: (error) => {
      throw error;
    },
  });
  editor.update(set, { discrete: true });
  return editor;
}

function rewritten(markdown: string): string {
  return editorWith(() => $setMarkdown(markdown)).read(createMarkdownReader());
}

/** Top-level nodes that Markdown stands for, without what is the same for all. */
function blocks(markdown: string): Record<string, unknown>[] {
  const state = editorWith(() => $setMarkdown(markdown))
    .getEditorState()
    .toJSON();
  return state.root.children as unknown as Record<string, unknown>[];
}

const lasting = [
  'plain words',
  '# One\n## Two\n### Three',
  '> quoted\n> on two lines',
  '> [!NOTE] take **care**\n> and more',
  '> [!TIP] like so',
  '> [!WARNING] never',
  '- one\n- two',
  '1. one\n2. two',
  '- [ ] open\n- [x] done',
  'above\n---\nbelow',
  '```js\nconst a = 1;\n\n# no heading\n```',
  '`code` and **bold** and *italic* and ~~gone~~',
  'a <u>line</u> below',
  '**<u>both</u>** and <u>**other way**</u>',
  '[words](https://example.org/a)',
  '![alt words](asset:01ABC "A caption")',
  String.raw`![a \[b\] c](asset:01ABC#half)`,
  '![](https://example.org/a.png#small "say \\"hi\\"")',
  '| Name | Price |\n| --- | --- |\n| **Tea** | 3 |\n| a \\| b | [x](https://example.org) |',
  '|  |  |\n| --- | --- |\n| no | header |',
  '| a |\n| --- |\n| one<br>two |',
  'first\n\nthird',
];

describe('Markdown of every block', () => {
  for (const markdown of lasting) {
    it(`lasts: ${JSON.stringify(markdown)}`, () => {
      const once = rewritten(markdown);
      // Nesting of marks may be written the other way round, once.
      if (!markdown.includes('**<u>')) expect(once).toBe(markdown);
      expect(rewritten(once)).toBe(once);
    });
  }

  it('becomes the agreed nodes', () => {
    expect(blocks('> [!TIP] hi')[0]).toMatchObject({ type: 'callout', tone: 'tip' });
    expect(blocks('---')[0]).toMatchObject({ type: 'horizontalrule', version: 1 });
    expect(blocks('![a](asset:x#half "c")')[0]).toMatchObject({
      type: 'image',
      version: 1,
      assetId: 'x',
      url: null,
      alt: 'a',
      caption: 'c',
      width: 'half',
    });
    expect(blocks('```ts\nlet a\n```')[0]).toMatchObject({ type: 'code', language: 'ts' });
    expect(blocks('- [x] done')[0]).toMatchObject({ type: 'list', listType: 'check' });
    expect(blocks('| a |\n| --- |\n| b |')[0]).toMatchObject({
      type: 'table',
      children: [{ children: [{ headerState: 1 }] }, { children: [{ headerState: 0 }] }],
    });
    expect(blocks('a <u>b</u>')[0]).toMatchObject({ children: [{ format: 0 }, { format: 8, text: 'b' }] });
  });

  it('does not take a line with bars for a table without the rule below', () => {
    expect(blocks('| a | b |')[0]).toMatchObject({ type: 'paragraph' });
    expect(rewritten('| a | b |\nwords')).toBe('| a | b |\nwords');
  });

  it('does not take an unfinished underline for one', () => {
    expect(rewritten('a <u>b')).toBe('a <u>b');
  });

  it('is stable after one writing, whatever it says', () => {
    const word = fc.stringMatching(/^[a-z你好世界]{1,6}$/);
    const marked = fc
      .tuple(fc.constantFrom('', '**', '*', '~~', '`'), word)
      .map(([mark, text]) => `${mark}${text}${mark}`);
    const words = fc.array(marked, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    const cell = words.map((text) => text.replaceAll('`', ''));
    const table = fc.integer({ min: 1, max: 4 }).chain((columns) =>
      fc
        .array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 })
        .map(([head = [], ...rows]) => {
          const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
          return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
        }),
    );
    const block = fc.oneof(
      words,
      words.map((text) => `## ${text}`),
      words.map((text) => `> ${text}`),
      words.map((text) => `> [!WARNING] ${text}`),
      words.map((text) => `- [x] ${text}`),
      words.map((text) => `- ${text}\n- ${text}`),
      words.map((text) => `<u>${text}</u>`),
      words.map((text) => `\`\`\`js\n${text}\n\`\`\``),
      word.map((text) => `![${text}](asset:${text} "${text}")`),
      fc.constantFrom('---', ''),
      table,
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (parts) => {
        const once = rewritten(parts.join('\n'));
        expect(rewritten(once)).toBe(once);
      }),
      { numRuns: 150 },
    );
  });

  it('survives anything', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        rewritten(text);
      }),
      { numRuns: 200 },
    );
  });
});
