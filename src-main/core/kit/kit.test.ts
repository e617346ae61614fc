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
  campaign: {
    goal: 'Ten new regulars',
    from: '2026-03-01',
    to: '2026-03-31',
    budget: { amount: 500, currency: 'EUR' },
    brief: '# Spring',
    audience: 'neighbours',
    owner: 'Lin',
    hue: '#3a7d44',
    checklist: [{ id: '01a204e3-1136-7000-9719-c19343f7576d', text: 'Photos', done: false }],
    results: '',
  },
  pillar: { share: 40, hue: null, description: 'How we roast' },
  cadence: { accountId: null, platform: 'weibo', perWeek: 3 },
  slot: { accountId: null, weekdays: [1, 4], time: '09:30', zone: 'Asia/Shanghai', pillar: '' },
  series: {
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    start: '2026-03-02T09:00',
    zone: 'Europe/Berlin',
    postId: '01a204e3-1136-7000-9719-c19343f7576d',
    exceptions: ['2026-03-09T09:00'],
    madeUntil: null,
  },
  evergreen: { postIds: [], coolDownDays: 90, accountIds: [], variants: {}, told: [] },
  event: { from: '2026-05-01', to: '2026-05-02', yearly: true, leadDays: 14, hue: null, note: '' },
  subscription: { fileName: 'team.ics', text: 'BEGIN:VCALENDAR', hue: null, shown: true },
  'date-settings': { countries: ['CN', 'DE'], lunar: true, terms: true, festivals: true },
  'warning-settings': {
    topicDays: 1,
    mediaDays: 14,
    textDays: 30,
    leadHours: 24,
    quiet: { from: '22:00', to: '07:00' },
    dismissed: [],
  },
  'plan-view': { view: 'month', filter: {}, group: 'account' },
  'approval-rule': {
    accountIds: [],
    campaigns: ['Spring'],
    needs: [{ role: 'lead', count: 1 }],
    leadHours: 24,
  },
  checklist: { items: ['Read it aloud'] },
  'run-of-show': {
    start: { local: '2026-03-02T20:00', zone: 'Asia/Shanghai' },
    postId: null,
    campaign: 'Spring',
    items: [
      {
        id: '01a204e3-1136-7000-9719-c19343f7576d',
        title: 'Countdown',
        minutes: 5,
        who: 'Lin',
        script: '',
        cue: '',
        designId: null,
      },
    ],
  },
  review: {
    postIds: ['01a204e3-1136-7000-9719-c19343f7576d'],
    shown: {},
    message: '',
    madeAt: '2026-03-01T00:00:00.000Z',
    answers: [],
  },
  member: { role: 'lead', hue: null, active: true },
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
