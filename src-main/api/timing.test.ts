import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/calendar-days.ts';
import type { Post } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { createKitHandlers } from './kit.ts';
import { createPlanHandlers } from './plan.ts';
import { createPostHandlers } from './posts.ts';
import { createTimingHandlers } from './timing.ts';

let studio: TestWorkspace;
let now: string;
let posts: ReturnType<typeof createPostHandlers>;
let plan: ReturnType<typeof createPlanHandlers>;
let kit: ReturnType<typeof createKitHandlers>;
let timing: ReturnType<typeof createTimingHandlers>;

beforeEach(() => {
  studio = createTestWorkspace();
  // A Sunday morning in Shanghai.
  now = '2026-11-22T00:30:00.000Z';
  const context: RecordContext = { ...studio.context, clock: { now: () => new Date(now) } };
  posts = createPostHandlers(context);
  plan = createPlanHandlers(context);
  kit = createKitHandlers(context);
  timing = createTimingHandlers(context);
});
afterEach(() => studio.remove());

const at = (local: string, zone = 'Asia/Shanghai'): Schedule => ({ local, zone });
const create = async (title: string, schedule: Schedule | null = null, formats = ['x/post']): Promise<Post> =>
  posts['posts.create']({
    change: { title, targets: formats.map((format) => ({ format, overrides: {} })) },
    schedule,
    undoable: false,
  });
const stored = (id: string): Promise<Post> => Promise.resolve(posts['posts.get']({ id }));
/** What stands on the plan: wall time and title, by time. */
const standing = async (zone = 'Asia/Shanghai'): Promise<string[]> => {
  const entries = await plan['plan.range']({ from: '2026-01-01T00:00', to: '2028-01-01T00:00', zone });
  return entries.map(({ schedule, title }) => `${schedule?.local} ${title}`);
};
const undo = (): unknown => plan['plan.undo']({});
const redo = (): unknown => plan['plan.redo']({});

async function slot(time: string, over: Partial<KitBody<'slot'>> = {}): Promise<string> {
  const body = { accountId: null, weekdays: [0, 1, 2, 3, 4, 5, 6], time, zone: null, pillar: '', ...over };
  return (await kit['kit.save']({ kind: 'slot', name: time, body })).id;
}

describe('slots', () => {
  it('are offered while nothing stands there', async () => {
    expect(await timing['slots.next']({ count: 3 })).toEqual([]);
    const id = await slot('09:00');
    await create('taken', at('2026-11-23T09:10'));
    const next = await timing['slots.next']({ count: 2 });
    expect(next.map(({ slotId, schedule }) => [slotId, schedule.local])).toEqual([
      [id, '2026-11-22T09:00'],
      [id, '2026-11-24T09:00'],
    ]);
  });

  it('take a queue of posts in its order, as one step', async () => {
    await slot('09:00');
    const three = [await create('a'), await create('b', at('2026-11-22T09:00')), await create('c')];
    const done = await timing['timing.queue']({ ids: three.map(({ id }) => id) });
    expect(done.left).toEqual([]);
    const queued = ['2026-11-22T09:00 a', '2026-11-23T09:00 b', '2026-11-24T09:00 c'];
    expect(await standing()).toEqual(queued);
    await undo();
    expect(await standing()).toEqual(['2026-11-22T09:00 b']);
    await redo();
    expect(await standing()).toEqual(queued);
  });

  it('leave published posts, and say where there are none', async () => {
    const post = await create('out', at('2026-11-20T09:00'));
    await expect(async () => timing['timing.queue']({ ids: [post.id] })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await slot('09:00');
    const target = post.targets[0];
    await posts['posts.markPublished']({
      id: post.id,
      targetId: target?.id ?? '',
      published: { at: '2026-11-20T01:00:00.000Z', url: '' },
    });
    expect(await timing['timing.queue']({ ids: [post.id] })).toMatchObject({ placed: [], left: [post.id] });
  });
});

describe('a series', () => {
  const weekly = 'FREQ=WEEKLY;BYDAY=MO';
  const make = async (rule = weekly, start = '2026-11-23T09:00', zone = 'Asia/Shanghai') => {
    const post = await create('news', at(start, zone));
    return { post, ...(await timing['series.make']({ postId: post.id, rule })) };
  };

  it('stands for 90 days as one step', async () => {
    const { seriesId, made, post } = await make();
    expect(made).toBe(12);
    const all = await standing();
    expect(all).toHaveLength(13);
    expect([all[0], all.at(-1)]).toEqual(['2026-11-23T09:00 news', '2027-02-15T09:00 news']);
    expect((await stored(post.id)).series).toEqual({ id: seriesId, at: '2026-11-23T09:00' });
    await undo();
    expect(await standing()).toEqual(['2026-11-23T09:00 news']);
    expect((await stored(post.id)).series).toBeNull();
    expect(await kit['kit.list']({ kind: 'series', trashed: false })).toEqual([]);
    await redo();
    expect(await standing()).toEqual(all);
    await expect(async () => timing['series.make']({ postId: post.id, rule: weekly })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('keeps its hour over a clock change, and each platform its distance', async () => {
    const post = await create('zoned', at('2026-11-27T09:00', 'America/New_York'), ['x/post', 'weibo/post']);
    const weibo = post.targets[1]?.id ?? null;
    await posts['posts.schedule']({
      moves: [{ id: post.id, targetId: weibo, schedule: at('2026-11-28T08:30', 'Asia/Shanghai') }],
    });
    now = '2027-02-01T00:00:00.000Z';
    await timing['series.make']({ postId: post.id, rule: 'FREQ=WEEKLY' });
    const march = await plan['plan.range']({ from: '2027-03-10T00:00', to: '2027-03-21T00:00', zone: 'UTC' });
    // The clocks of New York go forward on 14 March 2027.
    expect(march.map(({ schedule, dueAt }) => [schedule?.local, dueAt])).toEqual(
      [
        ['2027-03-12T09:00', '2027-03-12T14:00:00.000Z'],
        ['2027-03-13T08:30', '2027-03-13T00:30:00.000Z'],
        ['2027-03-19T09:00', '2027-03-19T13:00:00.000Z'],
        ['2027-03-20T08:30', '2027-03-20T00:30:00.000Z'],
      ].toSorted((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1)),
    );
  });

  it('goes on by itself, without what was taken out or deleted', async () => {
    const { seriesId } = await make();
    await timing['series.remove']({ id: seriesId, scope: 'this', at: '2026-12-07T09:00' });
    const [gone] = await plan['plan.range']({
      from: '2026-12-14T00:00',
      to: '2026-12-15T00:00',
      zone: 'Asia/Shanghai',
    });
    await posts['posts.trash']({ ids: [gone?.id ?? ''] });
    expect(await timing['series.extend']({})).toEqual({ made: 0 });
    expect(await standing()).toHaveLength(11);
    const before = await plan['plan.history']({});
    now = '2026-12-13T00:00:00.000Z';
    expect(await timing['series.extend']({})).toEqual({ made: 3 });
    expect((await standing()).at(-1)).toBe('2027-03-08T09:00 news');
    expect(await timing['series.extend']({})).toEqual({ made: 0 });
    // Nobody did it: what the next undo takes back is as before.
    expect(await plan['plan.history']({})).toEqual(before);
    await undo();
    await undo();
    expect((await standing()).some((entry) => entry.startsWith('2026-12-07'))).toBe(true);
  });

  it('changes from one occurrence on, and undoes that whole', async () => {
    const { seriesId } = await make(`${weekly};COUNT=8`);
    const before = await standing();
    expect(before).toHaveLength(8);
    const { seriesId: next } = await timing['series.change']({
      id: seriesId,
      scope: 'following',
      at: '2026-12-14T09:00',
      time: '18:30',
    });
    expect(next).not.toBe(seriesId);
    const after = await standing();
    expect(after).toEqual(
      before.map((entry) => (entry < '2026-12-14' ? entry : entry.replace('T09:00', 'T18:30'))),
    );
    expect(await timing['series.extend']({})).toEqual({ made: 0 });
    await undo();
    expect(await standing()).toEqual(before);
    expect(await kit['kit.list']({ kind: 'series', trashed: false })).toMatchObject([{ id: seriesId }]);
    await redo();
    expect(await standing()).toEqual(after);
  });

  it('takes another rule for all that are to come; what was moved by hand stays', async () => {
    const { seriesId, post } = await make(`${weekly};COUNT=4`);
    await posts['posts.schedule']({
      moves: [{ id: post.id, targetId: null, schedule: at('2026-11-23T20:00') }],
    });
    await timing['series.change']({ id: seriesId, scope: 'all', rule: 'FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6' });
    expect(await standing()).toEqual([
      '2026-11-23T20:00 news',
      '2026-11-27T09:00 news',
      '2026-12-01T09:00 news',
      '2026-12-04T09:00 news',
      '2026-12-08T09:00 news',
      '2026-12-11T09:00 news',
    ]);
    await undo();
    expect(await standing()).toHaveLength(4);
  });

  it('moves one alone, or gives all the words of one', async () => {
    const { seriesId, post } = await make(`${weekly};COUNT=3`);
    await timing['series.change']({ id: seriesId, scope: 'this', at: '2026-11-30T09:00', time: '10:00' });
    const { revision } = await stored(post.id);
    await posts['posts.save']({ id: post.id, revision, change: { title: 'better' } });
    await timing['series.change']({ id: seriesId, scope: 'all', wordsFrom: post.id });
    const better = ['2026-11-23T09:00 better', '2026-11-30T10:00 better', '2026-12-07T09:00 better'];
    expect(await standing()).toEqual(better);
    await undo();
    expect(await standing()).toEqual([better[0], '2026-11-30T10:00 news', '2026-12-07T09:00 news']);
  });

  it('ends before one, or altogether', async () => {
    const { seriesId } = await make();
    await timing['series.remove']({ id: seriesId, scope: 'following', at: '2026-12-07T09:00' });
    expect(await standing()).toHaveLength(2);
    now = '2026-11-24T00:00:00.000Z';
    await timing['series.remove']({ id: seriesId, scope: 'all' });
    expect(await standing()).toEqual(['2026-11-23T09:00 news']);
    await undo();
    await undo();
    expect(await standing()).toHaveLength(13);
  });

  it('is previewed with what clock changes do to it', async () => {
    const { items, words } = await timing['series.preview']({
      rule: 'freq=daily',
      start: '2027-03-27T02:30',
      zone: 'Europe/Berlin',
      exceptions: [],
      count: 3,
    });
    expect(words.zh).toBe('每天');
    expect(items.map(({ note, shown }) => [note, shown])).toEqual([
      [null, '2027-03-27T02:30'],
      ['gap', '2027-03-28T03:30'],
      [null, '2027-03-29T02:30'],
    ]);
  });
});

describe('evergreen posts', () => {
  it('fill free slots with what rested longest, in other words each time', async () => {
    await slot('09:00');
    const [a, b] = [await create('a'), await create('b', at('2026-11-01T09:00'))];
    const body: KitBody<'evergreen'> = {
      postIds: [a.id, b.id],
      coolDownDays: 30,
      accountIds: [],
      variants: { [b.id]: [{ title: 'b again', body: 'other words' }] },
      told: [],
    };
    const { id } = await kit['kit.save']({ kind: 'evergreen', name: 'Best', body });
    const { planned } = await timing['evergreen.plan']({ id, count: 3 });
    const all = [
      '2026-11-01T09:00 b',
      '2026-11-22T09:00 a',
      '2026-12-01T09:00 b again',
      '2026-12-22T09:00 a',
    ];
    expect(await standing()).toEqual(all);
    expect(planned.map(({ variant }) => variant)).toEqual([0, 1, 0]);
    const [first, second] = await timing['evergreen.next']({ id });
    expect([first?.postId, first?.restedOn, first?.variant]).toEqual([b.id, '2026-12-31', 0]);
    expect(second?.told).toHaveLength(2);
    await undo();
    expect(await standing()).toEqual(['2026-11-01T09:00 b']);
    expect((await timing['evergreen.next']({ id })).every(({ told }) => told.length === 0)).toBe(true);
    // One that is paused keeps its place and is not told.
    const paused = { ...body, paused: [a.id] };
    await kit['kit.save']({ kind: 'evergreen', id, name: 'Best', body: paused });
    expect((await timing['evergreen.next']({ id })).map(({ paused: waits }) => waits)).toEqual([true, false]);
    const without = await timing['evergreen.plan']({ id, count: 3 });
    expect(new Set(without.planned.map(({ postId }) => postId))).toEqual(new Set([b.id]));
  });
});

describe('a shift', () => {
  const wanted = { zone: 'Asia/Shanghai', days: 2, minutes: 30, keepWeekdays: false };

  it('shows what it would do, then does it as one step', async () => {
    const one = await create('one', at('2026-11-25T10:00'));
    await create('two', at('2026-11-26T10:00'), ['weibo/post']);
    const early = await create('early', at('2026-11-20T10:00'));
    await posts['posts.markPublished']({
      id: early.id,
      targetId: early.targets[0]?.id ?? '',
      published: { at: '2026-11-20T02:00:00.000Z', url: '' },
    });
    const preview = await timing['shift.preview'](wanted);
    expect(preview).toMatchObject({ total: 2, published: 1, days: 2 });
    expect(preview.rows.map(({ title, after }) => `${title} ${after.local}`)).toEqual([
      'one 2026-11-27T10:30',
      'two 2026-11-28T10:30',
    ]);
    expect(await timing['shift.apply'](wanted)).toMatchObject({
      undoable: true,
      label: { en: 'Shift 2 posts' },
    });
    expect(await standing()).toEqual([
      '2026-11-20T10:00 early',
      '2026-11-27T10:30 one',
      '2026-11-28T10:30 two',
    ]);
    await undo();
    expect((await stored(one.id)).schedule).toEqual(at('2026-11-25T10:00'));
  });

  it('moves targets with their own times too, and only what is meant', async () => {
    const post = await create('both', at('2026-11-25T10:00'), ['x/post', 'weibo/post']);
    await create('other', at('2026-11-25T11:00'));
    await posts['posts.schedule']({
      moves: [
        {
          id: post.id,
          targetId: post.targets[1]?.id ?? null,
          schedule: at('2026-11-25T12:00', 'Europe/Berlin'),
        },
      ],
    });
    await timing['shift.apply']({ ...wanted, ids: [post.id] });
    const moved = await stored(post.id);
    expect([moved.schedule?.local, moved.targets[1]?.schedule?.local]).toEqual([
      '2026-11-27T10:30',
      '2026-11-27T12:30',
    ]);
    const later = {
      ...wanted,
      minutes: 0,
      from: `${addDays('2026-11-25', 2)}T00:00`,
      filter: { text: 'other' },
    };
    expect((await timing['shift.preview'](later)).total).toBe(0);
  });
});
