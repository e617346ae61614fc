import { Button, Select } from '@mantine/core';
import { IconTable, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { currentTransport, runJob } from '#renderer/bridge/client.ts';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Table } from './merge-dialog.tsx';
import { fieldWord } from './field-word.ts';
import styles from './merge.module.css';

const accept = '.csv,.tsv,.txt,.xlsx';

/** Takes the rows: by choosing or dropping a file; of a workbook any sheet. */
export function FileStep({ table, onTable }: { table: Table | null; onTable(table: Table): void }) {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const read = async (from: File, sheet?: string): Promise<void> => {
    setBusy(true);
    setFile(from);
    try {
      const source = await currentTransport().offer(from, () => {}, new AbortController().signal);
      onTable(await runJob('tables.read', { source, name: from.name, ...(sheet ? { sheet } : {}) }));
    } catch (error) {
      notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = async (): Promise<void> => {
    const [picked] = await pickFiles(accept);
    if (picked) await read(picked);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) void read(dropped);
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
      onDrop={drop}
    >
      <IconTable size={32} stroke={1.25} aria-hidden />
      <p className={styles.lead}>{t('design-merge.file-lead', { field: fieldWord(t) })}</p>
      <pre className={styles.sample}>{t('design-merge.sample')}</pre>
      <Button
        loading={busy}
        leftSection={<IconUpload size={14} stroke={1.5} />}
        onClick={() => void choose()}
      >
        {t('design-merge.choose')}
      </Button>
      {file && table && table.sheets.length > 1 && (
        <Select
          label={t('design-merge.sheet')}
          data={table.sheets}
          defaultValue={table.sheets[0] ?? null}
          onChange={(sheet) => sheet !== null && void read(file, sheet)}
        />
      )}
    </div>
  );
}
