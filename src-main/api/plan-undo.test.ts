import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Post } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { createKitHandlers } from './kit.ts';
import { createPlanHandlers } from './plan.ts';
import { createPostHandlers } from './posts.ts';

let studio: TestWorkspace;
let posts: ReturnType<typeof createPostHandlers>;
let plan: ReturnType<typeof createPlanHandlers>;
let kit: ReturnType<typeof createKitHandlers>;

beforeEach(() => {
  studio = createTestWorkspace();
  posts = createPostHandlers(studio.context);
  plan = createPlanHandlers(studio.context);
  kit = createKitHandlers(studio.context);
});
afterEach(() => studio.remove());

const at = (local: string): Schedule => ({ local, zone: 'Europe/Berlin' });
const campaign = (goal: string) => ({
  goal,
  from: '2026-03-01',
  to: '2026-03-31',
  budget: null,
  brief: '',
  audience: '',
  owner: '',
  hue: null,
  checklist: [],
  results: '',
});

/** What a person sees of the plan: what is there, where, in which state; not when it was saved. */
async function seen(): Promise<unknown> {
  const { repositories } = studio.session();
  const sight = ({ schedule, status, campaign: of, pillar, owner, labels, title, targets }: Post) => [
    title,
    schedule,
    status,
    of,
    pillar,
    owner,
    labels,
    targets.map((target) => target.schedule),
  ];
  const there = repositories.posts.planned().map((id) => sight(present(repositories.posts.get(id))));
  const kept = await kit['kit.list']({ kind: 'campaign', trashed: false });
  return {
    posts: there.map((each) => JSON.stringify(each)).toSorted(),
    kept: kept.map(({ name, body }) => JSON.stringify([name, body])).toSorted(),
  };
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('a planned post is gone');
  return value;
}

/** Everything that is there, so that an action can speak of “the n-th”. */
const idsThere = (): string[] => studio.session().repositories.posts.planned();

const number = fc.nat({ max: 20 });
const day = fc.option(fc.integer({ min: 10, max: 30 }).map((date) => at(`2026-03-${date}T02:30`)));
const action = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), number, schedule: day, own: fc.boolean() }),
  fc.record({ kind: fc.constant('trash' as const), number }),
  fc.record({ kind: fc.constant('copy' as const), number, schedule: day }),
  fc.record({
    kind: fc.constant('change' as const),
    number,
    change: fc.record(
      {
        status: fc.constantFrom('idea' as const, 'draft' as const, 'review' as const),
        campaign: fc.constantFrom('', 'Spring', 'Launch'),
        pillar: fc.constantFrom('', 'How'),
        owner: fc.constantFrom('', '林'),
        addLabels: fc.subarray(['a', 'b']),
        removeLabels: fc.subarray(['a', 'b']),
      },
      { requiredKeys: [] },
    ),
  }),
  fc.record({ kind: fc.constant('make' as const), title: fc.constantFrom('new', '新') }),
  fc.record({ kind: fc.constant('name' as const), name: fc.constantFrom('Spring', 'Launch', 'Autumn') }),
  fc.record({ kind: fc.constant('drop' as const) }),
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

async function run(step: Action): Promise<boolean> {
  const ids = idsThere();
  const id = 'number' in step ? ids[step.number % ids.length] : undefined;
  const [kept] = await kit['kit.list']({ kind: 'campaign', trashed: false });
  if (step.kind === 'name') {
    const change = { kind: 'campaign' as const, name: step.name, body: campaign(step.name) };
    const answer = await plan['plan.saveKit'](kept ? { ...change, id: kept.id } : change);
    return answer.step.undoable;
  }
  if (step.kind === 'drop')
    return kept ? (await plan['plan.trashKit']({ ids: [kept.id], trashed: true })).undoable : false;
  if (step.kind === 'make') {
    await posts['posts.create']({ change: { title: step.title }, schedule: null, undoable: true });
    return true;
  }
  if (id === undefined) return false;
  if (step.kind === 'move') {
    const post = await posts['posts.get']({ id });
    const targetId = step.own ? (post.targets[0]?.id ?? null) : null;
    return (await posts['posts.schedule']({ moves: [{ id, targetId, schedule: step.schedule }] })).undoable;
  }
  if (step.kind === 'trash') return (await posts['posts.trash']({ ids: [id] })).undoable;
  if (step.kind === 'copy')
    return (await plan['plan.copy']({ copies: [{ id, schedule: step.schedule }] })).step.undoable;
  return (await plan['plan.change']({ ids: [id], change: step.change })).undoable;
}

it('undoing any row of changes of the plan restores it, over a restart too; redoing brings it back', async () => {
  const targets = [{ format: 'x/post', overrides: {} }];
  await posts['posts.create']({ change: { title: 'a', targets }, schedule: at('2026-03-20T10:00') });
  await posts['posts.create']({ change: { title: 'b', campaign: 'Spring' }, schedule: null });
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 10 }), fc.boolean(), async (actions, restart) => {
      const start = await seen();
      let steps = 0;
      for (const step of actions) steps += Number(await run(step));
      const end = await seen();
      if (restart) studio.reopen();
      for (let count = 0; count < steps; count += 1) await plan['plan.undo']({});
      expect(await seen()).toEqual(start);
      for (let count = 0; count < steps; count += 1) await plan['plan.redo']({});
      expect(await seen()).toEqual(end);
      for (let count = 0; count < steps; count += 1) await plan['plan.undo']({});
    }),
    { numRuns: 40 },
  );
});

it('a campaign that gets another name takes its posts along, and back', async () => {
  const made = await plan['plan.saveKit']({ kind: 'campaign', name: 'Spring', body: campaign('x') });
  const post = await posts['posts.create']({ change: { title: 'a', campaign: 'Spring' }, schedule: null });
  await plan['plan.saveKit']({ kind: 'campaign', id: made.item.id, name: 'Summer', body: campaign('x') });
  expect((await posts['posts.get']({ id: post.id })).campaign).toBe('Summer');
  await plan['plan.undo']({});
  expect((await posts['posts.get']({ id: post.id })).campaign).toBe('Spring');
  expect((await kit['kit.list']({ kind: 'campaign', trashed: false })).map(({ name }) => name)).toEqual([
    'Spring',
  ]);
});

it('neither publishes nor reopens by changing a status', async () => {
  const post = await posts['posts.create']({ change: { title: 'a' }, schedule: null });
  await expect(
    (async () => plan['plan.change']({ ids: [post.id], change: { status: 'published' } }))(),
  ).rejects.toMatchObject({ code: 'conflict' });
  expect((await posts['posts.get']({ id: post.id })).status).toBe('idea');
});
