import type { PlannedReminder } from '#shared/contract/reminders.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import {
  type Remindable,
  type ReminderMark,
  type SortedReminders,
  sortReminders,
} from '#shared/plan/reminders.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext, SettingsStore } from '#main/ports/workspace.ts';

/** What reminders work with. */
export interface ReminderContext extends RecordContext {
  readonly settings: SettingsStore;
}

const day = 24 * 60 * 60 * 1000;

/** Milliseconds: what is overdue for longer has long been seen on Today and on the calendar. */
const reach = 14 * day;

/** Milliseconds that are looked ahead. */
const outlook = 2 * day;

const upcomingShown = 50;
const overdueRead = 1000;

type DuePlanEntry = PlanEntry & Remindable;
type Reminders = CallOutput<'reminders.list'>;
type Item = { key: string; dueAt: string };

const isDue = (entry: PlanEntry): entry is DuePlanEntry => entry.dueAt !== null;

/** Of a target with its own time its own state counts, not its post's. */
function isOpen(repositories: Repositories, entry: PlanEntry): boolean {
  if (entry.status === 'published' || entry.status === 'idea') return false;
  if (entry.targetId === null) return true;
  const target = repositories.posts.get(entry.id)?.targets.find(({ id }) => id === entry.targetId);
  return target?.status !== 'published';
}

function openEntries(repositories: Repositories, now: number): DuePlanEntry[] {
  const at = (milliseconds: number): string => new Date(milliseconds).toISOString();
  const since = at(now - reach);
  const past = repositories.posts
    .overdue(at(now), overdueRead)
    .items.filter((entry) => isDue(entry) && entry.dueAt >= since && entry.status !== 'idea');
  const coming = repositories.posts
    .range(at(now), at(now + outlook))
    .filter((entry) => isOpen(repositories, entry));
  return [...past, ...coming].filter(isDue);
}

interface Looked {
  sorted: SortedReminders<DuePlanEntry>;
  marks: Map<string, ReminderMark>;
}

const nameOf = ({ key, dueAt }: Item): string => `${key} ${dueAt}`;

function look({ holder, settings, clock }: ReminderContext): Looked {
  const { repositories } = holder.current();
  const { reminderMinutes } = settings.read();
  const now = clock.now();
  const marks = repositories.reminders.marks(new Date(now.getTime() - reach).toISOString());
  const times = {
    now: now.toISOString(),
    lastSeen: repositories.reminders.lastSeen(),
    before: reminderMinutes,
  };
  const sorted = sortReminders(openEntries(repositories, now.getTime()), marks, times);
  return { sorted, marks: new Map(marks.map((mark) => [nameOf(mark), mark])) };
}

/**
 * Looks at what is due now and keeps what was found, so that it is told once.
 * @returns the keys that came now, and when the next one will
 */
export function findReminders(context: ReminderContext): { keys: string[]; wakeAt: string | null } {
  if (!context.settings.read().reminders) return { keys: [], wakeAt: null };
  const { repositories } = context.holder.current();
  const now = context.clock.now();
  return repositories.transaction(() => {
    const { sorted } = look(context);
    repositories.reminders.write(sorted.fresh);
    repositories.reminders.see(now.toISOString());
    if (sorted.fresh.length > 0)
      repositories.reminders.forget(new Date(now.getTime() - 2 * reach).toISOString());
    return { keys: sorted.fresh.map(({ key }) => key), wakeAt: sorted.wakeAt };
  });
}

/** What is missed, due and to come; looking changes nothing. */
export function listReminders(context: ReminderContext): Reminders {
  if (!context.settings.read().reminders) return { missed: [], due: [], upcoming: [] };
  const { sorted, marks } = look(context);
  const shown = (entry: DuePlanEntry): PlannedReminder => {
    const { key, id, targetId, title, excerpt, status, formats, thumbnail, schedule, dueAt } = entry;
    const mark = marks.get(nameOf(entry));
    return {
      ...{ key, id, targetId, title, excerpt, status, formats, thumbnail, schedule, dueAt },
      shown: (mark?.shownAt ?? null) !== null,
      snoozedUntil: mark?.snoozedUntil ?? null,
    };
  };
  return {
    missed: sorted.missed.map(shown),
    due: sorted.due.map(shown),
    upcoming: sorted.upcoming.slice(0, upcomingShown).map(shown),
  };
}

/** Changes what is remembered of some reminders; ones that were never found are made known by it. */
export function markReminders(
  context: ReminderContext,
  items: readonly Item[],
  change: Partial<ReminderMark>,
): void {
  const { repositories } = context.holder.current();
  const since = items.map(({ dueAt }) => dueAt).sort()[0] ?? '';
  repositories.transaction(() => {
    const known = new Map(repositories.reminders.marks(since).map((mark) => [nameOf(mark), mark]));
    const blank = { missed: false, shownAt: null, dismissedAt: null, snoozedUntil: null };
    repositories.reminders.write(
      items.map((item) => ({
        ...blank,
        ...known.get(nameOf(item)),
        key: item.key,
        dueAt: item.dueAt,
        ...change,
      })),
    );
  });
  context.events.emit('reminders.changed', {});
}
