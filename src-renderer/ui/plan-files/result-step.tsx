import { Button, ScrollArea } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure } from '../notify.tsx';
import { useWords } from '../words.tsx';
import type { ImportOutcome } from './import-dialog.tsx';
import styles from './plan-files.module.css';

/** What came of an import: every row is in one of the four numbers; refused ones say why. */
export function ResultStep({ outcome, onClose }: { outcome: ImportOutcome; onClose(): void }) {
  const { t, say, locale } = useWords();
  const [busy, setBusy] = useState(false);
  const number = new Intl.NumberFormat(locale);
  const { rows, imported, updated, same, refused, step } = outcome;
  const undo = async (): Promise<void> => {
    setBusy(true);
    try {
      await call('plan.undo', {});
      onClose();
    } catch (error) {
      notifyFailure(error);
      setBusy(false);
    }
  };
  return (
    <div className={styles.step}>
      <p className={styles.outcome} role="status">
        <IconCircleCheck size={20} stroke={1.5} aria-hidden />
        {t('plan-files.outcome', {
          rows: number.format(rows),
          imported: number.format(imported),
          updated: number.format(updated),
          same: number.format(same),
          refused: number.format(refused.length),
        })}
      </p>
      {refused.length > 0 && (
        <ScrollArea.Autosize mah={320} type="auto" className={styles.frame ?? ''}>
          <ul className={styles.refused} aria-label={t('plan-files.refuse')}>
            {refused.map(({ row, title, reason }) => (
              <li key={row}>
                <b>{t('plan-files.row-number', { row: number.format(row) })}</b> {title}
                <span className={styles.problem} data-action="refuse">
                  {say(reason)}
                </span>
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      )}
      <div className={styles.buttons}>
        {step.undoable && (
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconArrowBackUp size={14} stroke={1.5} />}
            onClick={() => void undo()}
          >
            {t('plan-files.undo')}
          </Button>
        )}
        <Button onClick={onClose}>{t('plan-files.done')}</Button>
      </div>
    </div>
  );
}
