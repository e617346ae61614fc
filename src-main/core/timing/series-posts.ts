import { addMinutes, createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { KitBody, KitItem } from '#shared/kit/schema.ts';
import { occurrencesBetween, type Series } from '#shared/plan/recurrence.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import { requireItem } from '../kit/kit.ts';
import { copyOf } from '../posts/write-post.ts';
import { GalleyError } from '#shared/contract/failure.ts';

/** Days ahead for which posts of a series are made. */
const horizonDays = 90;
const dayLength = 86_400_000;

export type SeriesItem = KitItem<'series'>;

export function requireSeries(repositories: Repositories, id: string): SeriesItem {
  const item = requireItem(repositories, id);
  if (item.kind === 'series' && item.trashedAt === null) return item as SeriesItem;
  throw new GalleyError('not-found', {
    en: 'This post does not repeat any more. Reload the plan.',
    zh: '这篇帖子已不再重复。请重新载入计划。',
  });
}

/** Every post of a series, also in the trash, by its turn. */
export function postsOfSeries(repositories: Repositories, id: string): Post[] {
  return repositories.posts
    .idsWith({ field: 'series', value: id, trashed: true })
    .flatMap((postId) => repositories.posts.get(postId) ?? [])
    .toSorted((a, b) => ((a.series?.at ?? '') < (b.series?.at ?? '') ? -1 : 1));
}

/** The wall time in a zone until which posts are made: 90 days after now, or after its start. */
export function horizonOf({ start, zone }: Pick<Series, 'start' | 'zone'>, now: Date): string {
  const far = new Date(now.getTime() + horizonDays * dayLength).toISOString();
  const walls = [createZoneClock(zone).wall(far), addMinutes(start, horizonDays * 24 * 60)];
  return walls.toSorted().at(-1) ?? start;
}

/** Turns that are still to come, up to the horizon, as wall times. */
export function comingTurns(series: Series, now: Date): string[] {
  const instant = now.toISOString();
  const from = createZoneClock(series.zone).wall(instant);
  return occurrencesBetween(series, from, horizonOf(series, now)).filter(
    (local) => dueInstant({ local, zone: series.zone }) > instant,
  );
}

const minutesBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);

/** A time moved along with another that went from one wall time to another. */
export function movedAlong(schedule: Schedule, from: string, to: string): Schedule {
  return { ...schedule, local: addMinutes(schedule.local, minutesBetween(from, to)) };
}

/** A copy of the series' post for one of its turns; targets keep their distance from the post's time. */
export function postForTurn(
  template: Post,
  { id, zone, at, now }: { id: string; zone: string; at: string; now: string },
): Post {
  const copy = copyOf(template, now);
  const base = template.schedule?.local ?? at;
  const ownTime = (target: Target, index: number): Target => {
    const own = template.targets[index]?.schedule ?? null;
    return own ? { ...target, schedule: movedAlong(own, base, at) } : target;
  };
  return {
    ...copy,
    targets: copy.targets.map(ownTime),
    schedule: { local: at, zone },
    series: { id, at },
  };
}

export function seriesOf(body: KitBody<'series'>): Series {
  return { rule: body.rule, start: body.start, zone: body.zone, exceptions: body.exceptions };
}
