import { Button, Pagination, TextInput, Textarea } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { call, runJob } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { isCancellation } from '#shared/contract/failure.ts';
import { boundFields, mergeRow, pictureLookup } from '#shared/design/merge.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { PagePainting } from '../painting/page-painting.tsx';
import { useEditor, useEditorState } from '../session/editor.ts';
import type { MergeResult, Table } from './merge-dialog.tsx';
import { fieldWord } from './field-word.ts';
import styles from './merge.module.css';

/** Pictures by name, for the look before; the job asks the library itself. */
function usePictureNames(): { name: string; assetId: string }[] {
  const [names, setNames] = useState<{ name: string; assetId: string }[]>([]);
  useEffect(() => {
    call('assets.list', { kind: 'image', limit: 1000 }).then(
      ({ items }) => setNames(items.map(({ id, name }) => ({ name, assetId: id }))),
      notifyFailure,
    );
  }, []);
  return names;
}

/** A look at every row before anything is made, what would fail, and what the results are called. */
export function RunStep({
  body,
  table,
  onDone,
}: {
  body: DesignBody;
  table: Table;
  onDone(result: MergeResult): void;
}) {
  const { t, say } = useWords();
  const { id, saving } = useEditor();
  const { pageId } = useEditorState();
  const names = usePictureNames();
  const [row, setRow] = useState(1);
  const [name, setName] = useState(`${saving.snapshot().name} {{${table.columns[0] ?? ''}}}`);
  const [postBody, setPostBody] = useState('');
  const [busy, setBusy] = useState(false);
  const merged = useMemo(() => {
    const lookup = pictureLookup(names);
    return table.rows.map((cells) => mergeRow(body, table.columns, cells, lookup));
  }, [body, table, names]);
  const failing = merged.flatMap(({ problems }, index) => (problems.length > 0 ? [index + 1] : []));
  const shown = merged[row - 1];
  const make = async (): Promise<void> => {
    setBusy(true);
    try {
      await saving.flush();
      const { columns, rows } = table;
      onDone(await runJob('designs.merge', { id, table: { columns, rows }, name, postBody }));
    } catch (error) {
      if (!isCancellation(error)) notifyFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.run}>
      <div className={styles.look}>
        {shown && (
          <PagePainting
            body={shown.body}
            pageId={pageId}
            largest={{ width: 380, height: 420 }}
            className={styles.painting ?? ''}
          />
        )}
        <Pagination
          size="sm"
          siblings={0}
          total={table.rows.length}
          value={row}
          getItemProps={(page) => ({ 'aria-label': t('design-merge.row', { number: page }) })}
          onChange={setRow}
        />
        {shown?.problems.map((problem) => (
          <p key={`${problem.layerId} ${problem.column}`} className={styles.warning} role="alert">
            {say(problem.message)}
          </p>
        ))}
      </div>
      <div className={styles.options}>
        <TextInput
          label={t('design-merge.name')}
          description={t('design-merge.name-hint', { field: fieldWord(t) })}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={t('design-merge.post')}
          description={t('design-merge.post-hint', { field: fieldWord(t) })}
          autosize
          minRows={4}
          maxRows={10}
          value={postBody}
          onChange={(event) => setPostBody(event.currentTarget.value)}
        />
        {boundFields(body).length === 0 && (
          <p className={styles.warning} role="alert">
            {t('design-merge.nothing-bound')}
          </p>
        )}
        {failing.length > 0 && (
          <p className={styles.warning} role="status">
            {t('design-merge.failing', { rows: failing.slice(0, 12).join(', '), count: failing.length })}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            loading={busy}
            disabled={name.trim() === '' || table.rows.length === 0}
            onClick={() => void make()}
          >
            {t('design-merge.make', { count: table.rows.length - failing.length })}
          </Button>
        </div>
      </div>
    </div>
  );
}
