import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../blocks.ts';
import { arbitraryBlocks } from '../testing/arbitrary-blocks.ts';
import { wordsOf } from '../runs.ts';
import { htmlOf } from '../to-html.ts';
import { markdownOf } from '../to-markdown.ts';
import { readHtml } from './read-html.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8');

/** What each program's HTML is read as, in Markdown. */
const expected: Record<string, { markdown: string[]; lost?: number }> = {
  word: {
    lost: 1,
    markdown: [
      '# Spring campaign',
      '## Goals',
      '**Reach** and *trust*, see the [plan](https://example.com/plan).',
      '- First point',
      '    3. Inner three',
      '- Second point',
      '| Channel | Posts |',
      '| --- | --- |',
      '| 小红书 | 12 |',
      '~~old~~ <u>new</u>',
    ],
  },
  'google-docs': {
    markdown: [
      '# Launch notes',
      '**Bold** then *italic* and [a link](https://example.com/a?b=1)',
      '~~gone~~',
      '- One',
      '    - Inner',
      '- Two',
      '- [x] ~~Done~~',
      '|  |  |',
      '| --- | --- |',
      '| A | B |',
      '![](https://lh7-rt.googleusercontent.com/docsz/AD_4nX?key=1)',
    ],
  },
  libreoffice: {
    markdown: [
      '# Report',
      '**要点**：a *soft* line break',
      '4. four',
      '5. five',
      '    - inner',
      '<u>signed</u>',
      '> A quotation',
    ],
  },
  wechat: {
    markdown: [
      '**春日上新**',
      '　　这个春天，**第三家店**开业了。',
      '![图片](https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg)',
      '> 好喝，还会再来。',
      '- 地址：人民路 8 号',
      '- 时间：`9:00–21:00`',
      '```javascript',
      'const a = 1;',
      '  a++;',
      '```',
      '[上一篇](http://mp.weixin.qq.com/s?__biz=MzA&mid=1#rd)　阅读原文',
      '---',
    ],
  },
  notion: {
    markdown: [
      '## Plan',
      'Text with `code` and **bold**',
      '- [x] Brief',
      '- [ ] Photos',
      '- [ ] Typed task',
      '> [!TIP] Mind the light',
      '> [!WARNING] Careful',
      '```typescript',
      'const a = 1;',
      '  const b = 2;',
      '```',
      'Toggle',
      'inside',
      '![](https://prod-files-secure.s3.us-west-2.amazonaws.com/a/b.png "The shop")',
      '---',
    ],
  },
  feishu: {
    markdown: [
      '# 上新计划',
      '普通**加粗***斜体*~~删除~~',
      '- 第一',
      '- [x] 已拍照',
      '- [ ] 未写文案',
      '> [!NOTE] 注意光线',
      '```python',
      'print(1)',
      'print(2)',
      '```',
      '|  |  |',
      '| --- | --- |',
      '| 合并 |  |',
      '| 甲 | 乙 |',
    ],
  },
  yuque: {
    markdown: [
      '## 品牌故事',
      '**重要：**请看[文档](https://www.yuque.com/a/b)',
      '> [!WARNING] 别忘了授权',
      '- [x] 校对',
      '```javascript',
      'let a = 1;',
      'let b;',
      '```',
      '![图](https://cdn.nlark.com/yuque/0/2026/png/1/a.png)',
    ],
  },
  excel: {
    markdown: [
      '|  |  |  |',
      '| --- | --- | --- |',
      '| Product | Price | Date |',
      '| 春茶 & tea | 1,280.00 | 2026/3/1 |',
      '|  | 99 |  |',
    ],
  },
  'google-sheets': { markdown: ['| City | Shops |', '| --- | --- |', '| 上海<br>Shanghai | 3 |'] },
  'web-page': {
    markdown: [
      '# How to *brew*',
      'A paragraph over lines with a relative, [a full](https://example.com/x) and [a mail](mailto:hi@example.com) link1.',
      'One',
      'Two',
      'Three',
      '### Small head',
      'Term',
      'Meaning',
      'Layout left',
      'Layout right',
      '| Name | Value |',
      '| --- | --- |',
      '| a \\| b | • x<br>• y |',
      '![A cup](https://example.com/cup.jpg "Morning")',
      'Great 🎉 news',
      '**half**-<u>lined</u>',
    ],
  },
};

describe('HTML of other programs', () => {
  it.each(Object.entries(expected))('%s', (name, { markdown, lost = 0 }) => {
    const read = readHtml(fixture(name));
    expect(markdownOf(read.blocks).split('\n')).toEqual(markdown);
    expect(read.lostPictures).toBe(lost);
  });

  it('keeps the alignment of paragraphs', () => {
    const centred = readHtml(fixture('google-docs')).blocks[1];
    expect(centred).toMatchObject({ kind: 'paragraph', align: 'center' });
  });
});

/** Every word and address of blocks. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

describe('hostile HTML', () => {
  it('leaves words, and links and pictures of the web only', () => {
    const { blocks } = readHtml(fixture('hostile'));
    const read = JSON.stringify(blocks);
    for (const words of ['kept words', 'form words', 'moving', '<script>words</script>'])
      expect(read).toContain(words);
    const urls = [...read.matchAll(/"url":"([^"]*)"/g)].map((found) => found[1]);
    expect(urls).toEqual(['https://evil.example/track.png', 'https://ok.example/']);
    const html = htmlOf(blocks);
    expect(html).not.toMatch(
      /<(?:script|svg|math|iframe|style|form|input|object|embed|meta|base|link|template)/i,
    );
    expect(html).not.toMatch(/<[^>]*\son\w+=/i);
    expect(html).not.toMatch(/<[^>]*(?:javascript|vbscript):/i);
  });

  it('does not run out of stack or time on what nests or is long', () => {
    const deep = `${'<div><b>'.repeat(20_000)}deep words${'</b></div>'.repeat(20_000)}`;
    expect(strings(readHtml(deep).blocks)).toContain('deep words');
    expect(readHtml('<ul><li>'.repeat(5_000)).blocks).toEqual([]);
    expect(readHtml(`<p>${'<b>'.repeat(100_000)}words`).blocks.length).toBeGreaterThan(0);
    const long = `<p style="font-weight:700">字<i>a</i> &amp; b</p>`.repeat(5_000);
    expect(readHtml(long).blocks).toHaveLength(5_000);
    expect(readHtml('<'.repeat(400_000)).blocks).toHaveLength(1);
    const sheet = `<table>${`<tr>${'<td>1</td>'.repeat(100)}</tr>`.repeat(500)}</table>`;
    const [table] = readHtml(sheet).blocks;
    expect(table?.kind === 'table' && table.rows.length).toBe(200);
    expect(
      readHtml('<table><tr><td colspan=1000000 rowspan=1000000>a</td><td>b</td></tr></table>').blocks,
    ).toHaveLength(1);
  });

  it('reads any mixture of tags without failing', () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<ul>',
      '<li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<b>',
      '</b>',
      'a',
      ' ',
      '字',
      '<br>',
      '<pre>',
      '<code>',
      '<a href="https://a.example">',
      '</a>',
      '<img src="https://a.example/b.png">',
      '<h1>',
      '<blockquote>',
      '<figure>',
      '<svg>',
      '<!--',
      '-->',
      '<section style="',
      '">',
      '&#0;',
      '<input type=checkbox>',
      '<p style="mso-list:l0 level9 lfo1">',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) =>
        Array.isArray(readHtml(parts.join('')).blocks),
      ),
      { numRuns: 1000, seed: 5 },
    );
  });
});

/** All letters of blocks; signs of checks are read as checks. */
function letters(blocks: Block[]): string {
  const words = blocks.flatMap((block): string[] => {
    if (block.kind === 'image' || block.kind === 'divider') return [];
    if (block.kind === 'code') return [block.text];
    if (block.kind === 'table') return block.rows.flat().map(wordsOf);
    if (block.kind !== 'list') return [wordsOf(block.inlines)];
    return block.items.flatMap((item) => [wordsOf(item.inlines), letters(item.lists)]);
  });
  return words.join('').replace(/[[\]xX\s]/g, '');
}

describe('HTML of Galley', () => {
  it('loses no word and no picture on the way', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const read = readHtml(htmlOf(blocks)).blocks;
        const pictures = (all: Block[]): Block[] => all.filter((block) => block.kind === 'image');
        expect(letters(read)).toBe(letters(blocks));
        expect(pictures(read)).toEqual(pictures(blocks));
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});
