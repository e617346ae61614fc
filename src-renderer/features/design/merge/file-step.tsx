import { Button, Select } from '@mantine/core';
import { IconTable, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { currentTransport, runJob } from '#renderer/bridge/client.ts';
import { pickFiles } from '#renderer/commands/import-files.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { ReadFrom, Table } from './merge-dialog.tsx';
import { fieldWord } from './field-word.ts';
import styles from './merge.module.css';

const accept = '.csv,.tsv,.txt,.xlsx';

/** Takes the rows: by choosing or dropping a file. Coming back to it, another sheet of the workbook can be taken. */
export function FileStep({
  origin,
  table,
  onRead,
}: {
  origin: ReadFrom | null;
  table: Table | null;
  onRead(table: Table, origin: ReadFrom): void;
}) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const [over, setOver] = useState(false);
  const read = async (file: File, sheet: string | null = null): Promise<void> => {
    setBusy(true);
    try {
      const source = await currentTransport().offer(file, () => {}, new AbortController().signal);
      onRead(await runJob('tables.read', { source, name: file.name, ...(sheet ? { sheet } : {}) }), {
        file,
        sheet,
      });
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
      {origin && table && table.sheets.length > 1 && (
        <Select
          label={t('design-merge.sheet')}
          data={table.sheets}
          value={origin.sheet ?? table.sheets[0] ?? null}
          onChange={(sheet) => sheet !== null && void read(origin.file, sheet)}
        />
      )}
    </div>
  );
}
