import { type Day, daysBetween } from '#shared/domain/calendar-days.ts';
import type { ZoneClock } from '#shared/domain/calendar-zone.ts';
import type { PlanEntry } from '#shared/domain/post.ts';

/** One line of the agenda. */
export type AgendaRow =
  | { kind: 'overdue' | 'unscheduled'; count: number }
  | { kind: 'day'; day: Day; count: number }
  /** `count` days in a row, `from` to `to`, on which nothing stands. */
  | { kind: 'free'; from: Day; to: Day; count: number }
  | { kind: 'entry'; entry: PlanEntry; wall: string; late: boolean };

/** True for the lines that head others and stay in sight while these pass. */
export function isHead(row: AgendaRow): boolean {
  return row.kind !== 'entry' && row.kind !== 'free';
}

/**
 * The agenda from top to bottom: what is overdue, the days with what stands on them, what has no time. Each entry
 * stands in it once: one that is overdue only among those. Today has its line even when it is free.
 */
export function agendaRows({
  entries,
  overdue,
  unscheduled,
  days,
  now,
  clock,
}: {
  entries: readonly PlanEntry[];
  /** The latest first. */
  overdue: readonly PlanEntry[];
  unscheduled: readonly PlanEntry[];
  /** In order, without gaps. */
  days: readonly Day[];
  /** Wall time now. */
  now: string;
  clock: ZoneClock;
}): AgendaRow[] {
  const today = now.slice(0, 10);
  const rows: AgendaRow[] = [];
  const late = new Set(overdue.map(({ key }) => key));
  if (overdue.length > 0) {
    rows.push({ kind: 'overdue', count: overdue.length });
    for (const entry of overdue)
      rows.push({ kind: 'entry', entry, wall: entry.dueAt ? clock.wall(entry.dueAt) : '', late: true });
  }
  const byDay = new Map<Day, { entry: PlanEntry; wall: string }[]>();
  for (const entry of entries) {
    if (entry.dueAt === null || late.has(entry.key)) continue;
    const wall = clock.wall(entry.dueAt);
    const list = byDay.get(wall.slice(0, 10));
    if (list) list.push({ entry, wall });
    else byDay.set(wall.slice(0, 10), [{ entry, wall }]);
  }
  let freeFrom: Day | null = null;
  const closeFree = (to: Day | undefined): void => {
    if (freeFrom !== null && to !== undefined)
      rows.push({ kind: 'free', from: freeFrom, to, count: daysBetween(freeFrom, to) + 1 });
    freeFrom = null;
  };
  days.forEach((day, index) => {
    const list = byDay.get(day) ?? [];
    if (list.length === 0 && day !== today) {
      freeFrom ??= day;
      return;
    }
    closeFree(days[index - 1]);
    rows.push({ kind: 'day', day, count: list.length });
    list.sort((one, other) =>
      one.wall === other.wall ? (one.entry.key < other.entry.key ? -1 : 1) : one.wall < other.wall ? -1 : 1,
    );
    for (const { entry, wall } of list)
      rows.push({ kind: 'entry', entry, wall, late: wall < now && entry.status !== 'published' });
  });
  closeFree(days.at(-1));
  if (unscheduled.length > 0) {
    rows.push({ kind: 'unscheduled', count: unscheduled.length });
    for (const entry of unscheduled) rows.push({ kind: 'entry', entry, wall: '', late: false });
  }
  return rows;
}
