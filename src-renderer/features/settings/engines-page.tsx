import { Button, Loader, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './settings.module.css';

/** Which engines were found, in the words of `galley doctor`, and the path of the user's own ffmpeg. */
export function EnginesPage() {
  const { t, say } = useWords();
  const settings = useCall('settings.get', {}, ['settings.changed']);
  const doctor = useCall('system.doctor', {}, ['settings.changed']);
  const stored = settings.data?.ffmpegPath ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [failure, setFailure] = useState<GalleyError | null>(null);

  const save = async (): Promise<void> => {
    const path = typed?.trim();
    if (path === undefined || path === stored) return;
    setFailure(null);
    try {
      await call('settings.set', { ffmpegPath: path });
      setTyped(null);
    } catch (error) {
      setFailure(asGalleyError(error));
    }
  };

  return (
    <>
      <p className={styles.lead}>{t('settings.engines-lead')}</p>
      <SettingRow name={t('settings.ffmpeg-path')} hint={t('settings.ffmpeg-path-hint')}>
        {(labels) => (
          <TextInput
            {...labels}
            w={280}
            placeholder={t('settings.ffmpeg-found')}
            value={typed ?? stored}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => void save()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void save();
            }}
          />
        )}
      </SettingRow>
      {failure && <FailureNote error={failure} />}
      <div className={styles.section}>
        <h3 className={styles.heading}>{t('settings.doctor')}</h3>
        <Button variant="default" size="compact-xs" loading={doctor.loading} onClick={doctor.reload}>
          {t('settings.check-again')}
        </Button>
      </div>
      {doctor.failure && <FailureNote error={doctor.failure} onRetry={doctor.reload} />}
      {!doctor.data && doctor.loading && <Loader />}
      <ul className={styles.checks}>
        {doctor.data?.checks.map((check) => (
          <li className={styles.check} key={check.name}>
            {check.ok ? (
              <IconCircleCheck
                className={styles.ok}
                size={18}
                stroke={1.5}
                aria-label={t('settings.check-ok')}
              />
            ) : (
              <IconAlertTriangle
                className={styles.warn}
                size={18}
                stroke={1.5}
                aria-label={t('settings.check-problem')}
              />
            )}
            <strong>{check.name}</strong>
            <span className={styles.detail}>{say(check.detail)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
