import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { currentTransport, runJob } from '#renderer/bridge/client.ts';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { notifyFailure } from '../notify.tsx';
import { useWords } from '../words.tsx';
import type { ChosenFile } from './import-dialog.tsx';
import styles from './plan-files.module.css';

const accept = '.csv,.tsv,.txt,.xlsx,.ics,.json';

/** Takes the file, by choosing or dropping it, and looks what it is. */
export function FileStep({ onRead }: { onRead(chosen: ChosenFile): void }) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setBusy(true);
    try {
      const source = await currentTransport().offer(file, () => {}, new AbortController().signal);
      const input = { source, name: file.name };
      onRead({ file, input, read: await runJob('planfile.read', input) });
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div
      className={styles.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <IconFileSpreadsheet size={32} stroke={1.25} aria-hidden />
      <p className={styles.lead}>{t('plan-files.file-lead')}</p>
      <p className={styles.hint}>{t('plan-files.file-hint')}</p>
      <Button
        loading={busy}
        leftSection={<IconUpload size={14} stroke={1.5} />}
        onClick={() => void pickFiles(accept).then(([file]) => take(file))}
      >
        {t('plan-files.choose')}
      </Button>
    </div>
  );
}
