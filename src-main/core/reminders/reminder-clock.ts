import { findReminders, type ReminderContext } from './reminders.ts';

/**
 * Milliseconds: the longest wait. Timers stand still while a machine sleeps, so after waking it is at most this long
 * until what came meanwhile is found; and when Galley ends without a word, no more than this counts as missed.
 */
const longestWait = 60_000;

/** Milliseconds after a change, so that a row of changes is looked at once. */
const quiet = 300;

/** A snooze sets another moment. */
const others = ['workspace.changed', 'settings.changed', 'reminders.changed'];

/**
 * Waits for the next thing that becomes due and tells it (`reminder.due`). Looks again after every change of the plan
 * or the settings and when a workspace opens.
 * @returns the function that ends it
 */
export function watchReminders(context: ReminderContext, log: (line: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function waitFor(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(lookNow, Math.max(0, Math.min(milliseconds, longestWait)));
    timer.unref();
  }
  function lookNow(): void {
    if (!context.holder.peek()) return;
    try {
      const { keys, wakeAt } = findReminders(context);
      if (keys.length > 0) {
        context.events.emit('reminder.due', { keys });
        context.events.emit('reminders.changed', {});
      }
      waitFor(wakeAt === null ? longestWait : Date.parse(wakeAt) - context.clock.now().getTime());
    } catch (error) {
      // A database that is busy or gone: the next look says more.
      log(`reminders: ${error instanceof Error ? error.message : String(error)}`);
      waitFor(longestWait);
    }
  }
  const stop = context.events.subscribe((name, payload) => {
    const changed = name === 'records.changed' && (payload as { kind: string }).kind === 'post';
    if (changed || others.includes(name)) waitFor(quiet);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
