import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Post } from '#shared/domain/post.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { createPlanHandlers } from './plan.ts';
import { createPostHandlers } from './posts.ts';

let studio: TestWorkspace;
let posts: ReturnType<typeof createPostHandlers>;
let plan: ReturnType<typeof createPlanHandlers>;
let one: string;
let two: string;
let weibo: string;

const noon = { local: '2027-05-12T12:00', zone: 'Europe/Berlin' };
const later = { local: '2027-05-14T12:00', zone: 'Europe/Berlin' };

async function account(name: string, platform: string): Promise<string> {
  const body = { platform, handle: name, language: null, hue: null, note: '' };
  return (await plan['plan.saveKit']({ kind: 'account', name, body })).item.id;
}

beforeEach(async () => {
  studio = createTestWorkspace();
  posts = createPostHandlers(studio.context);
  plan = createPlanHandlers(studio.context);
  [one, two, weibo] = [await account('One', 'x'), await account('Two', 'x'), await account('Bo', 'weibo')];
});
afterEach(() => studio.remove());

const create = async (targets: [format: string, accountId: string | null][]): Promise<Post> =>
  posts['posts.create']({
    change: {
      title: 'Launch',
      campaign: 'Spring',
      targets: targets.map(([format, accountId]) => ({ format, accountId, overrides: {} })),
    },
    schedule: noon,
  });
const stored = async ({ id }: Post): Promise<Post> => posts['posts.get']({ id });
const rows = async (post: Post) => (await stored(post)).targets.map(({ accountId }) => accountId);
const toAccount = (post: Post, value: string, from: string, targetId: string | null = null) =>
  plan['plan.place']({
    moves: [{ id: post.id, targetId, schedule: later, from }],
    to: { by: 'account', value },
  });

it('changes the account and the day in one step, back and forth', async () => {
  const post = await create([
    ['x/post', one],
    ['weibo/post', weibo],
  ]);
  await toAccount(post, two, one);
  expect(await rows(post)).toEqual([two, weibo]);
  expect((await stored(post)).schedule).toEqual(later);
  await plan['plan.undo']({});
  expect(await rows(post)).toEqual([one, weibo]);
  expect((await stored(post)).schedule).toEqual(noon);
  await plan['plan.redo']({});
  expect(await rows(post)).toEqual([two, weibo]);
  await toAccount(post, '', two);
  expect(await rows(post)).toEqual([null, weibo]);
  // Of versions without an account those go that fit.
  await toAccount(post, one, '');
  expect(await rows(post)).toEqual([one, weibo]);
});

it('says why an account does not take it, and then changes nothing', async () => {
  const post = await create([
    ['x/post', one],
    ['x/post', two],
  ]);
  expect(() => toAccount(post, weibo, one)).toThrow(
    expect.objectContaining({
      code: 'invalid-input',
      message: expect.stringContaining('no version here for the platform of “Bo”'),
    }),
  );
  expect(() => toAccount(post, two, one)).toThrow(expect.objectContaining({ code: 'conflict' }));
  expect(await rows(post)).toEqual([one, two]);
  expect((await stored(post)).schedule).toEqual(noon);
});

it('leaves what was published with its account', async () => {
  const post = await create([['x/post', one]]);
  await posts['posts.save']({ id: post.id, revision: 1, change: { status: 'published' } });
  expect(() => toAccount(post, two, one)).toThrow(expect.objectContaining({ code: 'conflict' }));
  expect(await rows(post)).toEqual([one]);
});

it('moves one target with its own time and leaves the others', async () => {
  const post = await create([
    ['x/post', one],
    ['x/thread', one],
  ]);
  const own = post.targets[0]?.id ?? '';
  await posts['posts.schedule']({ moves: [{ id: post.id, targetId: own, schedule: noon }] });
  await toAccount(post, two, one, own);
  const after = await stored(post);
  expect(after.targets.map(({ accountId, schedule }) => [accountId, schedule])).toEqual([
    [two, later],
    [one, null],
  ]);
  expect(after.schedule).toEqual(noon);
  await plan['plan.undo']({});
  expect((await stored(post)).targets.map(({ accountId, schedule }) => [accountId, schedule])).toEqual([
    [one, noon],
    [one, null],
  ]);
});

it('puts several into a campaign or out of any, as one step', async () => {
  const made = [await create([['x/post', null]]), await create([['weibo/post', null]])];
  const moves = made.map(({ id }) => ({ id, targetId: null, schedule: later }));
  await plan['plan.place']({ moves, to: { by: 'campaign', value: 'Autumn' } });
  for (const post of made) expect(await stored(post)).toMatchObject({ campaign: 'Autumn', schedule: later });
  await plan['plan.place']({ moves, to: { by: 'campaign', value: '' } });
  await plan['plan.undo']({});
  await plan['plan.undo']({});
  for (const post of made) expect(await stored(post)).toMatchObject({ campaign: 'Spring', schedule: noon });
});

it('copies a target with its own time as a post with only that target', async () => {
  const post = await create([
    ['x/post', one],
    ['weibo/post', weibo],
  ]);
  const own = post.targets[1]?.id ?? '';
  await posts['posts.schedule']({ moves: [{ id: post.id, targetId: own, schedule: noon }] });
  const { posts: made } = await plan['plan.copy']({
    copies: [{ id: post.id, targetId: own, schedule: later }],
  });
  const [copy] = made;
  expect(made).toHaveLength(1);
  expect(copy?.schedule).toEqual(later);
  expect(copy?.targets.map(({ format, accountId, schedule }) => [format, accountId, schedule])).toEqual([
    ['weibo/post', weibo, null],
  ]);
  expect((await stored(post)).targets).toHaveLength(2);
  const all = await plan['plan.copy']({
    copies: [{ id: post.id, schedule: later, from: one }],
    to: { by: 'account', value: two },
  });
  expect(all.posts[0]?.targets.map(({ accountId }) => accountId)).toEqual([two, weibo]);
  expect(await rows(post)).toEqual([one, weibo]);
  await plan['plan.undo']({});
  expect((await stored(all.posts[0] ?? post)).trashedAt).not.toBeNull();
});
