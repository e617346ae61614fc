import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newId } from '#shared/domain/id.ts';
import { createTestStudio, type TestStudio } from '../testing/studio.ts';

let team: TestStudio;
beforeEach(async () => {
  team = await createTestStudio();
});
afterEach(() => team.remove());

it('lays out every platform version by itself: accounts, threads, alt texts, labels, the page to open', async () => {
  const account = async (handle: string) =>
    team.call('kit.save', {
      kind: 'account',
      name: handle,
      body: { platform: 'x', handle, language: null, hue: null, note: '' },
    });
  const one = await account('@galley');
  const two = await account('@galley/cn');
  const path = join(team.folder, 'photo.png');
  await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#c33' } })
    .png()
    .toFile(path);
  const { imported } = await team.job('assets.import', { sources: [{ kind: 'path', path }] });
  const attachment = {
    ...{ id: newId(), kind: 'asset' as const, refId: imported[0]?.id ?? '', alt: 'A red field' },
    ...{ crop: null, trim: null, coverAt: null },
  };
  const sentence = 'This is one sentence of a long text that does not fit into a single post. ';
  const post = await team.call('posts.create', {
    change: {
      title: 'Long',
      body: sentence.repeat(8).trim(),
      firstComment: 'More at the shop',
      disclosure: { advertising: true, synthetic: false },
      attachments: [attachment],
      targets: [
        {
          format: 'x/post',
          accountId: one.id,
          overrides: { thread: { numbering: 'slash', place: 'end' } },
        },
        { format: 'x/post', accountId: two.id, overrides: { body: 'Short' } },
      ],
    },
    schedule: { local: '2026-12-01T09:00', zone: 'Asia/Shanghai' },
  });
  const { dir, targets } = await team.job('handoff.create', { postId: post.id });
  expect(targets.map(({ dir: folder }) => folder)).toEqual([
    'x-post @galley',
    expect.stringMatching(/^x-post @galley.cn$/),
  ]);
  const [thread, short] = targets;
  expect(thread?.uploadPage).toMatch(/^https:\/\/x\.com\//);
  const parts = thread?.thread ?? [];
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.at(-1)).toMatch(new RegExp(`${parts.length}/${parts.length}$`));
  expect(thread?.steps.map(({ kind }) => kind)).toEqual([
    'open',
    'upload',
    ...parts.map(() => 'paste'),
    'paste',
    'tick',
    'publish',
    'paste',
  ]);
  expect(thread?.steps.find(({ id }) => id === 'upload')?.files).toEqual(['01.jpg']);
  expect(thread?.steps.at(-1)?.text).toBe('More at the shop');
  expect(thread?.checklist[0]?.en).toContain('@galley');
  expect(thread?.findings.map(({ code }) => code)).not.toContain('text-too-long');
  const place = join(dir, thread?.dir ?? '');
  expect(readFileSync(join(place, `thread-1-of-${parts.length}.txt`), 'utf8')).toBe(parts[0]);
  expect(readFileSync(join(place, 'alt-texts.txt'), 'utf8')).toBe('01.jpg\nA red field\n');
  expect(short?.thread).toBeNull();
  expect(readdirSync(join(dir, short?.dir ?? ''))).toContain('text.txt');
  const manifest = JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')) as { targets: unknown[] };
  expect(manifest.targets).toHaveLength(2);

  const again = await team.job('handoff.create', { postId: post.id, targetIds: [post.targets[1]?.id ?? ''] });
  expect(again.targets.map(({ accountId }) => accountId)).toEqual([two.id]);
});

it('packs an article with its look as one file, and says how it gets into the editor', async () => {
  const post = await team.call('posts.create', {
    change: {
      title: '秋天的陶器',
      body: '# 新的一批\n**每一只**都不一样。',
      targets: [{ format: 'wechat-article/article' }],
    },
  });
  const { dir, targets } = await team.job('handoff.create', { postId: post.id });
  const [target] = targets;
  expect(target?.files.map(({ name, type }) => [name, type])).toContainEqual(['article.html', 'text/html']);
  expect(target?.steps.find(({ id }) => id === 'article')?.files).toEqual(['article.html']);
  const html = readFileSync(join(dir, target?.dir ?? '', 'article.html'), 'utf8');
  expect(html).toContain('新的一批');
  expect(html).not.toMatch(/<script|class=/);
});
