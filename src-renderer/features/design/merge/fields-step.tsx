import { Select } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import { boundFields, checkColumns } from '#shared/design/merge.ts';
import { updateNodes } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { useLayerWord } from '../drawer/layer-word.ts';
import { useEditor } from '../session/editor.ts';
import { keeps } from '../session/locks.ts';
import type { Table } from './merge-dialog.tsx';
import { fieldWord } from './field-word.ts';
import styles from './merge.module.css';

/** Which field of a layer a column may fill beside its words. */
function fieldOf(node: DesignNode): 'picture' | 'colour' | null {
  if (node.type === 'image') return 'picture';
  return node.type === 'group' || node.type === 'text' ? null : 'colour';
}

/** Which layer takes which column; a text says it itself with {{column}}. */
export function FieldsStep({ body, table }: { body: DesignBody; table: Table }) {
  const { t } = useWords();
  const { store } = useEditor();
  const layerWord = useLayerWord();
  const fields = boundFields(body);
  const { missing, unused } = checkColumns(body, table.columns);
  const layers = Object.values(body.nodes).filter((node) => !node.hidden && node.type !== 'group');
  const bind = (node: DesignNode, kind: 'picture' | 'colour', column: string | null): void => {
    if (keeps(store.snapshot().body, node.id, 'content')) return;
    const { [kind]: _before, ...rest } = node.bound ?? {};
    const bound = column ? { ...rest, [kind]: column } : rest;
    store.apply(updateNodes(store.snapshot().body, { [node.id]: { bound } }));
  };
  return (
    <div className={styles.fields}>
      <p className={styles.lead}>{t('design-merge.fields-lead', { field: fieldWord(t) })}</p>
      {missing.length > 0 && (
        <p className={styles.warning} role="alert">
          {t('design-merge.missing', { columns: missing.join(', ') })}
        </p>
      )}
      <ul className={styles.list}>
        {layers.map((node) => {
          const kind = fieldOf(node);
          const columns = fields.filter((field) => field.layerId === node.id && field.kind === 'text');
          return (
            <li key={node.id} className={styles.field}>
              <span className={styles.layer}>{layerWord(node)}</span>
              {kind && keeps(body, node.id, 'content') && (
                <span className={styles.columns}>{t('design-merge.locked')}</span>
              )}
              {columns.length > 0 && (
                <span className={styles.columns}>
                  {columns.map(({ column }) => `{{${column}}}`).join(' ')}
                </span>
              )}
              {kind && (
                <Select
                  size="xs"
                  w={200}
                  aria-label={
                    kind === 'picture'
                      ? t('design-merge.picture-of', { layer: layerWord(node) })
                      : t('design-merge.colour-of', { layer: layerWord(node) })
                  }
                  placeholder={
                    kind === 'picture' ? t('design-merge.no-picture') : t('design-merge.no-colour')
                  }
                  clearable
                  disabled={keeps(body, node.id, 'content')}
                  data={table.columns}
                  value={node.bound?.[kind] ?? null}
                  onChange={(column) => bind(node, kind, column)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {unused.length > 0 && (
        <p className={styles.hint}>{t('design-merge.unused', { columns: unused.join(', ') })}</p>
      )}
    </div>
  );
}
