import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PlanCheck } from '#shared/contract/checks.ts';
import { newId } from '#shared/domain/id.ts';
import { blankPost, blankTarget } from '#shared/domain/blank-post.ts';
import type { Post } from '#shared/domain/post.ts';
import { createContentRules } from '#main/core/checks/content-rules.ts';
import { loadWordLists } from '#main/core/checks/load-lists.ts';
import { saveKit, trashKit } from '#main/core/kit/kit.ts';
import { loadRulePack } from '#main/core/load-pack.ts';
import { createPictures } from '#main/core/pictures.ts';
import { createEventHub } from '#main/jobs/event-hub.ts';
import { createImageEngine } from '#main/media/images/engine.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { type CheckParts, createCheckHandlers, watchRules } from './checks.ts';

const resources = join(import.meta.dirname, '../../resources');
const loading = loadRulePack(join(resources, 'platforms'));

let studio: TestWorkspace;
let parts: CheckParts;
let checks: ReturnType<typeof createCheckHandlers>;

beforeEach(() => {
  studio = createTestWorkspace();
  parts = {
    context: { ...studio.context, events: createEventHub() },
    rules: createContentRules(() => loadWordLists(join(resources, 'word-lists'))),
    pictures: createPictures(createImageEngine()),
    pack: () => loading,
  };
  checks = createCheckHandlers(parts);
});
afterEach(() => studio.remove());

const job = { id: 'job', signal: new AbortController().signal, progress: () => {} };

function addPost(body: string, change: Partial<Post> = {}): Post {
  const post: Post = {
    ...blankPost(newId(), '2026-01-01T00:00:00.000Z'),
    body,
    status: 'draft',
    targets: [blankTarget(newId(), 'weibo/post')],
    ...change,
  };
  studio.session().repositories.posts.insert(post);
  return post;
}

const run = (): Promise<PlanCheck> => Promise.resolve(checks['checks.run'].run({}, job));

async function switchOff(id: string): Promise<string> {
  const shipped = (await parts.rules.shippedLists()).find((each) => each.id === id);
  if (!shipped) throw new Error(`no list ${id}`);
  const body = { ...shipped.list, on: false, basedOn: id };
  return saveKit(parts.context, { kind: 'word-list', name: id, body }).id;
}

it('checks every open post and keeps the result', async () => {
  expect(await checks['checks.last']({})).toMatchObject({ at: null, rows: [] });
  const post = addPost('保本理财');
  addPost('A cup');
  addPost('保本理财', { status: 'published' });
  addPost('保本理财', { trashedAt: '2026-01-02T00:00:00.000Z' });
  const result = await run();
  expect(result).toMatchObject({ posts: 2, targets: 2, errors: 0, warnings: 1, changed: [] });
  expect(result.rows).toMatchObject([
    { postId: post.id, warnings: 1, findings: [{ code: 'financial-claim', format: 'weibo/post' }] },
  ]);
  expect(await checks['checks.last']({})).toEqual(result);
});

it('tells what a changed list did, and only of posts that nobody edited', async () => {
  const post = addPost('保本理财');
  addPost('保本理财', { updatedAt: '2999-01-01T00:00:00.000Z' });
  await run();
  const id = await switchOff('zh-financial');
  const without = await run();
  expect(without.warnings).toBe(0);
  expect(without.changed).toMatchObject([
    { postId: post.id, added: [], removed: [{ code: 'financial-claim' }] },
  ]);
  trashKit(parts.context, { ids: [id], trashed: true });
  expect((await run()).changed).toMatchObject([{ postId: post.id, added: [{ code: 'financial-claim' }] }]);
  expect((await run()).changed).toEqual([]);
});

it('runs by itself after a list was changed, and says so', async () => {
  addPost('保本理财');
  await run();
  const said = Promise.withResolvers<void>();
  parts.context.events.subscribe((name, payload) => {
    if (name === 'records.changed' && (payload as { kind: string }).kind === 'checks') said.resolve();
  });
  const stop = watchRules(parts, () => {});
  try {
    await switchOff('zh-financial');
    await said.promise;
    expect((await checks['checks.last']({})).changed).toHaveLength(1);
  } finally {
    stop();
  }
});

it('checks one post with its own lists, the brand’s words and its rights', async () => {
  const post = addPost('便宜的茶', { schedule: { local: '2001-01-01T10:00', zone: 'Asia/Shanghai' } });
  const codes = async () => {
    const { targets } = await checks['posts.check']({ id: post.id });
    return targets.flatMap(({ findings }) => findings.map(({ code }) => code));
  };
  expect(await codes()).toEqual(['schedule-past']);
  const entries = [{ word: '便宜', instead: '实惠' }];
  const list = { kind: 'brand', language: 'zh', severity: 'error', on: true, platforms: [], entries };
  const why = { en: 'Ours', zh: '自有' };
  const body = { ...list, why, source: '', basedOn: null };
  saveKit(parts.context, { kind: 'word-list', name: 'Ours', body });
  expect(await codes()).toEqual(['brand-word', 'schedule-past']);
});
