import { Button, Modal, SegmentedControl } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { pagesInOrder } from '#shared/design/tree.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import styles from './export-dialog.module.css';
import { ExportOptions, Field } from './export-options.tsx';
import { ExportRunView } from './export-results.tsx';
import { startExport, useExportRuns } from './export-runs.ts';
import type { ExportChoice } from './export-settings.ts';
import {
  chosenNumbers,
  fileCount,
  rememberedSettings,
  rememberSettings,
  renderInput,
} from './export-settings.ts';
import { PageChoice } from './page-choice.tsx';
import { SizeList } from './size-list.tsx';
import { TypeCards } from './type-cards.tsx';

/** Everything about an export on the left, the exports of this design on the right. */
export function ExportDialog({
  selectionFirst,
  copy,
  onClose,
}: {
  /** Opens for the selected layers instead of the pages. */
  selectionFirst: boolean;
  copy: Action;
  onClose(): void;
}) {
  const { t } = useWords();
  const { id, saving } = useEditor();
  const { body, master, variantId, pageId, selection } = useEditorState();
  const runs = useExportRuns(id);
  const [settings, setSettings] = useState(rememberedSettings);
  const [onlySelection, setOnlySelection] = useState(selectionFirst && selection.length > 0);
  const [choice, setChoice] = useState<ExportChoice>({
    pages: 'all',
    chosen: [],
    ownSize: variantId === null,
    variants: variantId === null ? [] : [variantId],
    formats: [],
  });
  const change = (fields: Partial<ExportChoice>): void => setChoice((old) => ({ ...old, ...fields }));
  const all = pagesInOrder(body).length;
  const selected = onlySelection && selection.length > 0;
  const pages = chosenNumbers(selected ? { ...choice, pages: 'current' } : choice, body, pageId);
  const count = selected ? 1 : fileCount(settings.type, choice, pages.length);

  const run = async (): Promise<void> => {
    rememberSettings(settings);
    // What is painted is what is stored.
    await saving.flush();
    const here = { ownSize: variantId === null, variants: variantId === null ? [] : [variantId] };
    const input = selected
      ? {
          ...renderInput(id, settings, { ...choice, ...here, formats: [] }, pages, 0),
          layers: [...selection],
        }
      : renderInput(id, settings, choice, pages, all);
    void startExport(input, count, (result) =>
      notify(t('design-export.done', { count: result.files.length })),
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('design-export.title')}
      size={920}
      classNames={{ header: styles.head ?? '', body: styles.body ?? '' }}
    >
      <div className={styles.dialog}>
        <div className={styles.form}>
          <TypeCards value={settings.type} onChange={(type) => setSettings({ ...settings, type })} />
          {selection.length > 0 && (
            <Field label={t('design-export.what')}>
              <SegmentedControl
                aria-label={t('design-export.what')}
                value={selected ? 'selection' : 'pages'}
                onChange={(value) => setOnlySelection(value === 'selection')}
                data={[
                  { value: 'pages' as const, label: t('design-export.what-pages') },
                  { value: 'selection' as const, label: t('design-export.what-selection') },
                ]}
              />
            </Field>
          )}
          <ExportOptions
            body={body}
            settings={settings}
            onChange={(fields) => setSettings({ ...settings, ...fields })}
          />
          {!selected && all > 1 && (
            <Field label={t('design-export.pages')} top>
              <PageChoice body={body} choice={choice} onChange={change} />
            </Field>
          )}
          {!selected && (
            <Field label={t('design-export.sizes')} top>
              <SizeList
                body={master}
                scale={settings.type === 'pdf' ? 1 : settings.scale}
                choice={choice}
                onChange={change}
              />
            </Field>
          )}
        </div>
        <div className={styles.side} aria-live="polite">
          {runs.length === 0 ? (
            <p className={styles.empty}>{t('design-export.empty')}</p>
          ) : (
            runs.map((each) => (
              <ExportRunView key={each.id} run={each} onRetry={() => run().catch(notifyFailure)} />
            ))
          )}
        </div>
      </div>
      <div className={styles.footer}>
        <ActionButton action={{ ...copy, icon: IconCopy }} />
        <span className={styles.estimate}>
          {count === 0 ? t('design-export.nothing') : t('design-export.estimate', { count })}
        </span>
        <Button variant="default" onClick={onClose}>
          {t('design-export.close')}
        </Button>
        <Button data-autofocus disabled={count === 0} onClick={() => run().catch(notifyFailure)}>
          {t('design-export.run')}
        </Button>
      </div>
    </Modal>
  );
}
