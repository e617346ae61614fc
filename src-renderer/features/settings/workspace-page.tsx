import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call, runJob } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

const zones = Intl.supportedValuesOf('timeZone');

/** Name, zone, where the work is kept, its backup and its check. */
export function WorkspacePage() {
  const { t, say, locale } = useWords();
  const workspace = useCall('workspace.current', {}, ['workspace.changed']);
  const stats = useCall('workspace.stats', {}, ['records.changed', 'workspace.changed']);
  const host = useCall('system.host', {});
  const stored = workspace.data?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [health, setHealth] = useState<CallOutput<'workspace.check'> | null>(null);
  const [checking, setChecking] = useState(false);
  if (!workspace.data) return null;
  const { path, zone } = workspace.data;
  const size = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });

  const update = (change: { name?: string; zone?: string }): void =>
    void call('workspace.update', change).catch(notifyFailure);
  const backUp = (): void =>
    void runJob('workspace.backup', {}).then(
      (backup) => notify(t('settings.backed-up', { path: backup.path })),
      notifyFailure,
    );
  const check = (): void => {
    setChecking(true);
    call('workspace.check', {})
      .then(setHealth, notifyFailure)
      .finally(() => setChecking(false));
  };

  return (
    <>
      <SettingRow name={t('settings.name')}>
        {(labels) => (
          <TextInput
            {...labels}
            w={280}
            maxLength={100}
            value={typed ?? stored}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => {
              const name = typed?.trim() ?? '';
              if (name !== '' && name !== stored) update({ name });
              setTyped(null);
            }}
          />
        )}
      </SettingRow>
      <SettingRow name={t('settings.zone')} hint={t('settings.zone-hint')}>
        {(labels) => (
          <Select
            {...labels}
            w={280}
            searchable
            data={zones.includes(zone) ? zones : [zone, ...zones]}
            value={zone}
            onChange={(chosen) => chosen !== null && update({ zone: chosen })}
          />
        )}
      </SettingRow>
      <SettingRow name={t('settings.folder')} hint={path}>
        {() =>
          host.data?.dialogs ? (
            <Button
              variant="default"
              onClick={() => void call('system.reveal', { path }).catch(notifyFailure)}
            >
              {t('settings.reveal')}
            </Button>
          ) : null
        }
      </SettingRow>
      <SettingRow name={t('settings.backup')} hint={t('settings.backup-hint')}>
        {() => (
          <Button variant="default" onClick={backUp}>
            {t('settings.back-up')}
          </Button>
        )}
      </SettingRow>
      <SettingRow name={t('settings.check')} hint={t('settings.check-hint')}>
        {() => (
          <Button variant="default" loading={checking} onClick={check}>
            {t('settings.run-check')}
          </Button>
        )}
      </SettingRow>
      {health && (
        <div className={styles.health} role="status">
          {health.ok ? t('settings.healthy') : t('settings.unhealthy')}
          <ul>
            {health.problems.map((problem) => (
              <li key={problem.code}>{say(problem.message)}</li>
            ))}
          </ul>
        </div>
      )}
      {stats.data && (
        <p className={styles.foot}>
          {t('settings.stats', {
            assets: size.format(stats.data.assetBytes / 1e6),
            database: size.format(stats.data.databaseBytes / 1e6),
            schema: stats.data.schemaVersion,
          })}
        </p>
      )}
    </>
  );
}
