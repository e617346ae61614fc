import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Post } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { createPlanHandlers } from './plan.ts';
import { createPostHandlers } from './posts.ts';

let studio: TestWorkspace;
let posts: ReturnType<typeof createPostHandlers>;
let plan: ReturnType<typeof createPlanHandlers>;

beforeEach(() => {
  studio = createTestWorkspace();
  posts = createPostHandlers(studio.context);
  plan = createPlanHandlers(studio.context);
});
afterEach(() => studio.remove());

const at = (local: string, zone = 'Asia/Shanghai'): Schedule => ({ local, zone });
const create = async (
  title: string,
  schedule: Schedule | null = null,
  formats: string[] = [],
): Promise<Post> =>
  posts['posts.create']({
    change: { title, targets: formats.map((format) => ({ format, overrides: {} })) },
    schedule,
  });
const stored = async (post: Post): Promise<Post> => posts['posts.get']({ id: post.id });
const move = (post: Post, schedule: Schedule | null, targetId: string | null = null) =>
  posts['posts.schedule']({ moves: [{ id: post.id, targetId, schedule }] });

describe('the range of a calendar', () => {
  it('holds what is due between two wall times of the viewer, in order', async () => {
    await create('late', at('2026-11-22T23:30'));
    await create('in New York', at('2026-11-22T10:00', 'America/New_York'));
    await create('next day', at('2026-11-23T00:00'));
    await create('unscheduled');
    const day = { from: '2026-11-22T00:00', to: '2026-11-23T00:00' };
    const titles = async (zone: string) =>
      (await plan['plan.range']({ ...day, zone })).map((item) => item.title);
    expect(await titles('Asia/Shanghai')).toEqual(['in New York', 'late']);
    // 00:00 to 24:00 in New York is 13:00 to 13:00 in Shanghai.
    expect(await titles('America/New_York')).toEqual(['in New York', 'late', 'next day']);
  });

  it('shows each target with a time of its own there, and its post only for the others', async () => {
    const post = await create('targets', at('2026-12-24T10:00'), ['x/post', 'weibo/post']);
    const [first, second] = post.targets;
    await move(post, at('2026-11-22T12:00'), first?.id);
    await move(post, at('2026-11-22T11:00'), second?.id);
    const range = await plan['plan.range']({
      from: '2026-11-22T00:00',
      to: '2026-11-23T00:00',
      zone: 'Asia/Shanghai',
    });
    expect(range.map(({ key, dueAt, formats }) => [key, dueAt, formats])).toEqual([
      [`${post.id}/${second?.id}`, '2026-11-22T03:00:00.000Z', ['weibo/post']],
      [`${post.id}/${first?.id}`, '2026-11-22T04:00:00.000Z', ['x/post']],
    ]);
    // Nothing of it inherits its own time.
    const christmas = { from: '2026-12-24T00:00', to: '2026-12-25T00:00', zone: 'Asia/Shanghai' };
    expect(await plan['plan.range'](christmas)).toEqual([]);
    await move(post, null, second?.id);
    const [inherited] = await plan['plan.range'](christmas);
    expect([inherited?.key, inherited?.formats]).toEqual([post.id, ['weibo/post']]);
  });

  it('leaves out the trash, and lists by whether there is a time', async () => {
    const post = await create('gone', at('2026-11-22T10:00'));
    await create('open');
    await posts['posts.trash']({ ids: [post.id] });
    const day = { from: '2026-11-22T00:00', to: '2026-11-23T00:00', zone: 'Asia/Shanghai' };
    expect(await plan['plan.range'](day)).toEqual([]);
    const page = { trashed: false, limit: 10, offset: 0 };
    expect(
      (await posts['posts.list']({ ...page, scheduled: false })).items.map(({ title }) => title),
    ).toEqual(['open']);
    expect((await posts['posts.list']({ ...page, trashed: true })).total).toBe(1);
  });
});

describe('undo of the plan', () => {
  it('goes back and forth over a restart, with its words', async () => {
    const one = await create('one', at('2026-11-22T10:00'));
    const two = await create('two');
    const step = await posts['posts.schedule']({
      moves: [one, two].map(({ id }) => ({ id, targetId: null, schedule: at('2026-11-25T08:00') })),
    });
    expect(step).toEqual({ undoable: true, label: { en: 'Move 2 posts', zh: '移动 2 篇帖子' } });
    await posts['posts.trash']({ ids: [two.id] });
    studio.reopen();
    expect(await plan['plan.history']({})).toEqual({
      undo: { undoable: true, label: { en: 'Delete post', zh: '删除帖子' } },
      redo: { undoable: false, label: null },
    });
    await plan['plan.undo']({});
    expect((await stored(two)).trashedAt).toBeNull();
    await plan['plan.undo']({});
    expect((await stored(one)).schedule).toEqual(one.schedule);
    expect((await stored(two)).schedule).toBeNull();
    expect(await plan['plan.undo']({})).toEqual({ undoable: false, label: null });
    await plan['plan.redo']({});
    expect((await stored(two)).schedule).toEqual(at('2026-11-25T08:00'));
    await plan['plan.redo']({});
    expect((await stored(two)).trashedAt).not.toBeNull();
    expect(await plan['plan.redo']({})).toEqual({ undoable: false, label: null });
  });

  it('keeps newer words, and forgets what was undone when something new is done', async () => {
    const post = await create('words');
    await move(post, at('2026-11-25T08:00'));
    const { revision } = await stored(post);
    await posts['posts.save']({ id: post.id, revision, change: { title: 'newer words' } });
    await plan['plan.undo']({});
    expect(await stored(post)).toMatchObject({ title: 'newer words', schedule: null, revision: 4 });
    await move(post, at('2026-12-01T08:00'));
    expect((await plan['plan.history']({})).redo.undoable).toBe(false);
  });

  it('writes all moves or none', async () => {
    const post = await create('one');
    const published = await create('two', null, ['x/post']);
    await posts['posts.save']({ id: published.id, revision: 1, change: { status: 'published' } });
    expect(() =>
      posts['posts.schedule']({
        moves: [post, published].map(({ id }) => ({ id, targetId: null, schedule: at('2026-11-25T08:00') })),
      }),
    ).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect((await stored(post)).schedule).toBeNull();
    expect((await plan['plan.history']({})).undo.undoable).toBe(false);
    expect(() => move(post, at('2026-02-30T08:00'))).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });

  it('refuses to move a target back that was published meanwhile', async () => {
    const post = await create('one', null, ['x/post']);
    await move(post, at('2026-11-25T08:00'));
    await posts['posts.save']({ id: post.id, revision: 2, change: { status: 'published' } });
    expect(() => plan['plan.undo']({})).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect((await plan['plan.history']({})).undo.undoable).toBe(true);
    expect((await stored(post)).schedule).toEqual(at('2026-11-25T08:00'));
  });

  it('does nothing, and remembers nothing, when a post is where it should be', async () => {
    const post = await create('one', at('2026-11-25T08:00'));
    expect(await move(post, at('2026-11-25T08:00'))).toEqual({ undoable: false, label: null });
    expect((await stored(post)).revision).toBe(1);
  });
});

it('undoing all goes back to the start, redoing all to the end, whatever was done', async () => {
  const made = [await create('a', at('2026-11-01T10:00'), ['x/post']), await create('b'), await create('c')];
  const ids = made.map(({ id }) => id);
  const state = async () => {
    const all = await Promise.all(made.map(stored));
    return all.map(({ schedule, trashedAt, targets }) => [
      schedule,
      trashedAt !== null,
      targets[0]?.schedule,
    ]);
  };
  const which = fc.constantFrom(...ids);
  const day = fc.option(fc.integer({ min: 10, max: 28 }).map((date) => at(`2026-11-${date}T10:00`)));
  const action = fc.oneof(
    fc.record({ kind: fc.constant('move' as const), id: which, schedule: day, own: fc.boolean() }),
    fc.record({ kind: fc.constant('trash' as const), ids: fc.uniqueArray(which, { minLength: 1 }) }),
    fc.record({ kind: fc.constant('restore' as const), ids: fc.uniqueArray(which, { minLength: 1 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 8 }), async (actions) => {
      const start = await state();
      let steps = 0;
      for (const step of actions) {
        if (step.kind === 'move') {
          const post = await posts['posts.get']({ id: step.id });
          const targetId = step.own ? (post.targets[0]?.id ?? null) : null;
          const { undoable } = await move(post, step.schedule, targetId);
          steps += Number(undoable);
        } else {
          const answer = await posts[`posts.${step.kind}`]({ ids: step.ids });
          steps += Number(answer.undoable);
        }
      }
      const end = await state();
      for (let count = 0; count < steps; count += 1) await plan['plan.undo']({});
      expect(await state()).toEqual(start);
      for (let count = 0; count < steps; count += 1) await plan['plan.redo']({});
      expect(await state()).toEqual(end);
    }),
    { numRuns: 30 },
  );
});
