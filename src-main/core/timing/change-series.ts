import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post } from '#shared/domain/post.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import {
  checkedRule,
  endedBefore,
  expandRule,
  firstOccurrences,
  mostOccurrences,
  rest,
  type Series,
} from '#shared/plan/recurrence.ts';
import type { PlanChange, PlanFields } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { preparedItem } from '../kit/kit.ts';
import { schedulePosts } from '../plan/change-plan.ts';
import { requirePost } from '../posts/post-errors.ts';
import { isFixed } from './free-slots.ts';
import { keptChange, recordMade } from './record-made.ts';
import {
  comingTurns,
  horizonOf,
  movedAlong,
  postForTurn,
  postsOfSeries,
  requireSeries,
  type SeriesItem,
  seriesOf,
} from './series-posts.ts';

type Change = ParsedInput<'series.change'>;

function requireAt(at: string | undefined): string {
  if (at !== undefined) return at;
  throw new GalleyError('invalid-input', {
    en: 'Say which occurrence is meant.',
    zh: '请指明是哪一次。',
  });
}

/** Posts of a series that may still be changed, by their turn. */
function livePosts(posts: readonly Post[], from: string, now: Date): Post[] {
  const instant = now.toISOString();
  return posts.filter(
    (post) =>
      post.trashedAt === null &&
      !isFixed(post) &&
      (post.series?.at ?? '') >= from &&
      (post.schedule === null || dueInstant(post.schedule) > instant),
  );
}

/** The series as the change wants it from a turn on. */
function wantedSeries(body: KitBody<'series'>, change: Change, from: string): Series {
  const zone = change.zone ?? body.zone;
  const time = change.time ?? body.start.slice(11);
  const before = firstOccurrences({ ...seriesOf(body), exceptions: [] }, mostOccurrences).filter(
    (wall) => wall < from,
  );
  const start = `${from.slice(0, 11)}${time}`;
  const exceptions = body.exceptions
    .filter((wall) => wall >= from)
    .map((wall) => `${wall.slice(0, 11)}${time}`);
  if (change.rule === undefined) return { rule: rest(body.rule, before.length), start, zone, exceptions };
  const rule = checkedRule(change.rule, start, zone);
  return { rule, start: expandRule({ rule, start, zone }, 1)[0] ?? start, zone, exceptions };
}

/** What a post must become to stand for another turn; one that was moved by hand keeps its time. */
function turnChanges(post: Post, id: string, at: string, zone: string): PlanChange[] {
  const was = post.series;
  const changes: PlanChange[] = [];
  if (was?.id !== id || was.at !== at) {
    changes.push({
      field: 'fields',
      postId: post.id,
      before: { series: was },
      after: { series: { id, at } },
    });
  }
  if (!was || post.schedule?.local !== was.at || (was.at === at && post.schedule.zone === zone))
    return changes;
  const times = [
    { targetId: null, before: post.schedule, after: { local: at, zone } },
    ...ownTimes(post, was.at, at),
  ];
  return [...changes, ...times.map((time): PlanChange => ({ field: 'schedule', postId: post.id, ...time }))];
}

function ownTimes(post: Post, from: string, to: string) {
  return post.targets.flatMap(({ id, schedule }) =>
    schedule ? [{ targetId: id, before: schedule, after: movedAlong(schedule, from, to) }] : [],
  );
}

const wordsOf = (post: Post): PlanFields => ({
  title: post.title,
  body: post.body,
  document: post.document,
  hashtags: post.hashtags,
  link: post.link,
  firstComment: post.firstComment,
});

/** The words of one post put into others. */
function wordChanges(posts: readonly Post[], from: Post): PlanChange[] {
  return posts
    .filter(({ id }) => id !== from.id)
    .map((post) => ({ field: 'fields', postId: post.id, before: wordsOf(post), after: wordsOf(from) }));
}

const label = { en: 'Change a series', zh: '修改重复帖子' };

/** Lays the posts that are still to come along the turns of the changed series, in their order. */
function relay(
  context: RecordContext,
  item: SeriesItem,
  change: Change,
  from: string,
): CallOutput<'series.change'> {
  const { repositories } = context.holder.current();
  const now = context.clock.now();
  const at = now.toISOString();
  const posts = postsOfSeries(repositories, item.id);
  const live = livePosts(posts, from, now);
  const series = wantedSeries(item.body, change, from);
  const staying = new Set(
    posts
      .filter((post) => (post.series?.at ?? '') >= from && post.trashedAt === null && !live.includes(post))
      .map((post) => post.series?.at.slice(0, 10)),
  );
  const turns = comingTurns(series, now).filter((wall) => !staying.has(wall.slice(0, 10)));
  const splits = from > item.body.start;
  const template = live[0] ?? repositories.posts.get(item.body.postId) ?? posts.at(-1);
  const body: KitBody<'series'> = {
    ...series,
    exceptions: [...series.exceptions],
    postId: template?.id ?? item.body.postId,
    madeUntil: horizonOf(series, now),
  };
  const next = splits
    ? preparedItem(repositories, { kind: 'series', name: item.name, body }, at).item
    : { ...item, body };
  const old = splits ? { ...item.body, rule: endedBefore(item.body.rule, from) } : body;
  const changes: PlanChange[] = [keptChange(item, old)];
  live.forEach((post, index) => {
    const turn = turns[index];
    if (turn === undefined) changes.push({ field: 'trashed', postId: post.id, before: false, after: true });
    else changes.push(...turnChanges(post, next.id, turn, series.zone));
  });
  const wording = change.wordsFrom === undefined ? null : requirePost(repositories, change.wordsFrom);
  if (wording) changes.push(...wordChanges(live.slice(0, turns.length), wording));
  const source = wording ?? template;
  const made = source
    ? turns
        .slice(live.length)
        .map((wall) => postForTurn(source, { id: next.id, zone: series.zone, at: wall, now: at }))
    : [];
  const step = recordMade(context, { posts: made, made: splits ? [next] : [], changes }, label);
  return { seriesId: next.id, step };
}

/** Moves one post of a series; the others stay. */
function changeOne(context: RecordContext, item: SeriesItem, change: Change): CallOutput<'series.change'> {
  const { repositories } = context.holder.current();
  const at = requireAt(change.at);
  const moves = postsOfSeries(repositories, item.id)
    .filter((post) => post.series?.at === at && post.trashedAt === null)
    .map(({ id, schedule }) => {
      const now = schedule ?? { local: at, zone: item.body.zone };
      const local = change.time === undefined ? now.local : `${now.local.slice(0, 11)}${change.time}`;
      return { id, targetId: null, schedule: { local, zone: change.zone ?? now.zone } };
    });
  return { seriesId: item.id, step: schedulePosts(context, { moves }) };
}

/** Changes one occurrence, those from one on, or all that are to come, as one step of undo. */
export function changeSeries(context: RecordContext, change: Change): CallOutput<'series.change'> {
  const item = requireSeries(context.holder.current().repositories, change.id);
  if (change.scope === 'this') return changeOne(context, item, change);
  const from = change.scope === 'all' ? item.body.start : requireAt(change.at);
  return relay(context, item, change, from);
}

/** Takes occurrences out of a series, as one step of undo; what was published or is past stays. */
export function removeFromSeries(
  context: RecordContext,
  { id, scope, at }: ParsedInput<'series.remove'>,
): CallOutput<'series.remove'> {
  const { repositories } = context.holder.current();
  const item = requireSeries(repositories, id);
  const posts = postsOfSeries(repositories, id);
  const now = context.clock.now();
  const trash = (gone: readonly Post[]): PlanChange[] =>
    gone.map((post) => ({ field: 'trashed', postId: post.id, before: false, after: true }));
  if (scope === 'all') {
    const ended: PlanChange = {
      field: 'kit',
      kitId: id,
      before: { name: item.name, body: item.body },
      after: null,
    };
    const changes = [ended, ...trash(livePosts(posts, '', now))];
    return recordMade(context, { changes }, { en: 'End a series', zh: '结束重复' });
  }
  const from = requireAt(at);
  if (scope === 'following') {
    const body = { ...item.body, rule: endedBefore(item.body.rule, from) };
    const changes = [keptChange(item, body), ...trash(livePosts(posts, from, now))];
    return recordMade(context, { changes }, { en: 'End a series', zh: '结束重复' });
  }
  const gone = posts.filter((post) => post.series?.at === from && post.trashedAt === null && !isFixed(post));
  const body = { ...item.body, exceptions: [...new Set([...item.body.exceptions, from])] };
  return recordMade(
    context,
    { changes: [keptChange(item, body), ...trash(gone)] },
    { en: 'Leave out one of a series', zh: '跳过一次重复' },
  );
}
