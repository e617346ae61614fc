import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PostChange } from '#shared/contract/posts.ts';
import { createPlanHandlers } from '#main/api/plan.ts';
import { createPostHandlers } from '#main/api/posts.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';

let workspace: TestWorkspace;
let posts: ReturnType<typeof createPostHandlers>;
let now = Date.parse('2026-11-22T08:00:00.000Z');

beforeEach(() => {
  workspace = createTestWorkspace();
  now = Date.parse('2026-11-22T08:00:00.000Z');
  posts = createPostHandlers({ ...workspace.context, clock: { now: () => new Date(now) } });
});
afterEach(() => workspace.remove());

const create = (change: PostChange) => posts['posts.create']({ change, schedule: null });

it('keeps the state before a save every ten minutes, and any state under a name', async () => {
  let post = await create({ title: 'First', body: 'one' });
  const save = async (body: string, minutes: number): Promise<void> => {
    now += minutes * 60_000;
    post = await posts['posts.save']({ id: post.id, revision: post.revision, change: { body } });
  };
  await save('two', 1);
  await save('three', 1);
  await save('four', 10);
  await posts['posts.keepRevision']({ id: post.id, name: 'Before the client' });
  const kept = await posts['posts.revisions']({ id: post.id });
  expect(kept.map(({ name, excerpt, length }) => [name, excerpt, length])).toEqual([
    ['Before the client', 'four', 4],
    ['', 'three', 5],
    ['', 'one', 3],
  ]);
  workspace.reopen();
  const { body } = await posts['posts.revision']({ id: post.id, revision: kept[2]?.id ?? '' });
  expect(body).toBe('one');
  expect(() => posts['posts.revision']({ id: kept[0]?.id ?? '', revision: kept[2]?.id ?? '' })).toThrow(
    /no longer/,
  );
});

it('restores words and platform versions, not what is published, and keeps the state before', async () => {
  let post = await create({
    title: 'First',
    body: 'one',
    targets: [
      { format: 'x/post', overrides: { body: 'x one' } },
      { format: 'weibo/post', overrides: {} },
    ],
  });
  const kept = await posts['posts.keepRevision']({ id: post.id, name: 'start' });
  post = await posts['posts.save']({
    id: post.id,
    revision: post.revision,
    change: {
      body: 'two',
      targets: [
        { id: post.targets[0]?.id, format: 'x/post', overrides: { body: 'x two' } },
        { format: 'bluesky/post', overrides: {} },
      ],
    },
  });
  await posts['posts.markPublished']({
    id: post.id,
    targetId: post.targets[0]?.id ?? '',
    published: { at: '2026-11-22T09:00:00Z', url: 'https://x.com/galley/1' },
  });
  now += 60_000;
  const restored = await posts['posts.restoreRevision']({ id: post.id, revision: kept.id });
  expect(restored.body).toBe('one');
  expect(restored.targets.map(({ format, overrides, status }) => [format, overrides.body, status])).toEqual([
    ['x/post', 'x two', 'published'],
    ['weibo/post', undefined, 'planned'],
  ]);
  const [before] = await posts['posts.revisions']({ id: post.id });
  expect(before?.excerpt).toBe('two');
});

it('records publishing with time and link, derives the state of the post, and can be undone', async () => {
  const plan = createPlanHandlers(workspace.context);
  const post = await create({
    body: 'one',
    status: 'approved',
    targets: [
      { format: 'x/post', overrides: {} },
      { format: 'weibo/post', overrides: {} },
    ],
  });
  const mark = (index: number, url: string) =>
    posts['posts.markPublished']({
      id: post.id,
      targetId: post.targets[index]?.id ?? '',
      published: { at: '2026-11-22T17:00:00+08:00', url },
    });
  await mark(0, 'https://x.com/galley/1');
  const half = await posts['posts.get']({ id: post.id });
  expect(half.status).toBe('approved');
  expect(half.targets[0]).toMatchObject({
    status: 'published',
    publishedAt: '2026-11-22T09:00:00.000Z',
    publishedUrl: 'https://x.com/galley/1',
  });
  await mark(1, '');
  expect((await posts['posts.get']({ id: post.id })).status).toBe('published');
  workspace.reopen();
  await plan['plan.undo']({});
  const back = await posts['posts.get']({ id: post.id });
  expect(back).toMatchObject({
    status: 'approved',
    targets: [{ status: 'published' }, { status: 'planned' }],
  });
  await plan['plan.redo']({});
  expect((await posts['posts.get']({ id: post.id })).status).toBe('published');
  await posts['posts.markPublished']({ id: post.id, targetId: post.targets[0]?.id ?? '', published: null });
  expect(await posts['posts.get']({ id: post.id })).toMatchObject({
    status: 'approved',
    targets: [{ status: 'planned', publishedAt: null, publishedUrl: null }, { status: 'published' }],
  });
});
