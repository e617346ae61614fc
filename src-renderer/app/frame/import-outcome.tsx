import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { onImported } from '#renderer/commands/import-files.ts';
import { notify, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { ImportResult } from '#shared/contract/assets.ts';
import styles from './import-outcome.module.css';

/** Says after an import what came in, what was there already, and lists by name what was refused and why. */
export function ImportOutcome() {
  const { t, say } = useWords();
  const [refused, setRefused] = useState<ImportResult['refused']>([]);

  useEffect(
    () =>
      onImported(({ imported, duplicates, refused: turnedDown }) => {
        if (imported.length > 0) {
          const ids = imported.map((asset) => asset.id);
          const sentence =
            duplicates.length > 0
              ? t('app.imported-some', { count: ids.length, duplicates: duplicates.length })
              : t('app.imported', { count: ids.length });
          notifyUndo(sentence, async () => void (await call('assets.trash', { ids })));
        } else if (duplicates.length > 0) notify(t('app.imported-none', { count: duplicates.length }));
        if (turnedDown.length > 0) setRefused(turnedDown);
      }),
    [t],
  );

  return (
    <Modal
      opened={refused.length > 0}
      onClose={() => setRefused([])}
      title={t('app.refused-title', { count: refused.length })}
      size="lg"
    >
      <ul className={styles.list}>
        {refused.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
          <li className={styles.file} key={`${index}-${file.name}`}>
            <strong className={styles.name}>{file.name}</strong>
            <span>{say(file.failure.message)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <Button data-autofocus onClick={() => setRefused([])}>
          {t('app.understood')}
        </Button>
      </div>
    </Modal>
  );
}
