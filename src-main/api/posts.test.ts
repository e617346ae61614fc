import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/domain/id.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { postSchema } from '#shared/domain/post.ts';
import { createPostHandlers } from './posts.ts';

let studio: TestWorkspace;
let posts: ReturnType<typeof createPostHandlers>;

beforeEach(() => {
  studio = createTestWorkspace();
  posts = createPostHandlers(studio.context);
});
afterEach(() => studio.remove());

const page = { trashed: false, limit: 200, offset: 0 };
const time = { local: '2026-11-22T09:30', zone: 'Asia/Shanghai' };

async function create(
  change: Parameters<(typeof posts)['posts.create']>[0]['change'],
  schedule = null as typeof time | null,
) {
  return posts['posts.create']({ change, schedule });
}

describe('posts', () => {
  it('keeps every field across a restart', async () => {
    const created = await create(
      {
        title: '秋日上新',
        body: '**新品** [链接](https://example.com) 上架',
        document: { root: { children: [] } },
        hashtags: ['秋天', 'new'],
        link: 'https://example.com',
        firstComment: 'first',
        status: 'draft',
        targets: [{ format: 'x/post', overrides: { body: 'Autumn' } }],
        campaign: 'autumn',
        pillar: 'product',
        owner: 'Lin',
        notes: 'check price',
      },
      time,
    );
    studio.reopen();
    const stored = await posts['posts.get']({ id: created.id });
    expect(stored).toEqual(created);
    expect(postSchema.parse(stored)).toEqual(stored);
    const { items, total } = await posts['posts.list'](page);
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      title: '秋日上新',
      excerpt: '新品 链接 上架',
      formats: ['x/post'],
      dueAt: '2026-11-22T01:30:00.000Z',
      thumbnail: null,
    });
    expect(studio.emitted.map((event) => event.name)).toEqual(['records.changed']);
  });

  it('drops an editor state that new words without one have made stale', async () => {
    const post = await create({ body: 'old', document: { root: {} } });
    const renamed = await posts['posts.save']({
      id: post.id,
      revision: post.revision,
      change: { title: 'New' },
    });
    expect(renamed.document).toEqual({ root: {} });
    const written = await posts['posts.save']({
      id: post.id,
      revision: renamed.revision,
      change: { body: 'new' },
    });
    expect(written).toMatchObject({ body: 'new', document: null });
  });

  it('refuses a save over a newer revision and hands back the stored post', async () => {
    const created = await create({ title: 'one' });
    const saved = await posts['posts.save']({ id: created.id, revision: 1, change: { title: 'two' } });
    expect(saved.revision).toBe(2);
    expect(() => posts['posts.save']({ id: created.id, revision: 1, change: { title: 'late' } })).toThrow(
      expect.objectContaining({ code: 'conflict', detail: { current: saved } }),
    );
    expect(await posts['posts.get']({ id: created.id })).toEqual(saved);
  });

  it('keeps the time of a target that stays and drops targets that are missing', async () => {
    const created = await create({
      targets: [
        { format: 'x/post', overrides: {} },
        { format: 'weibo/post', overrides: {} },
      ],
    });
    const [first] = created.targets;
    if (!first) throw new Error('no target');
    await posts['posts.schedule']({ moves: [{ id: created.id, targetId: first.id, schedule: time }] });
    const saved = await posts['posts.save']({
      id: created.id,
      revision: 2,
      change: { targets: [{ id: first.id, format: 'x/post', overrides: { body: 'own' } }] },
    });
    expect(saved.targets).toEqual([{ ...first, overrides: { body: 'own' }, schedule: time }]);
  });

  it('keeps a published target as it is until the post is reopened', async () => {
    const created = await create({ targets: [{ format: 'x/post', overrides: {} }] }, time);
    const published = await posts['posts.save']({
      id: created.id,
      revision: 1,
      change: { status: 'published' },
    });
    expect(published.targets[0]?.status).toBe('published');
    const conflict = expect.objectContaining({ code: 'conflict' });
    expect(() => posts['posts.save']({ id: created.id, revision: 2, change: { targets: [] } })).toThrow(
      conflict,
    );
    expect(() =>
      posts['posts.schedule']({ moves: [{ id: created.id, targetId: null, schedule: null }] }),
    ).toThrow(conflict);
    const reopened = await posts['posts.save']({
      id: created.id,
      revision: 2,
      change: { status: 'draft', targets: [] },
    });
    expect(reopened.targets).toEqual([]);
  });

  it('refuses attachments of things that are not there, and writes nothing', async () => {
    const attachment = {
      id: newId(),
      kind: 'asset' as const,
      refId: newId(),
      alt: '',
      crop: null,
      trim: null,
      coverAt: null,
    };
    expect(() => posts['posts.create']({ change: { attachments: [attachment] }, schedule: null })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
    expect(await posts['posts.list'](page)).toEqual({ items: [], total: 0 });
  });

  it('finds words of any length in both scripts, in overrides too', async () => {
    await create({ title: '秋日上新预告', body: 'ＡＢＣ Coffee 100%' });
    await create({ title: 'other', targets: [{ format: 'x/post', overrides: { body: '茶馆 "quoted"' } }] });
    const count = async (search: string) => (await posts['posts.list']({ ...page, search })).total;
    expect(await count('上新')).toBe(1);
    expect(await count('上新预')).toBe(1);
    expect(await count('茶')).toBe(1);
    expect(await count('abc coffee')).toBe(1);
    expect(await count('100%')).toBe(1);
    expect(await count('0%')).toBe(1);
    expect(await count('"quoted"')).toBe(1);
    expect(await count('coffee 茶')).toBe(0);
    expect(await count('  ')).toBe(2);
    expect(await count('_')).toBe(0);
  });

  it('duplicates without time and with ids of its own', async () => {
    const created = await create({ title: 'a', targets: [{ format: 'x/post', overrides: {} }] }, time);
    const copy = await posts['posts.duplicate']({ id: created.id });
    expect(copy).toMatchObject({ title: 'a', schedule: null, revision: 1 });
    expect(copy.id).not.toBe(created.id);
    expect(copy.targets[0]?.id).not.toBe(created.targets[0]?.id);
  });

  it('says in both languages that a post is gone', () => {
    expect(() => posts['posts.get']({ id: newId() })).toThrow(
      expect.objectContaining({
        code: 'not-found',
        sentence: { en: expect.any(String), zh: expect.any(String) },
      }),
    );
  });

  it('writes a thousand posts in one transaction', () => {
    const { repositories } = studio.session();
    const original = posts['posts.create']({ change: { title: 'seed' }, schedule: time });
    if (original instanceof Promise) throw new Error('expected a value');
    repositories.posts.insertMany(Array.from({ length: 1000 }, () => ({ ...original, id: newId() })));
    expect(repositories.posts.count()).toBe(1001);
  });
});
