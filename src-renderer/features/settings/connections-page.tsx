import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

/** Servers of the user's own that Galley may talk to, off unless an address and a key are set. */
export function ConnectionsPage() {
  const { t } = useWords();
  const stored = useCall('postiz.settings', {});
  const [server, setServer] = useState<string | null>(null);
  const [key, setKey] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const [works, setWorks] = useState<string | null>(null);
  const address = server ?? stored.data?.server ?? '';
  const on = stored.data !== undefined && stored.data.server !== '' && stored.data.hasKey;

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setWorks(null);
    try {
      await work();
    } catch (error) {
      setFailure(asGalleyError(error));
    }
    setBusy(false);
  };
  const configure = async (next: string, word: string): Promise<void> => {
    await call('postiz.configure', { server: next, ...(key === '' ? {} : { key }) });
    setServer(null);
    setKey('');
    stored.reload();
    notify(word);
  };
  const test = async (): Promise<void> => {
    const channels = await call('postiz.channels', {});
    const names = channels.map(({ name }) => name).join(', ');
    setWorks(names === '' ? t('settings.postiz-empty') : t('settings.postiz-works', { names }));
  };

  return (
    <>
      <p className={styles.lead}>{t('settings.connections-lead')}</p>
      <div className={styles.section}>
        <h3 className={styles.heading}>{t('settings.postiz')}</h3>
      </div>
      <p className={styles.lead}>{t('settings.postiz-hint')}</p>
      <SettingRow name={t('settings.postiz-server')}>
        {(labels) => (
          <TextInput
            {...labels}
            type="url"
            w={320}
            placeholder="https://postiz.example.com"
            value={address}
            onChange={(event) => setServer(event.currentTarget.value.trim())}
          />
        )}
      </SettingRow>
      <SettingRow name={t('settings.postiz-key')}>
        {(labels) => (
          <PasswordInput
            {...labels}
            w={320}
            autoComplete="off"
            placeholder={stored.data?.hasKey ? t('settings.postiz-key-kept') : ''}
            value={key}
            onChange={(event) => setKey(event.currentTarget.value.trim())}
          />
        )}
      </SettingRow>
      <div className={styles.section}>
        <Button
          size="xs"
          loading={busy}
          disabled={!URL.canParse(address) || (key === '' && !stored.data?.hasKey)}
          onClick={() => void attempt(() => configure(address, t('settings.postiz-saved')))}
        >
          {t('settings.postiz-save')}
        </Button>
        {on && (
          <>
            <Button size="xs" variant="default" loading={busy} onClick={() => void attempt(test)}>
              {t('settings.postiz-test')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              disabled={busy}
              onClick={() => void attempt(() => configure('', t('settings.postiz-switched-off')))}
            >
              {t('settings.postiz-off')}
            </Button>
          </>
        )}
      </div>
      {works && <p role="status">{works}</p>}
      {failure && <FailureNote error={failure} />}
    </>
  );
}
