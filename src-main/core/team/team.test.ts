import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Post } from '#shared/domain/post.ts';
import type { Role } from '#shared/team/roles.ts';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await createTestStudio('web');
});
afterEach(() => studio.remove());

const member = async (name: string, role: Role): Promise<string> => {
  const body = { role, hue: null, active: true };
  return (await studio.call('team.saveMember', { name, body })).member.id;
};
const become = (memberId: string | null, pin?: string) =>
  studio.call('team.switch', pin === undefined ? { memberId } : { memberId, pin });
const write = (change: object = {}): Promise<Post> =>
  studio.call('posts.create', { change: { body: 'Spring menu', status: 'draft', ...change } });
const toStatus = (post: Post, status: Post['status']) =>
  studio.call('plan.change', { ids: [post.id], change: { status } });
const statusOf = async (post: Post) => (await studio.call('posts.get', { id: post.id })).status;
const rule = (role: Role, count = 1) =>
  studio.call('plan.saveKit', {
    kind: 'approval-rule',
    name: `${role} looks`,
    body: { accountIds: [], campaigns: [], needs: [{ role, count }], leadHours: 0 },
  });
const wait = (error: unknown): number =>
  error instanceof Error && 'detail' in error ? (error.detail as { wait: number }).wait : -1;

it('allows everything without a team', async () => {
  const post = await write();
  await toStatus(post, 'approved');
  expect(await statusOf(post)).toBe('approved');
  expect(await studio.call('team.current', {})).toEqual({ member: null, members: [], locked: false });
});

it('makes the first member the one at work, and locks where nobody has said who they are', async () => {
  const lead = await member('Ann', 'lead');
  expect((await studio.call('team.current', {})).member?.id).toBe(lead);
  await become(null);
  expect((await studio.call('team.current', {})).locked).toBe(true);
  await expect(write()).rejects.toThrow(/Say who you are/);
  await become(lead);
  await write();
});

it('lets each role do its part, and says who may do the rest', async () => {
  const lead = await member('Ann', 'lead');
  const creator = await member('Bo', 'creator');
  const client = await member('Cy', 'client');
  const post = await write();
  await become(creator);
  await toStatus(post, 'review');
  await expect(toStatus(post, 'approved')).rejects.toThrow(/lead or channel manager can/);
  await expect(member('Di', 'lead')).rejects.toThrow(/a lead can/);
  await expect(rule('client')).rejects.toThrow(/a lead can/);
  await become(client);
  await expect(toStatus(post, 'draft')).rejects.toThrow(/As client you cannot/);
  await expect(
    studio.call('posts.save', { id: post.id, revision: 2, change: { body: 'Mine' } }),
  ).rejects.toThrow(/As client/);
  await studio.call('comments.save', { subject: { kind: 'post', id: post.id }, text: 'Nice' });
  await become(lead);
  await toStatus(post, 'approved');
  await expect(studio.call('team.removeMember', { id: lead })).rejects.toThrow(/only lead/);
  await become(creator);
  await expect(studio.call('plan.undo', {}).then(() => studio.call('plan.redo', {}))).rejects.toThrow(
    /lead or channel manager/,
  );
});

it('approves when the last approval comes, and goes back to review when the words change', async () => {
  const lead = await member('Ann', 'lead');
  const client = await member('Cy', 'client');
  await rule('client');
  const post = await write({ status: 'review' });
  await expect(toStatus(post, 'approved')).rejects.toThrow(/1 × client/);
  await become(client);
  const state = await studio.call('approvals.give', { postId: post.id, decision: 'approved' });
  expect(state).toMatchObject({ satisfied: true, missing: [], given: [{ author: 'Cy', current: true }] });
  expect(await statusOf(post)).toBe('approved');
  await become(lead);
  const { revision } = await studio.call('posts.get', { id: post.id });
  await studio.call('posts.schedule', {
    moves: [{ id: post.id, schedule: { local: '2026-12-01T09:00', zone: 'Asia/Shanghai' } }],
  });
  expect(await statusOf(post)).toBe('approved');
  const saved = await studio.call('posts.save', {
    id: post.id,
    revision: revision + 1,
    change: { body: 'Winter menu' },
  });
  expect(saved.status).toBe('review');
  const [after] = await studio.call('approvals.state', { postIds: [post.id] });
  expect(after).toMatchObject({ satisfied: false, given: [{ current: false }] });
  await become(client);
  await studio.call('approvals.give', { postId: post.id, decision: 'changes', note: 'Summer!' });
  expect(await statusOf(post)).toBe('draft');
});

it('keeps a PIN as a salted hash, and makes whoever guesses wait', async () => {
  const lead = await member('Ann', 'lead');
  const creator = await member('Bo', 'creator');
  await studio.call('team.setPin', { memberId: lead, pin: '2468' });
  expect(JSON.stringify(await studio.call('team.current', {}))).not.toContain('2468');
  await become(creator);
  await expect(studio.call('team.setPin', { memberId: lead, pin: null })).rejects.toThrow(/by a lead/);
  const waits: number[] = [];
  for (let tries = 0; tries < 6; tries += 1) {
    waits.push(await become(lead, String(tries)).then(() => -1, wait));
  }
  expect(waits.slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(waits[4]).toBe(30);
  expect(waits[5]).toBeGreaterThan(0);
  await expect(become(lead, '2468')).rejects.toThrow(/Wait/);
  expect((await studio.call('team.current', {})).member?.id).toBe(creator);
});

it('keeps threads, mentions and what waits for whom', async () => {
  const ann = await member('Ann', 'lead');
  const bo = await member('Bo', 'creator');
  const post = await write({ title: 'Menu' });
  const subject = { kind: 'post' as const, id: post.id };
  const thread = await studio.call('comments.save', { subject, text: '@Bo shorter?', mentions: [bo] });
  await become(bo);
  expect(await studio.call('comments.mine', {})).toMatchObject([{ id: thread.id, title: 'Menu' }]);
  await studio.call('comments.save', { subject, parentId: thread.id, text: 'Done' });
  expect(await studio.call('comments.mine', {})).toEqual([]);
  await expect(studio.call('comments.remove', { id: thread.id })).rejects.toThrow(/whoever wrote it/);
  await become(ann);
  expect(await studio.call('comments.mine', {})).toMatchObject([{ id: thread.id }]);
  expect(await studio.call('comments.counts', { kind: 'post', ids: [post.id] })).toEqual({ [post.id]: 1 });
  await studio.call('comments.resolve', { id: thread.id, resolved: true });
  expect(await studio.call('comments.counts', { kind: 'post', ids: [post.id] })).toEqual({});
  expect(await studio.call('comments.mine', {})).toEqual([]);
  const list = await studio.call('comments.list', { subject });
  expect(list.map(({ author, text }) => `${author}: ${text}`)).toEqual(['Ann: @Bo shorter?', 'Bo: Done']);
  await studio.call('comments.remove', { id: thread.id });
  expect(await studio.call('comments.list', { subject })).toEqual([]);
  await studio.call('comments.restore', { id: thread.id });
  expect(await studio.call('comments.list', { subject })).toEqual(list);
  await expect(studio.call('comments.restore', { id: thread.id })).rejects.toThrow(/no longer be put back/);
});

it('lists tasks by their day', async () => {
  const ann = await member('Ann', 'lead');
  const post = await write({ title: 'Menu' });
  const subject = { kind: 'post' as const, id: post.id };
  await studio.call('tasks.save', { title: 'Any day', memberId: ann });
  const late = await studio.call('tasks.save', { title: 'Photo', dueOn: '2026-12-02', subject });
  await studio.call('tasks.save', { title: 'Words', dueOn: '2026-12-01' });
  expect((await studio.call('tasks.list', {})).map(({ title }) => title)).toEqual([
    'Words',
    'Photo',
    'Any day',
  ]);
  await studio.call('tasks.done', { id: late.id, done: true });
  expect(await studio.call('tasks.list', { subject, done: true })).toMatchObject([
    { title: 'Photo', subjectTitle: 'Menu', doneAt: expect.stringContaining('T') },
  ]);
});

it('writes down who did what', async () => {
  const ann = await member('Ann', 'lead');
  const post = await write({ title: 'Menu' });
  const first = await studio.call('posts.save', { id: post.id, revision: 1, change: { body: 'One' } });
  await studio.call('posts.save', { id: post.id, revision: first.revision, change: { title: 'Card' } });
  await toStatus(post, 'review');
  await studio.call('plan.undo', {});
  await studio.call('posts.trash', { ids: [post.id] });
  const entries = await studio.call('audit.list', { subject: { kind: 'post', id: post.id } });
  expect(entries.map(({ action }) => action)).toEqual([
    'post-trashed',
    'plan-undone',
    'post-status',
    'post-edited',
    'post-made',
  ]);
  expect(entries[2]?.detail).toMatchObject({ from: 'draft', to: 'review', title: 'Card' });
  expect(entries[3]?.detail.fields?.toSorted()).toEqual(['body', 'title']);
  expect(entries[3]?.detail.values).toEqual([{ field: 'title', from: 'Menu', to: 'Card' }]);
  expect(entries.every(({ memberName, memberId }) => memberName === 'Ann' && memberId === ann)).toBe(true);
  expect(await studio.call('audit.list', { limit: 1, before: entries[0]?.number ?? 0 })).toHaveLength(1);
});
