import { Loader } from '@mantine/core';
import { useEffect, useState } from 'react';
import { currentTransport } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './connection-banner.module.css';

/** Shown while the local service is away under an open page; goes by itself. */
export function ConnectionBanner() {
  const { t } = useWords();
  const [connected, setConnected] = useState(true);
  useEffect(() => currentTransport().onConnection(setConnected), []);
  if (connected) return null;
  return (
    <div className={styles.banner} role="alert">
      <Loader size={14} color="var(--g-warning)" />
      <span>{t('app.connection-lost')}</span>
    </div>
  );
}
