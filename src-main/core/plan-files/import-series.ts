import { GalleyError } from '#shared/contract/failure.ts';
import type { Post } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { repeatKey } from '#shared/plan/files/ics-repeats.ts';
import type { PlanRow } from '#shared/plan/files/plan-row.ts';
import { createOrigins } from '#shared/plan/files/row-key.ts';
import { checkedRule } from '#shared/plan/recurrence.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import { preparedItem } from '../kit/kit.ts';
import { comingTurns, horizonOf, postForTurn, type SeriesItem, seriesOf } from '../timing/series-posts.ts';

/** A series as its first post begins it, with the posts of its next turns. */
export interface NewSeries {
  item: KitItem;
  first: Post;
  posts: Post[];
}

/** The rule as a series keeps it; null for one that it cannot follow. */
function ruleOf(rule: string, start: string, zone: string): string | null {
  try {
    return checkedRule(rule, start, zone);
  } catch (error) {
    if (error instanceof GalleyError) return null;
    throw error;
  }
}

/**
 * The series that a new post of an import begins: the post, which is marked as the first, and its turns of the next 90
 * days that no import brought in before. None for a post that stands
 * in the plan: it repeats as it did.
 */
export function newSeries(
  repositories: Repositories,
  { before, after, repeats }: { before: Post | null; after: Post | null; repeats?: PlanRow['repeats'] },
  now: Date,
): NewSeries[] {
  if (!repeats || before?.trashedAt === null || !after?.schedule) return [];
  const { local: start, zone } = after.schedule;
  const rule = ruleOf(repeats.rule, start, zone);
  if (rule === null) return [];
  const at = now.toISOString();
  const exceptions = repeats.exceptions.map((each) =>
    each.length > 10 ? each : `${each}T${start.slice(11)}`,
  );
  const madeUntil = horizonOf({ start, zone }, now);
  const body: SeriesItem['body'] = { rule, start, zone, postId: after.id, exceptions, madeUntil };
  const name = (after.title || after.body || start).slice(0, 200);
  const { item } = preparedItem(repositories, { kind: 'series', name, body }, at);
  const known = new Map(repositories.posts.imported().map((each) => [each.origin, each.id]));
  const stands = (origin: string): boolean =>
    repositories.posts.get(known.get(origin) ?? '')?.trashedAt === null;
  const posts = comingTurns(seriesOf(body), now)
    .filter((wall) => wall !== start)
    .map((wall) => ({
      ...postForTurn(after, { id: item.id, zone, at: wall, now: at }),
      // As the date of its own that another import may make of it.
      origin: createOrigins('ics')(repeatKey(repeats.uid, repeats.wholeDays ? wall.slice(0, 10) : wall), ''),
    }))
    .filter(({ origin }) => !stands(origin));
  return [{ item, first: { ...after, series: { id: item.id, at: start } }, posts }];
}
