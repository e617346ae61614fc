import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlannedReminder } from '#shared/contract/reminders.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';

/** What can be done about something that is due; each says what it did and can be undone. */
export interface ReminderActs {
  handOff(item: PlannedReminder): void;
  markPublished(item: PlannedReminder): Promise<void>;
  toNextSlot(item: PlannedReminder): Promise<void>;
  toTomorrow(item: PlannedReminder): Promise<void>;
  snooze(item: PlannedReminder, minutes: number): Promise<void>;
  dismiss(items: readonly PlannedReminder[]): Promise<void>;
}

const named = ({ key, dueAt }: PlannedReminder) => ({ key, dueAt });

/** The address of a post with its hand-off open, for one target or all that go out then. */
export function handOffAddress({ id, targetId }: Pick<PlannedReminder, 'id' | 'targetId'>): string {
  return `/posts/${id}?handoff=${targetId ?? 'all'}`;
}

const undo = async (): Promise<void> => void (await call('plan.undo', {}));

export function useReminderActs(): ReminderActs {
  const { t, locale } = useWords();
  const [, navigate] = useLocation();
  return useMemo(() => {
    const moveTo = async (item: PlannedReminder, local: string): Promise<void> => {
      const zone = item.schedule?.zone ?? 'UTC';
      await call('posts.schedule', {
        moves: [{ id: item.id, targetId: item.targetId, schedule: { local, zone } }],
      });
      const day = new Date(`${local}:00Z`).toLocaleString(locale, {
        ...{
          timeZone: 'UTC',
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
        },
      });
      notifyUndo(t('reminders.moved', { when: day }), undo);
    };
    return {
      handOff: (item) => navigate(handOffAddress(item)),
      async markPublished(item) {
        const post = await call('posts.get', { id: item.id });
        // Those that go out with this entry: the one target, or all that share the post's time.
        const targets = post.targets.filter(
          ({ id, schedule, status }) =>
            status !== 'published' && (item.targetId === null ? schedule === null : id === item.targetId),
        );
        if (targets.length === 0) {
          notify(t('reminders.no-targets'));
          return;
        }
        for (const { id } of targets) {
          const published = { at: new Date().toISOString(), url: '' };
          await call('posts.markPublished', { id: item.id, targetId: id, published });
        }
        notifyUndo(t('reminders.marked', { count: targets.length }), async () => {
          for (const _ of targets) await undo();
        });
      },
      async toNextSlot(item) {
        const slots = await call('slots.next', { count: 1 });
        if (slots.length === 0) {
          notify(t('reminders.no-slot'));
          return;
        }
        if (item.targetId === null) {
          const { step } = await call('timing.queue', { ids: [item.id] });
          if (step.undoable) notifyUndo(t('reminders.queued'), undo);
          else notify(t('reminders.no-slot'));
          return;
        }
        const zone = item.schedule?.zone ?? slots[0]?.schedule.zone ?? 'UTC';
        await moveTo(item, createZoneClock(zone).wall(slots[0]?.dueAt ?? ''));
      },
      async toTomorrow(item) {
        const zone = item.schedule?.zone ?? 'UTC';
        const today = createZoneClock(zone).wall(new Date().toISOString()).slice(0, 10);
        await moveTo(item, `${addDays(today, 1)}${item.schedule?.local.slice(10) ?? 'T09:00'}`);
      },
      async snooze(item, minutes) {
        await call('reminders.snooze', { items: [named(item)], minutes });
        notify(t('reminders.snoozed', { minutes }));
      },
      async dismiss(items) {
        if (items.length > 0)
          await call('reminders.dismiss', { items: items.map(named) }).catch(notifyFailure);
      },
    };
  }, [t, locale, navigate]);
}
