import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Post } from '#shared/domain/post.ts';
import {
  nextFreeSlots,
  Occupied,
  queueIntoSlots,
  type SlotTimes,
  type Standing,
  slotTimes,
  type SlotTurn,
  type Wanted,
} from '#shared/plan/slots.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { schedulePosts } from '../plan/change-plan.ts';
import { requirePost } from '../posts/post-errors.ts';

/** Later than any plan. */
const endOfTime = '9999-12-31T23:59:59.999Z';
const beside = 60 * 60_000;

type Asked = Wanted & { after: string; count: number };

/** The slots of the workspace. */
export function keptSlots(session: Session): SlotTimes[] {
  const items = session.repositories.kit.list('slot', false) as KitItem<'slot'>[];
  return slotTimes(items, session.workspace().zone);
}

/** What stands on the plan from shortly before an instant on, without some posts. */
function standingFrom(
  session: Session,
  after: string,
  without: ReadonlySet<string>,
  before = endOfTime,
): Standing[] {
  const from = new Date(Date.parse(after) - beside).toISOString();
  return session.repositories.posts
    .range(from, before)
    .flatMap(({ id, dueAt, accountIds }) =>
      dueAt === null || without.has(id) ? [] : [{ dueAt, accountIds }],
    );
}

/** An instant as it sorts beside others. */
export const instant = (given: string | undefined, now: Date): string =>
  (given === undefined ? now : new Date(given)).toISOString();

/** Days that are looked at first, then where those are full. */
const windows = [45, 200, 800];

/** The next free turns; reads only as much of the plan as it takes. */
export function freeTurns(session: Session, slots: readonly SlotTimes[], asked: Asked): SlotTurn[] {
  let turns: SlotTurn[] = [];
  for (const days of windows) {
    const end = new Date(Date.parse(asked.after) + days * 86_400_000).toISOString();
    turns = nextFreeSlots(slots, new Occupied(standingFrom(session, asked.after, new Set(), end)), asked);
    const last = turns.at(-1);
    const reach = new Date(Date.parse(last?.dueAt ?? end) + beside).toISOString();
    if (turns.length >= asked.count && reach < end) break;
  }
  return turns;
}

export function freeSlots(
  { holder, clock }: RecordContext,
  { accountId, pillar, after, count }: ParsedInput<'slots.next'>,
): CallOutput<'slots.next'> {
  const session = holder.current();
  const slots = keptSlots(session);
  if (slots.length === 0) return [];
  const from = instant(after, clock.now());
  const accountIds = accountId === undefined || accountId === null ? [] : [accountId];
  return freeTurns(session, slots, { accountIds, pillar: pillar ?? null, after: from, count });
}

/** Is any part of it published, so that its time stays? */
export function isFixed(post: Post): boolean {
  return post.status === 'published' || post.targets.some((target) => target.status === 'published');
}

export function accountsOf(post: Post): string[] {
  return [...new Set(post.targets.flatMap(({ accountId }) => (accountId === null ? [] : [accountId])))];
}

export function noSlots(): GalleyError {
  return new GalleyError('invalid-input', {
    en: 'There are no slots yet. Add times for posting in Settings, Slots.',
    zh: '还没有发布时段。请在“设置 › 时段”中添加。',
  });
}

/** Puts posts into the next free slots, each after the one before. */
export function queuePosts(
  context: RecordContext,
  { ids, accountId, after }: ParsedInput<'timing.queue'>,
): CallOutput<'timing.queue'> {
  const session = context.holder.current();
  const slots = keptSlots(session);
  if (slots.length === 0) throw noSlots();
  const wanted = [...new Set(ids)].map((id) => requirePost(session.repositories, id));
  const posts = wanted.filter((post) => !isFixed(post));
  const from = instant(after, context.clock.now());
  const standing = standingFrom(session, from, new Set(posts.map(({ id }) => id)));
  const turns = queueIntoSlots(
    posts.map((post) => ({
      accountIds: accountId === undefined ? accountsOf(post) : [accountId],
      pillar: post.pillar,
    })),
    slots,
    standing,
    from,
  );
  const placed = posts.flatMap(({ id }, index) => {
    const turn = turns[index];
    return turn ? [{ id, schedule: turn.schedule }] : [];
  });
  const found = new Set(placed.map(({ id }) => id));
  const step =
    placed.length === 0
      ? { undoable: false, label: null }
      : schedulePosts(context, { moves: placed.map((each) => ({ ...each, targetId: null })) });
  return { step, placed, left: wanted.map(({ id }) => id).filter((id) => !found.has(id)) };
}
