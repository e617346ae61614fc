import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import {
  afterTelling,
  type Evergreen,
  longestRested,
  nextVariant,
  restedOn,
} from '#shared/plan/evergreen.ts';
import { Occupied, type SlotTurn } from '#shared/plan/slots.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { requireItem } from '../kit/kit.ts';
import { copyOf } from '../posts/write-post.ts';
import { freeTurns, instant, keptSlots, noSlots } from './free-slots.ts';
import { keptChange, recordMade } from './record-made.ts';

/** Free slots that are looked through for days on which something has rested. */
const mostTurns = 400;

type EvergreenItem = KitItem<'evergreen'>;

interface Known extends Evergreen {
  post: Post;
  told: CallOutput<'evergreen.next'>[number]['told'];
}

function requireList(repositories: Repositories, id: string): EvergreenItem {
  const item = requireItem(repositories, id);
  if (item.kind === 'evergreen') return item as EvergreenItem;
  throw new GalleyError('not-found', {
    en: 'This list of evergreen posts is no longer there. Reload the page.',
    zh: '此常青内容列表已不存在。请重新载入页面。',
  });
}

/** The day on which a post itself was, or will be, published; null while it has no time. */
function ownDay(post: Post, zone: string): string | null {
  const published = post.targets
    .flatMap(({ publishedAt }) => publishedAt ?? [])
    .toSorted()
    .at(-1);
  if (published !== undefined) return createZoneClock(zone).wall(published).slice(0, 10);
  return post.schedule?.local.slice(0, 10) ?? null;
}

/** How each post of the list stands; posts in the trash are left out, as are tellings whose copy is there. */
function knownPosts(session: Session, { body }: EvergreenItem): Known[] {
  const { posts } = session.repositories;
  const { zone } = session.workspace();
  return body.postIds.flatMap((postId) => {
    const post = posts.get(postId);
    if (!post || post.trashedAt !== null) return [];
    const told = body.told
      .filter((telling) => telling.postId === postId)
      .flatMap((telling) => {
        const copy = posts.get(telling.as);
        if (!copy || copy.trashedAt !== null) return [];
        return [{ variant: telling.variant, on: ownDay(copy, zone) ?? telling.on, as: telling.as }];
      })
      .toSorted((a, b) => (a.on < b.on ? -1 : 1));
    const own = ownDay(post, zone);
    const latest = told.at(-1);
    const ownIsLast = own !== null && (latest === undefined || own > latest.on);
    return [
      {
        post,
        told,
        postId,
        versions: 1 + (body.variants[postId]?.length ?? 0),
        last: ownIsLast ? own : (latest?.on ?? null),
        lastVariant: ownIsLast ? 0 : (latest?.variant ?? 0),
      },
    ];
  });
}

export function listEvergreen(
  { holder }: RecordContext,
  { id }: ParsedInput<'evergreen.next'>,
): CallOutput<'evergreen.next'> {
  const session = holder.current();
  const item = requireList(session.repositories, id);
  return knownPosts(session, item)
    .toSorted((a, b) => ((a.last ?? '') < (b.last ?? '') ? -1 : 1))
    .map((known) => ({
      postId: known.postId,
      title: known.post.title || known.post.body.slice(0, 80),
      variant: nextVariant(known),
      versions: known.versions,
      last: known.last,
      paused: item.body.paused?.includes(known.postId) ?? false,
      restedOn: restedOn(known, item.body.coolDownDays),
      told: known.told,
    }));
}

interface Placed {
  post: Post;
  variant: number;
  turn: SlotTurn;
}

/** Fills free slots, by time, each with what has rested longest by then. */
function fillSlots(
  known: readonly Known[],
  item: EvergreenItem,
  turns: readonly SlotTurn[],
  count: number,
): Placed[] {
  const { accountIds, coolDownDays, paused = [] } = item.body;
  const placed: Placed[] = [];
  const mine = new Occupied([]);
  let state: Evergreen[] = [...known];
  for (const turn of turns) {
    if (placed.length >= count) break;
    if (mine.near(turn.dueAt, accountIds)) continue;
    const fits = new Set(
      known
        .filter(({ post }) => !paused.includes(post.id))
        .filter(({ post }) => turn.pillar === '' || post.pillar === turn.pillar)
        .map(({ postId }) => postId),
    );
    const day = turn.schedule.local.slice(0, 10);
    const telling = longestRested(
      state.filter(({ postId }) => fits.has(postId)),
      coolDownDays,
      day,
    );
    const post = known.find(({ postId }) => postId === telling?.postId)?.post;
    if (!telling || !post) continue;
    placed.push({ post, variant: telling.variant, turn });
    mine.add({ dueAt: turn.dueAt, accountIds });
    state = afterTelling(state, telling, day);
  }
  return placed;
}

/** A copy in the words of a variant, for the accounts of the list. */
function retold({ post, variant, turn }: Placed, item: EvergreenItem, now: string): Post {
  const { accountIds, variants } = item.body;
  const copy = copyOf(post, now);
  const targets = copy.targets.filter(
    ({ accountId }) => accountIds.length === 0 || accountId === null || accountIds.includes(accountId),
  );
  const words = variant === 0 ? undefined : variants[post.id]?.[variant - 1];
  return {
    ...copy,
    ...(words ? { title: words.title || copy.title, body: words.body || copy.body } : {}),
    // The editor makes its own state of the body anew.
    ...(words?.body ? { document: null } : {}),
    targets: targets.length > 0 ? targets : copy.targets,
    schedule: turn.schedule,
  };
}

/** Puts the posts that rested longest into the next free slots, as copies, and notes that they were told. */
export function planEvergreen(
  context: RecordContext,
  { id, count, after }: ParsedInput<'evergreen.plan'>,
): CallOutput<'evergreen.plan'> {
  const session = context.holder.current();
  const item = requireList(session.repositories, id);
  const slots = keptSlots(session);
  if (slots.length === 0) throw noSlots();
  const now = context.clock.now();
  const from = instant(after, now);
  const turns = freeTurns(session, slots, {
    accountIds: item.body.accountIds,
    pillar: null,
    after: from,
    count: mostTurns,
  });
  const placed = fillSlots(knownPosts(session, item), item, turns, count);
  if (placed.length === 0) return { step: { undoable: false, label: null }, planned: [] };
  const made = placed.map((each) => ({ ...each, copy: retold(each, item, now.toISOString()) }));
  const planned = made.map(({ post, variant, turn, copy }) => ({
    postId: post.id,
    variant,
    as: copy.id,
    schedule: turn.schedule,
  }));
  const told = planned.map(({ postId, variant, as, schedule }) => ({
    postId,
    variant,
    as,
    on: schedule.local.slice(0, 10),
  }));
  const body = { ...item.body, told: [...item.body.told, ...told].slice(-5000) };
  const step = recordMade(
    context,
    { posts: made.map(({ copy }) => copy), changes: [keptChange(item, body)] },
    { en: `Plan ${planned.length} evergreen`, zh: `安排 ${planned.length} 篇常青内容` },
  );
  return { step, planned };
}
