import type { CallOutput } from '#shared/contract/index.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PostStatus } from '#shared/domain/post.ts';

/** How many stand on each day of the zone's calendar, by state; the days in order. */
export function countDays(
  standing: readonly { dueAt: string; status: PostStatus }[],
  clock: ZoneClock,
): CallOutput<'plan.density'> {
  const days = new Map<string, CallOutput<'plan.density'>[number]>();
  for (const { dueAt, status } of standing) {
    const day = clock.wall(dueAt).slice(0, 10);
    const known = days.get(day) ?? { day, total: 0, byStatus: {} };
    known.total += 1;
    known.byStatus[status] = (known.byStatus[status] ?? 0) + 1;
    days.set(day, known);
  }
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}
