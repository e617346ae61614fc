import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { call, onEvent } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notifyOffer } from '#renderer/ui/notify.tsx';
import { ReminderList } from '#renderer/ui/reminders/reminder-list.tsx';
import styles from '#renderer/ui/reminders/reminders.module.css';
import { handOffAddress, useReminderActs } from '#renderer/ui/reminders/use-reminder-acts.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { PlannedReminder } from '#shared/contract/reminders.ts';

/** Notices of one moment are told together beyond this many. */
const toldOneByOne = 3;

/** A notification of the browser where the user allowed them; the desktop's own come from its shell. */
function tellSystem(title: string, body: string, key: string, open: () => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(title, { body, tag: key });
  notification.onclick = () => {
    window.focus();
    open();
    notification.close();
  };
}

/** Tells what becomes due in this window, and once, after an absence, what became due meanwhile. */
export function ReminderWatch() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const acts = useReminderActs();
  const host = useCall('system.host', {});
  const settings = useCall('settings.get', {}, ['settings.changed']);
  const reminders = useCall('reminders.list', {}, ['reminders.changed', 'workspace.changed']);
  const [closed, setClosed] = useState(false);
  const missed = reminders.data?.missed ?? [];
  const unseen = missed.some(({ shown }) => !shown);
  const outside = host.data?.host === 'web' && settings.data?.systemNotifications === true;

  useEffect(
    () =>
      onEvent('reminder.due', ({ keys }) => {
        setClosed(false);
        call('reminders.list', {}).then(
          ({ due }) => {
            const now = due.filter(({ key }) => keys.includes(key));
            const nameOf = (item: PlannedReminder): string => item.title || item.excerpt || t('ui.untitled');
            for (const item of now) {
              const open = (): void => navigate(handOffAddress(item));
              if (outside)
                tellSystem(
                  t('reminders.due', { name: nameOf(item) }),
                  t('reminders.hand-off'),
                  item.key,
                  open,
                );
              if (now.length <= toldOneByOne)
                notifyOffer(t('reminders.due', { name: nameOf(item) }), t('reminders.hand-off'), open, true);
            }
            if (now.length > toldOneByOne)
              notifyOffer(t('reminders.due-many', { count: now.length }), t('reminders.look'), () =>
                navigate('/'),
              );
          },
          () => undefined,
        );
      }),
    [t, navigate, outside],
  );

  useEffect(() => onEvent('window.open', ({ path }) => navigate(path)), [navigate]);

  const seen = (): void => {
    setClosed(true);
    if (missed.length === 0) return;
    const items = missed.map(({ key, dueAt }) => ({ key, dueAt }));
    call('reminders.shown', { items }).catch(() => undefined);
  };
  return (
    <Modal opened={unseen && !closed} onClose={seen} title={t('reminders.missed')} size={640}>
      <p className={styles.lead}>{t('reminders.missed-lead')}</p>
      <div className={styles.scroll}>
        <ReminderList items={missed} label={t('reminders.missed')} onLeave={seen} />
      </div>
      <div className={styles.foot}>
        <Button variant="default" onClick={() => void acts.dismiss(missed)}>
          {t('reminders.dismiss-all')}
        </Button>
        <Button onClick={seen} data-autofocus>
          {t('reminders.later')}
        </Button>
      </div>
    </Modal>
  );
}
