import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconCheck, IconDots, IconPackageExport, IconX } from '@tabler/icons-react';
import { Link } from 'wouter';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlannedReminder } from '#shared/contract/reminders.ts';
import styles from './reminders.module.css';
import { useReminderActs } from './use-reminder-acts.ts';

const badgesShown = 4;
/** Minutes. */
const snoozes = [15, 60] as const;

function ReminderRow({ item, onLeave }: { item: PlannedReminder; onLeave?: (() => void) | undefined }) {
  const { t, locale } = useWords();
  const acts = useReminderActs();
  const name = item.title || item.excerpt || t('ui.untitled');
  const run = (work: Promise<void>): void => void work.catch(notifyFailure);
  return (
    <li className={styles.row}>
      <span className={styles.picture}>
        <Thumb path={item.thumbnail} alt="" />
      </span>
      <span className={styles.words}>
        <Link href={`/posts/${item.id}`} className={styles.name} {...(onLeave ? { onClick: onLeave } : {})}>
          {name}
        </Link>
        <span className={styles.facts}>
          <time dateTime={item.dueAt}>
            {item.schedule ? formatWallTime(item.schedule.local, locale) : t('ui.unscheduled')}
          </time>
          {item.formats.slice(0, badgesShown).map((format) => (
            <PlatformBadge key={format} format={format} size={14} />
          ))}
        </span>
      </span>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconPackageExport size={14} stroke={1.5} />}
        aria-label={t('reminders.hand-off-of', { name })}
        onClick={() => {
          onLeave?.();
          acts.handOff(item);
        }}
      >
        {t('reminders.hand-off')}
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('reminders.more-of', { name })}>
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCheck size={16} stroke={1.5} />}
            onClick={() => run(acts.markPublished(item))}
          >
            {t('reminders.mark')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => run(acts.toNextSlot(item))}>{t('reminders.next-slot')}</Menu.Item>
          <Menu.Item onClick={() => run(acts.toTomorrow(item))}>{t('reminders.tomorrow')}</Menu.Item>
          <Menu.Divider />
          {snoozes.map((minutes) => (
            <Menu.Item key={minutes} onClick={() => run(acts.snooze(item, minutes))}>
              {t('reminders.snooze', { minutes })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('reminders.dismiss-of', { name })}
        onClick={() => run(acts.dismiss([item]))}
      >
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
    </li>
  );
}

/** What is due, each with what can be done about it. @param onLeave before another screen opens */
export function ReminderList({
  items,
  label,
  onLeave,
}: {
  items: readonly PlannedReminder[];
  label: string;
  onLeave?: () => void;
}) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {items.map((item) => (
        <ReminderRow key={`${item.key} ${item.dueAt}`} item={item} onLeave={onLeave} />
      ))}
    </ul>
  );
}
