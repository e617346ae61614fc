import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { clockChangeAt } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post } from '#shared/domain/post.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import { checkedRule, firstOccurrences } from '#shared/plan/recurrence.ts';
import { ruleInWords } from '#shared/plan/recurrence-words.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { preparedItem } from '../kit/kit.ts';
import { requirePost } from '../posts/post-errors.ts';
import { recordMade } from './record-made.ts';
import {
  comingTurns,
  horizonOf,
  postForTurn,
  postsOfSeries,
  type SeriesItem,
  seriesOf,
} from './series-posts.ts';

/** The next occurrences of a rule, with what clock changes do to them. */
export function previewSeries({
  rule,
  start,
  zone,
  exceptions,
  count,
}: ParsedInput<'series.preview'>): CallOutput<'series.preview'> {
  const checked = checkedRule(rule, start, zone);
  const items = firstOccurrences({ rule: checked, start, zone, exceptions }, count).map((local) => {
    const schedule = { local, zone };
    const change = clockChangeAt(schedule);
    return {
      local,
      dueAt: dueInstant(schedule),
      note: change?.kind ?? null,
      shown: change?.kind === 'gap' ? change.shown : local,
    };
  });
  return { rule: checked, words: ruleInWords(checked, start), items };
}

function repeatable(post: Post): NonNullable<Post['schedule']> {
  if (post.series) {
    throw new GalleyError('conflict', {
      en: 'This post repeats already. Change its series instead.',
      zh: '这篇帖子已在重复中。请修改它的重复设置。',
    });
  }
  if (post.schedule) return post.schedule;
  throw new GalleyError('invalid-input', {
    en: 'Only a post with a time can repeat. Give it a time first.',
    zh: '只有已排期的帖子才能重复。请先设置时间。',
  });
}

/** Makes a series of a post: it is the first, copies stand for the next 90 days. */
export function makeSeries(
  context: RecordContext,
  { postId, rule, until }: ParsedInput<'series.make'>,
): CallOutput<'series.make'> {
  const { repositories } = context.holder.current();
  const post = requirePost(repositories, postId);
  const { local: start, zone } = repeatable(post);
  const ended = until === undefined ? rule : `${rule};UNTIL=${until.replaceAll('-', '')}`;
  const now = context.clock.now();
  const at = now.toISOString();
  const body: KitBody<'series'> = {
    rule: checkedRule(ended, start, zone),
    start,
    zone,
    postId,
    exceptions: [],
    madeUntil: horizonOf({ start, zone }, now),
  };
  const name = (post.title || post.body || start).slice(0, 200);
  const { item } = preparedItem(repositories, { kind: 'series', name, body }, at);
  const posts = comingTurns(seriesOf(body), now)
    .filter((wall) => wall !== start)
    .map((wall) => postForTurn(post, { id: item.id, zone, at: wall, now: at }));
  const first = {
    field: 'fields',
    postId,
    before: { series: null },
    after: { series: { id: item.id, at: start } },
  } as const;
  const step = recordMade(
    context,
    { posts, made: [item], changes: [first] },
    { en: `Repeat “${name.slice(0, 40)}”`, zh: `重复“${name.slice(0, 40)}”` },
  );
  return { seriesId: item.id, made: posts.length, step };
}

/** The turns of a series that no post stands for yet, not even one in the trash. */
function missingPosts(context: RecordContext, item: SeriesItem, now: Date): Post[] {
  const { repositories } = context.holder.current();
  const posts = postsOfSeries(repositories, item.id);
  const template = repositories.posts.get(item.body.postId) ?? posts.at(-1);
  if (!template) return [];
  const known = new Set(posts.map((post) => post.series?.at));
  return comingTurns(seriesOf(item.body), now)
    .filter((wall) => !known.has(wall))
    .map((wall) =>
      postForTurn(template, { id: item.id, zone: item.body.zone, at: wall, now: now.toISOString() }),
    );
}

/**
 * Makes the posts of all series for the next 90 days that are missing. No step of undo: nobody did it, and what
 * somebody did must stay the next to be undone.
 */
export function extendSeries(context: RecordContext): CallOutput<'series.extend'> {
  const session = context.holder.peek();
  if (!session) return { made: 0 };
  const { repositories } = session;
  const now = context.clock.now();
  const made = repositories.transaction(() => {
    const items = repositories.kit.list('series', false) as SeriesItem[];
    const posts = items.flatMap((item) => missingPosts(context, item, now));
    if (posts.length > 0) repositories.posts.insertMany(posts);
    return posts;
  });
  if (made.length > 0)
    context.events.emit('records.changed', { kind: 'post', ids: made.map(({ id }) => id) });
  return { made: made.length };
}
