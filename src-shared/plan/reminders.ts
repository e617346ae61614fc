/** What is due and still open: a post, or a target with its own time. */
export interface Remindable {
  /** `entryKey`. */
  key: string;
  /** ISO 8601 in UTC. */
  dueAt: string;
}

/** What is remembered of a reminder, so that none comes twice; another time of the same entry is another reminder. */
export interface ReminderMark extends Remindable {
  /** It became due while nobody could be told. */
  missed: boolean;
  /** When somebody was told; null: not yet. */
  shownAt: string | null;
  dismissedAt: string | null;
  snoozedUntil: string | null;
}

export interface SortedReminders<Entry extends Remindable> {
  /** Became due while the machine slept or Galley was closed, and nobody has dealt with it. By time. */
  missed: Entry[];
  /** Its moment has come. By time. */
  due: Entry[];
  /** Its moment is to come. By its moment. */
  upcoming: Entry[];
  /** What changed of the marks: reminders that came now for the first time, or again after a snooze. */
  fresh: ReminderMark[];
  /** The next moment, ISO 8601; null for none. */
  wakeAt: string | null;
}

const minute = 60_000;

/** Milliseconds by which a reminder may be late and still be one, not a missed one. */
export const grace = 2 * minute;

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/**
 * Sorts what is open into missed, due and to come.
 * @param times `now`; `lastSeen` when this was last looked at (null: never, so nothing was missed); `before` minutes
 *   by which a reminder comes ahead of its time, 0 to 1440
 */
export function sortReminders<Entry extends Remindable>(
  entries: readonly Entry[],
  marks: readonly ReminderMark[],
  times: { now: string; lastSeen: string | null; before: number },
): SortedReminders<Entry> {
  const now = Date.parse(times.now);
  // A clock that was set back has seen nothing of what is to come.
  const seen = Math.min(now, times.lastSeen === null ? now : Date.parse(times.lastSeen));
  const known = new Map(marks.map((mark) => [`${mark.key} ${mark.dueAt}`, mark]));
  const sorted: SortedReminders<Entry> = { missed: [], due: [], upcoming: [], fresh: [], wakeAt: null };
  const coming: { entry: Entry; moment: number }[] = [];
  for (const entry of entries) {
    const { key, dueAt } = entry;
    const mark = known.get(`${key} ${dueAt}`);
    if (mark?.dismissedAt) continue;
    const due = Date.parse(dueAt);
    const moment = mark?.snoozedUntil ? Date.parse(mark.snoozedUntil) : due - times.before * minute;
    if (moment > now && !mark?.missed && (!mark || mark.snoozedUntil)) {
      coming.push({ entry, moment });
    } else if (mark) {
      const again = mark.snoozedUntil !== null && (mark.shownAt === null || mark.shownAt < mark.snoozedUntil);
      if (again) sorted.fresh.push({ ...mark, missed: false, shownAt: times.now, snoozedUntil: null });
      (mark.missed && !again ? sorted.missed : sorted.due).push(entry);
    } else if (due > seen || due + grace >= now) {
      const missed = due + grace < now;
      sorted.fresh.push({
        ...{ key, dueAt, missed, shownAt: missed ? null : times.now },
        ...{ dismissedAt: null, snoozedUntil: null },
      });
      (missed ? sorted.missed : sorted.due).push(entry);
    }
    // Else it was put into the past, or was overdue before anybody watched: no reminder.
  }
  const byTime = (a: Remindable, b: Remindable): number =>
    a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0;
  sorted.missed.sort(byTime);
  sorted.due.sort(byTime);
  coming.sort((a, b) => a.moment - b.moment || byTime(a.entry, b.entry));
  sorted.upcoming = coming.map(({ entry }) => entry);
  sorted.wakeAt = coming[0] ? instant(coming[0].moment) : null;
  return sorted;
}
