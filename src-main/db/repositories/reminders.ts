import type { ReminderMark } from '#shared/plan/reminders.ts';
import type { ReminderRepository } from '#main/ports/team-repositories.ts';
import type { Connection } from '../connection.ts';

interface MarkRow {
  key: string;
  due_at: string;
  missed: number;
  shown_at: string | null;
  dismissed_at: string | null;
  snoozed_until: string | null;
}

export function createReminderRepository(connection: Connection): ReminderRepository {
  return {
    marks: (since) =>
      connection.all<MarkRow>('SELECT * FROM reminders WHERE due_at >= :since', { since }).map(
        (row): ReminderMark => ({
          key: row.key,
          dueAt: row.due_at,
          missed: row.missed === 1,
          shownAt: row.shown_at,
          dismissedAt: row.dismissed_at,
          snoozedUntil: row.snoozed_until,
        }),
      ),
    write(marks) {
      for (const { key, dueAt, missed, shownAt, dismissedAt, snoozedUntil } of marks) {
        connection.run(
          `INSERT INTO reminders (key, due_at, missed, shown_at, dismissed_at, snoozed_until)
             VALUES (:key, :dueAt, :missed, :shownAt, :dismissedAt, :snoozedUntil)
             ON CONFLICT (key, due_at) DO UPDATE SET missed = excluded.missed, shown_at = excluded.shown_at,
               dismissed_at = excluded.dismissed_at, snoozed_until = excluded.snoozed_until`,
          { key, dueAt, missed: missed ? 1 : 0, shownAt, dismissedAt, snoozedUntil },
        );
      }
    },
    forget: (before) => void connection.run('DELETE FROM reminders WHERE due_at < :before', { before }),
    lastSeen: () =>
      connection.get<{ seen_at: string }>('SELECT seen_at FROM reminder_clock WHERE id = 1')?.seen_at ?? null,
    see(now) {
      connection.run(
        `INSERT INTO reminder_clock (id, seen_at) VALUES (1, :now)
           ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`,
        { now },
      );
    },
  };
}
