import { Button, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Settings } from '#shared/contract/system.ts';
import { SettingRow } from './setting-row.tsx';

/** Minutes before a post's time. */
const leads = [0, 5, 10, 15, 30, 60, 120, 1440] as const;

type Permission = 'default' | 'denied' | 'granted' | 'none';

const permissionNow = (): Permission => ('Notification' in window ? Notification.permission : 'none');

/** A browser is only asked after a click. */
function BrowserPermission() {
  const { t } = useWords();
  const [permission, setPermission] = useState(permissionNow);
  const words: Record<Permission, string> = {
    default: t('reminders.not-asked'),
    denied: t('reminders.denied'),
    granted: t('reminders.granted'),
    none: t('reminders.no-notifications'),
  };
  return (
    <SettingRow name={t('reminders.browser')} hint={words[permission]}>
      {(labels) => (
        <Button
          {...labels}
          variant="default"
          disabled={permission !== 'default'}
          onClick={() => {
            Notification.requestPermission().then(setPermission, notifyFailure);
          }}
        >
          {t('reminders.allow')}
        </Button>
      )}
    </SettingRow>
  );
}

/** Whether, when and where what is due is told. */
export function RemindersPage() {
  const { t, locale } = useWords();
  const settings = useCall('settings.get', {}, ['settings.changed']);
  const host = useCall('system.host', {});
  if (!settings.data) return null;
  const { reminders, reminderMinutes, systemNotifications, keepInTray } = settings.data;
  const set = (change: Partial<Settings>): void => void call('settings.set', change).catch(notifyFailure);
  const minutes = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' });
  const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' });
  const leadWord = (lead: number): string =>
    lead === 0
      ? t('reminders.at-time')
      : t('reminders.before', { time: lead < 60 ? minutes.format(lead) : hours.format(lead / 60) });
  const known: readonly number[] = leads;
  const shown = known.includes(reminderMinutes) ? known : [...known, reminderMinutes].sort((a, b) => a - b);
  return (
    <>
      <SettingRow name={t('reminders.on')} hint={t('reminders.on-hint')}>
        {(labels) => (
          <Switch
            {...labels}
            checked={reminders}
            onChange={(event) => set({ reminders: event.currentTarget.checked })}
          />
        )}
      </SettingRow>
      <SettingRow name={t('reminders.when')}>
        {(labels) => (
          <Select
            {...labels}
            disabled={!reminders}
            allowDeselect={false}
            value={String(reminderMinutes)}
            data={shown.map((lead) => ({ value: String(lead), label: leadWord(lead) }))}
            onChange={(value) => value !== null && set({ reminderMinutes: Number(value) })}
          />
        )}
      </SettingRow>
      <SettingRow name={t('reminders.system')} hint={t('reminders.system-hint')}>
        {(labels) => (
          <Switch
            {...labels}
            disabled={!reminders}
            checked={systemNotifications}
            onChange={(event) => set({ systemNotifications: event.currentTarget.checked })}
          />
        )}
      </SettingRow>
      {host.data?.host === 'web' && systemNotifications && reminders && <BrowserPermission />}
      {host.data?.host === 'electron' && (
        <SettingRow name={t('reminders.tray')} hint={t('reminders.tray-hint')}>
          {(labels) => (
            <Switch
              {...labels}
              checked={keepInTray}
              onChange={(event) => set({ keepInTray: event.currentTarget.checked })}
            />
          )}
        </SettingRow>
      )}
    </>
  );
}
