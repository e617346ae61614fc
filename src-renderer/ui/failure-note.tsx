import { Button, CopyButton } from '@mantine/core';
import { IconAlertTriangle, IconPlugOff, IconTool } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { FailureCode, GalleyError } from '#shared/contract/failure.ts';
import styles from './failure-note.module.css';
import { useWords } from './words.tsx';

const icons: Partial<Record<FailureCode, typeof IconTool>> = {
  'missing-tool': IconTool,
  unavailable: IconPlugOff,
};

function detailText(detail: unknown): string {
  if (detail === undefined || detail === null || detail === '') return '';
  return typeof detail === 'string' ? detail : JSON.stringify(detail, null, 2);
}

/**
 * A failure beside the thing it concerns: what happened and what to do, details on demand and copyable.
 * `bare` leaves out frame and icon (inside a notification); `children` are further steps that help.
 */
export function FailureNote({
  error,
  onRetry,
  bare,
  children,
}: {
  error: GalleyError;
  onRetry?: () => void;
  bare?: boolean;
  children?: ReactNode;
}) {
  const { t, say } = useWords();
  const [open, setOpen] = useState(false);
  if (error.code === 'cancelled') return null;
  const Icon = icons[error.code] ?? IconAlertTriangle;
  const detail = detailText(error.detail);
  return (
    <div className={bare ? styles.bare : styles.note} role="alert">
      {!bare && <Icon className={styles.icon} size={18} stroke={1.5} aria-hidden />}
      <div className={styles.words}>
        <p>{say(error.sentence)}</p>
        <div className={styles.actions}>
          {children}
          {onRetry && (
            <Button variant="default" size="compact-xs" onClick={onRetry}>
              {t('ui.retry')}
            </Button>
          )}
          {error.code === 'missing-tool' && (
            <Button variant="default" size="compact-xs" component="a" href="#/settings/engines">
              {t('ui.open-engines')}
            </Button>
          )}
          {detail !== '' && (
            <>
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                {open ? t('ui.hide-details') : t('ui.details')}
              </Button>
              <CopyButton value={`${error.code}: ${error.sentence.en}\n${detail}`}>
                {({ copied, copy }) => (
                  <Button variant="subtle" color="gray" size="compact-xs" onClick={copy}>
                    {copied ? t('ui.copied') : t('ui.copy')}
                  </Button>
                )}
              </CopyButton>
            </>
          )}
        </div>
        {open && <pre className={styles.detail}>{detail}</pre>}
      </div>
    </div>
  );
}
