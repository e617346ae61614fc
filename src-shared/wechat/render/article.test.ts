import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '#shared/rich/blocks.ts';
import { finishArticle, picturesOf, withPictures } from '../article.ts';
import { simulate } from '../clean/clean.ts';
import { withBrand } from '../colours.ts';
import { arbitraryBlocks } from '../testing/arbitrary-blocks.ts';
import {
  type ArticleTheme,
  articleThemeSchema,
  dividerStyles,
  headingStyles,
  quoteStyles,
} from '../theme.ts';
import { shippedThemes, usualTheme } from '../themes/shipped.ts';
import { renderArticle } from './article.ts';

/** A theme that turns everything foreign into something that stays. */
const fixing = (theme: ArticleTheme): ArticleTheme => ({
  ...theme,
  link: { ...theme.link, foreign: 'footnotes' },
  image: { ...theme.image, foreign: 'placeholder' },
  intro: { ...theme.intro, on: true, text: '导语  with spaces' },
  end: { ...theme.end, on: true },
  signature: { ...theme.signature, on: true, text: '文 / 编辑部' },
});
const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  align: 'start',
  inlines: [{ kind: 'text', text }],
});

describe.each(shippedThemes)('$id', ({ theme, name }) => {
  test('is a theme with a name in both languages', () => {
    expect(articleThemeSchema.parse(theme)).toEqual(theme);
    expect(name.zh).toMatch(/\p{Script=Han}/u);
    expect(name.en).not.toBe('');
  });
  test('what is rendered is what survives, for any text', () => {
    const shown = withBrand(fixing(theme), {});
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const html = renderArticle(blocks, shown);
        const { html: after, lost } = simulate(html);
        expect(after).toBe(html);
        expect(lost).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
  test('what is previewed is what survives, also where something is lost', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const { html } = finishArticle(blocks, theme, {});
        expect(simulate(html)).toEqual({ html, lost: [] });
      }),
      { numRuns: 30 },
    );
  });
});

test('every heading, quote and divider style survives', () => {
  const blocks: Block[] = [1, 2, 3].map((level) => ({
    kind: 'heading',
    level: level as 1 | 2 | 3,
    align: 'start',
    inlines: [{ kind: 'text', text: '标题' }],
  }));
  blocks.push({ kind: 'quote', inlines: [{ kind: 'text', text: '引文' }] }, { kind: 'divider' });
  const looks = Math.max(headingStyles.length, dividerStyles.length);
  for (let at = 0; at < looks; at += 1) {
    const style = headingStyles[at % headingStyles.length] ?? 'plain';
    const theme: ArticleTheme = {
      ...usualTheme,
      headings: usualTheme.headings.map((each) => ({ ...each, style })) as ArticleTheme['headings'],
      quote: { ...usualTheme.quote, style: quoteStyles[at % quoteStyles.length] ?? 'bar' },
      divider: { ...usualTheme.divider, style: dividerStyles[at % dividerStyles.length] ?? 'line' },
    };
    const html = renderArticle(blocks, theme);
    expect(simulate(html)).toEqual({ html, lost: [] });
    expect(html).toContain('标题');
    expect(html).toContain('引文');
  }
});

const foreign: Block[] = [
  {
    kind: 'paragraph',
    align: 'start',
    inlines: [
      { kind: 'link', url: 'https://example.com/a', runs: [{ kind: 'text', text: 'one' }] },
      { kind: 'link', url: 'https://mp.weixin.qq.com/s/x', runs: [{ kind: 'text', text: 'ours' }] },
      { kind: 'link', url: 'https://example.com/a', runs: [{ kind: 'text', text: 'again' }] },
    ],
  },
  { kind: 'image', assetId: null, url: 'https://example.com/p.png', alt: '码头', caption: '', width: 'full' },
];

test('foreign links and pictures are told, and gone from the list once they are fixed', () => {
  const told = finishArticle(foreign, usualTheme, {});
  expect(told.lost.map(({ rule, detail, count, fix }) => [rule, detail, count, fix])).toEqual([
    ['foreign-link', 'https://example.com/a', 2, 'footnotes'],
    ['foreign-picture', 'https://example.com/p.png', 1, 'placeholder'],
    ['empty', 'section', 1, undefined],
  ]);
  expect(told.html).not.toContain('example.com');
  const fixed = finishArticle(foreign, fixing(usualTheme), {});
  expect(fixed.lost).toEqual([]);
  expect(fixed.html).toContain('[1] one: https://example.com/a');
  expect(fixed.html.match(/\[1\]/g)).toHaveLength(3);
  expect(fixed.html).not.toContain('[2]');
  expect(fixed.html).toContain('【图片 1：码头】');
  expect(fixed.html).toContain('<a href="https://mp.weixin.qq.com/s/x"');
});

test('brand colours, spaces, code and lists come out as written', () => {
  const brand = shippedThemes.find((each) => each.id === 'brand')?.theme ?? usualTheme;
  const blocks: Block[] = [
    { kind: 'heading', level: 2, align: 'start', inlines: [{ kind: 'text', text: '  两个空格' }] },
    { kind: 'code', language: 'ts', text: 'if (x) {\n\treturn  1;\n}' },
    {
      kind: 'list',
      ordered: true,
      start: 3,
      items: [{ inlines: [{ kind: 'text', text: 'a' }], checked: null, lists: [] }],
    },
  ];
  const { html } = finishArticle(blocks, brand, { accent: '#0A7D3C' });
  expect(html).toContain('border-left:4px solid #0a7d3c');
  expect(html).toContain('if (x) {<br>&nbsp;&nbsp;&nbsp;&nbsp;return&nbsp; 1;<br>}');
  expect(html).toContain('>3.</span>a');
  expect(html).not.toContain('token:');
});

test('an empty line between blocks adds nothing to the theme’s distance; several in a row do', () => {
  const close = finishArticle([paragraph('a'), paragraph('b')], usualTheme, {}).html;
  expect(finishArticle([paragraph('a'), paragraph(''), paragraph('b')], usualTheme, {}).html).toBe(close);
  const wide = [paragraph('a'), paragraph(''), paragraph(' '), paragraph('b')];
  expect(finishArticle(wide, usualTheme, {}).html).toContain('<br></p>');
});

test('library pictures are named by id until their address is known', () => {
  const id = '0197a1b2-0000-7000-8000-000000000001';
  const { html } = finishArticle(
    [{ kind: 'image', assetId: id, url: null, alt: 'a "b"', caption: '图', width: 'half' }, paragraph('x')],
    usualTheme,
    {},
  );
  expect(picturesOf(html)).toEqual([id]);
  expect(withPictures(html, (each) => `/media/picture/${each}?a&b`)).toContain(
    `<img src="/media/picture/${id}?a&amp;b" alt="a &quot;b&quot;"`,
  );
  expect(withPictures(html, () => null)).not.toContain('<img');
});
