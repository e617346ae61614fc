import { listReminders, markReminders, type ReminderContext } from '#main/core/reminders/reminders.ts';
import type { AreaHandlers } from './handlers.ts';

const minute = 60_000;

/** What is due, and what people do about being told. */
export function createReminderHandlers(context: ReminderContext): AreaHandlers<'reminders'> {
  const now = (): number => context.clock.now().getTime();
  const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();
  return {
    'reminders.list': () => listReminders(context),
    'reminders.shown': ({ items }) => {
      markReminders(context, items, { shownAt: instant(now()) });
      return {};
    },
    'reminders.dismiss': ({ items }) => {
      markReminders(context, items, { dismissedAt: instant(now()) });
      return {};
    },
    'reminders.snooze': ({ items, minutes }) => {
      const snoozedUntil = instant(now() + minutes * minute);
      markReminders(context, items, {
        missed: false,
        shownAt: instant(now()),
        dismissedAt: null,
        snoozedUntil,
      });
      return {};
    },
  };
}
