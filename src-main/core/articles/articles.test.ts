import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { layoutText } from '#shared/design/text/layout.ts';
import type { Block } from '#shared/rich/blocks.ts';
import { simulate } from '#shared/wechat/clean/clean.ts';
import { withBrand } from '#shared/wechat/colours.ts';
import { articlePictures, tallestPicture } from '#shared/wechat/picture/pictures.ts';
import { headingStyles, type ArticleTheme } from '#shared/wechat/theme.ts';
import { shippedThemes, usualTheme } from '#shared/wechat/themes/shipped.ts';
import { createPainter } from '#main/media/painter/painter.ts';
import type { Studio } from '#main/ports/studio.ts';
import { createTestStudio, projectRoot, type TestStudio } from '../testing/studio.ts';
import { blocksOfMarkdown } from '#shared/rich/read-markdown.ts';

let team: TestStudio;
let studio: Studio;
let folder = '';
let photo = '';

/** Body, list, quote, code and table, with a picture of the library. */
const article = (): string =>
  [
    '## 第一节 Heading',
    '正文里有 **重点**、`code` 和 [外链](https://example.com/a)。',
    '### 小标题',
    '> 引文一句。',
    '> [!TIP] 提示一句。',
    '- 甲\n- 乙\n  - 丙',
    '1. 一\n2. 二',
    '```ts\nif (x) {\n  return 1;\n}\n```',
    '| 列 | Column |\n| --- | --- |\n| 1 | 2 |',
    '---',
    `![码头](asset:${photo} "图一")`,
    '最后一段。',
  ].join('\n\n');

beforeAll(async () => {
  team = await createTestStudio();
  ({ studio, folder } = team);
  const path = join(folder, 'photo.png');
  await sharp({ create: { width: 400, height: 300, channels: 3, background: '#2060c0' } })
    .png()
    .toFile(path);
  const done = await team.job('assets.import', { sources: [{ kind: 'path', path }] });
  photo = done.imported[0]?.id ?? '';
});
afterAll(() => team.remove());

async function paint(body: string, theme: ArticleTheme, type: 'png' | 'jpeg', width = 750) {
  const post = await studio.call('posts.create', { change: { title: '春日长图', body } });
  const input = { postId: post.id, targetId: null, theme, width, type };
  return (await team.job('articles.image', input)).files;
}

/** How many pixels have a colour. */
async function pixelsOf(file: string, hex: string): Promise<number> {
  const { data } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const wanted = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < data.length; at += 3)
    if (wanted.every((value, channel) => data[at + channel] === value)) count += 1;
  return count;
}

function exported(name: string): string {
  return join(folder, 'documents', 'Team', 'exports', name);
}

test('an article is one picture of the asked width, in its theme’s colours, with its photo', async () => {
  const theme = { ...usualTheme, body: { ...usualTheme.body, background: '#fffaf0' } };
  const [file, ...others] = await paint(article(), theme, 'png');
  expect(others).toEqual([]);
  expect(file).toMatchObject({ name: '春日长图.png', width: 750 });
  const path = exported(file?.name ?? '');
  const facts = await sharp(path).metadata();
  expect([facts.width, facts.height]).toEqual([750, file?.height]);
  // The bar of the second heading, the photo, the paper, the code's ground.
  expect(await pixelsOf(path, '#c8371b')).toBeGreaterThan(100);
  expect(await pixelsOf(path, '#2060c0')).toBeGreaterThan(100_000);
  expect(await pixelsOf(path, '#fffaf0')).toBeGreaterThan(100_000);
  expect(await pixelsOf(path, '#f4f5f7')).toBeGreaterThan(10_000);
});

test('what is too tall for one picture is cut between paragraphs', async () => {
  const long = Array.from(
    { length: 260 },
    (_, index) => `第${index}段。${'春日踏青的人们走在江边，'.repeat(6)}`,
  );
  const files = await paint(long.join('\n\n'), usualTheme, 'jpeg', 1080);
  expect(files.length).toBeGreaterThan(1);
  expect(files.map(({ name }) => name)).toEqual(
    files.map((_, index) => `春日长图 ${String(index + 1).padStart(2, '0')}.jpg`),
  );
  for (const { height, width } of files) {
    expect(height).toBeLessThanOrEqual(tallestPicture);
    expect(width).toBe(1080);
  }
});

/** All words of the pictures in the order in which they are read. */
function wordsIn(pictures: ReturnType<typeof articlePictures>): string {
  return pictures
    .flatMap(({ nodes }) => Object.values(nodes).flatMap((node) => (node.type === 'text' ? [node.text] : [])))
    .join('');
}

test('every word is in the pictures, also where one paragraph is taller than a picture', async () => {
  const painter = createPainter({ projectRoot, processes: 1 });
  const text = Array.from({ length: 9000 }, (_, index) => `字${index}`).join('');
  const blocks: Block[] = [
    { kind: 'paragraph', align: 'start', inlines: [{ kind: 'text', text, bold: true }] },
    { kind: 'quote', inlines: [{ kind: 'text', text }] },
  ];
  await painter.prepareLayout({
    width: 10,
    height: 10,
    pages: { p: { id: 'p', name: '', order: 'a0', background: '#ffffff' } },
    nodes: {},
  });
  painter.close();
  const pictures = articlePictures({
    title: '',
    blocks,
    theme: withBrand(usualTheme, {}),
    width: 1080,
    pictureSize: () => null,
  });
  expect(pictures.length).toBeGreaterThan(2);
  expect(wordsIn(pictures)).toBe(text + text);
  for (const { height, nodes } of pictures) {
    expect(height).toBeLessThanOrEqual(tallestPicture);
    for (const node of Object.values(nodes)) {
      expect(node.y + node.height).toBeLessThanOrEqual(height);
      // Each part is as tall as its words: nothing is cut off.
      if (node.type === 'text') expect(layoutText(node).height).toBeLessThanOrEqual(node.height + 1);
    }
  }
});

test('no letter of the pictures is missing in the bundled fonts, in any theme or style of heading', async () => {
  const painter = createPainter({ projectRoot, processes: 1 });
  const looks = [
    ...shippedThemes.map((each) => each.theme),
    ...headingStyles.map((style) => ({
      ...usualTheme,
      headings: usualTheme.headings.map((each) => ({ ...each, style })) as ArticleTheme['headings'],
    })),
  ];
  const blocks = blocksOfMarkdown(`${article()}\n\n- [x] 好\n- [ ] 未`);
  try {
    for (const [index, look] of looks.entries()) {
      const theme = withBrand({ ...look, end: { ...look.end, on: true } }, {});
      const [body] = articlePictures({ title: '题', blocks, theme, width: 375, pictureSize: () => null });
      if (!body) throw new Error('no picture');
      const out = join(folder, `look-${index}.png`);
      const painted = await painter.paintToFile({
        body,
        pageId: 'page',
        scale: 1,
        assetFile: () => null,
        type: 'png',
        out,
      });
      expect(painted.missingGlyphs).toEqual([]);
    }
  } finally {
    painter.close();
  }
});

test('the package of an article holds it as a page of its own that survives the clean-up', async () => {
  const theme = shippedThemes.find(({ id }) => id === 'harbour')?.theme;
  const target = { format: 'wechat-article/article', overrides: { articleTheme: theme } };
  const post = await studio.call('posts.create', {
    change: { title: 'A & <b>', body: article(), targets: [target] },
  });
  const made = await team.job('handoff.create', { postId: post.id });
  const page = readFileSync(join(made.dir, made.targets[0]?.dir ?? '', 'article.html'), 'utf8');
  expect(page).toContain('<title>A &amp; &lt;b&gt;</title>');
  expect(page).toContain('src="data:image/png;base64,');
  expect(page).toContain('color:#2457a6');
  expect(page).not.toMatch(/https:\/\/example\.com|asset:/);
  const inside = /<body[^>]*>\n([\s\S]*)\n<\/body>/.exec(page)?.[1] ?? '';
  expect(simulate(inside)).toEqual({ html: inside, lost: [] });
});
