import { afterEach, beforeEach, expect, it } from 'vitest';
import { type KitKind, kitKinds } from '#shared/kit/schema.ts';
import { createKitHandlers } from '#main/api/kit.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';

let workspace: TestWorkspace;
let kit: ReturnType<typeof createKitHandlers>;
beforeEach(() => {
  workspace = createTestWorkspace();
  kit = createKitHandlers(workspace.context);
});
afterEach(() => workspace.remove());

/** A body of every kind. */
const bodies: Record<KitKind, unknown> = {
  snippet: { text: 'Hello {{name}}', shortcut: 'hi' },
  'hashtag-set': { tags: ['秋天', 'autumn'], perPlatform: { x: ['fall'] }, group: 'seasons' },
  utm: { source: '{platform}', medium: 'social', campaign: '{campaign}', term: '', content: '' },
  'post-template': {
    description: 'Weekly',
    change: { title: 'Week', targets: [{ format: 'x/post', overrides: {} }] },
  },
  account: { platform: 'x', handle: '@galley', language: 'en', hue: null, note: '' },
  'account-set': { targets: [{ format: 'x/post', accountId: null }] },
  'article-theme': { theme: { name: 'quiet' } },
  'word-list': {
    kind: 'brand',
    language: 'zh',
    severity: 'warning',
    on: true,
    platforms: [],
    why: { en: 'ours', zh: '我们的' },
    source: '',
    entries: [{ word: '最', except: ['最近'] }],
    basedOn: null,
  },
  'rule-change': {
    platform: 'weibo',
    format: 'post',
    path: ['text', 'fields', 'body', 'max'],
    value: 5000,
    note: 'verified account',
    accountId: null,
  },
  platform: { platform: { id: 'shop' } },
};

it('keeps things of every kind across a restart, by name', async () => {
  for (const kind of kitKinds) {
    const saved = await kit['kit.save']({ kind, name: 'B', body: bodies[kind] });
    await kit['kit.save']({ kind, name: 'A', body: bodies[kind] });
    workspace.reopen();
    const listed = await kit['kit.list']({ kind, trashed: false });
    expect(listed.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(listed[1]).toEqual(saved);
    expect(saved.body).toEqual(bodies[kind]);
  }
});

it('refuses what does not fit its kind, and an old revision', async () => {
  const save = kit['kit.save'];
  expect(() => save({ kind: 'account', name: 'x', body: { platform: '' } })).toThrow(/cannot be kept/);
  const item = await save({ kind: 'snippet', name: 'x', body: bodies.snippet });
  const next = await save({ kind: 'snippet', id: item.id, revision: 1, name: 'y', body: bodies.snippet });
  expect(next.revision).toBe(2);
  expect(() => save({ kind: 'snippet', id: item.id, revision: 1, name: 'z', body: bodies.snippet })).toThrow(
    expect.objectContaining({ code: 'conflict', detail: { current: next } }),
  );
});

it('counts uses, and takes things into the trash and back', async () => {
  const item = await kit['kit.save']({ kind: 'hashtag-set', name: 'x', body: bodies['hashtag-set'] });
  const used = await kit['kit.used']({ id: item.id });
  expect(used).toMatchObject({ uses: 1, revision: 1, lastUsedAt: expect.any(String) });
  await kit['kit.trash']({ ids: [item.id], trashed: true });
  expect(await kit['kit.list']({ kind: 'hashtag-set', trashed: false })).toEqual([]);
  expect(await kit['kit.list']({ kind: 'hashtag-set', trashed: true })).toHaveLength(1);
  await kit['kit.trash']({ ids: [item.id], trashed: false });
  expect(await kit['kit.list']({ kind: 'hashtag-set', trashed: false })).toHaveLength(1);
  expect(workspace.emitted.at(-1)).toEqual({
    name: 'records.changed',
    payload: { kind: 'kit', ids: [item.id] },
  });
});
