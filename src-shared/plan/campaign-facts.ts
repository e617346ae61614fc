import { type Day, daysBetween } from '../domain/calendar-days.ts';
import { type PostStatus, postStatuses } from '../domain/post.ts';
import type { KitBody } from '../kit/schema.ts';

/** Where a campaign stands in time; days are whole ones, 0 on the day itself. */
export type CampaignPhase =
  | { kind: 'open' }
  | { kind: 'ahead'; days: number }
  | { kind: 'running'; day: number; of: number | null }
  | { kind: 'over'; days: number };

/** @param today a day of the wall calendar */
export function phaseOf({ from, to }: { from: Day | null; to: Day | null }, today: Day): CampaignPhase {
  if (to !== null && to < today) return { kind: 'over', days: daysBetween(to, today) };
  if (from === null) return { kind: 'open' };
  if (from > today) return { kind: 'ahead', days: daysBetween(today, from) };
  return {
    kind: 'running',
    day: daysBetween(from, today) + 1,
    of: to === null ? null : daysBetween(from, to) + 1,
  };
}

/** Statuses that there are posts of, in the order of their way, each with its part of all, 0 to 1. */
export function shares(
  byStatus: Partial<Record<PostStatus, number>>,
): { status: PostStatus; count: number; share: number }[] {
  const total = postStatuses.reduce((sum, status) => sum + (byStatus[status] ?? 0), 0);
  return postStatuses
    .flatMap((status) => {
      const count = byStatus[status] ?? 0;
      return count === 0 ? [] : [{ status, count, share: count / total }];
    })
    .reverse();
}

/** How many steps of a checklist are done. */
export function doneOf(checklist: KitBody<'campaign'>['checklist']): { done: number; of: number } {
  return { done: checklist.filter(({ done }) => done).length, of: checklist.length };
}
