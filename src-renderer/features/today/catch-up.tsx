import { Button } from '@mantine/core';
import { IconMoon } from '@tabler/icons-react';
import { useId } from 'react';
import { ReminderList } from '#renderer/ui/reminders/reminder-list.tsx';
import styles from '#renderer/ui/reminders/reminders.module.css';
import { useReminderActs } from '#renderer/ui/reminders/use-reminder-acts.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlannedReminder } from '#shared/contract/reminders.ts';

/** What became due while the machine slept or Galley was closed; nothing at all when nothing did. */
export function CatchUp({ missed }: { missed: readonly PlannedReminder[] }) {
  const id = useId();
  const { t } = useWords();
  const acts = useReminderActs();
  if (missed.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <div className={styles.head}>
        <h3 className={styles.title} id={id}>
          <IconMoon size={16} stroke={1.5} aria-hidden />
          {t('reminders.missed')}
        </h3>
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void acts.dismiss(missed)}>
          {t('reminders.dismiss-all')}
        </Button>
      </div>
      <ReminderList items={missed} label={t('reminders.missed')} />
    </section>
  );
}
