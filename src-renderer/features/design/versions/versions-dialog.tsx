import { Button, Modal, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { edit } from '#shared/design/operations.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { familiesOf, loadFamilies } from '#renderer/ui/fonts/fonts.ts';
import { patchBetween } from './patch-between.ts';
import { VersionList } from './version-list.tsx';
import { VersionPreview } from './version-preview.tsx';
import styles from './versions.module.css';

/** Earlier states of the design: look, compare, put back; and keep the present one under a name. */
export function VersionsDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const { id, store, saving } = useEditor();
  const { readOnly } = useEditorState();
  const { data: versions, failure, reload } = useCall('designs.versions', { id }, ['records.changed']);
  const [wanted, setWanted] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const chosen = versions?.find((each) => each.id === wanted)?.id ?? versions?.[0]?.id ?? null;

  const doing = (work: () => Promise<void>): void => {
    setBusy(true);
    work()
      .catch(notifyFailure)
      .finally(() => setBusy(false));
  };
  const keep = async (): Promise<void> => {
    await saving.flush();
    const kept = await call('designs.keepVersion', { id, name: name.trim() });
    setName('');
    setWanted(kept.id);
    reload();
    notify(t('design-versions.kept', { name: kept.name }));
  };
  const restore = async (version: string): Promise<void> => {
    const restored = await saving.restoreVersion(version);
    await loadFamilies(familiesOf(restored));
    // A version is the design itself with all its sizes, so it is not put back into one of them.
    store.openVariant(null);
    store.select([]);
    const { body } = store.snapshot();
    store.apply(edit(body, patchBetween(body, restored)));
    onClose();
    notifyUndo(t('design-versions.restored'), () => store.undo());
  };

  return (
    <Modal opened onClose={onClose} title={t('design-versions.title')} size={880} padding="md">
      {!readOnly && (
        <form
          className={styles.keep}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') doing(keep);
          }}
        >
          <TextInput
            className={styles.space ?? ''}
            aria-label={t('design-versions.name')}
            placeholder={t('design-versions.name')}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={name.trim() === '' || busy}>
            {t('design-versions.keep')}
          </Button>
        </form>
      )}
      {failure && <FailureNote error={failure} onRetry={reload} />}
      {versions?.length === 0 && (
        <div className={styles.empty}>
          <EmptyState
            icon={IconHistory}
            title={t('design-versions.none')}
            body={t('design-versions.none-body')}
          />
        </div>
      )}
      {versions && chosen !== null && (
        <div className={styles.body}>
          <VersionList versions={versions} chosen={chosen} onChoose={setWanted} />
          <div className={styles.side}>
            <VersionPreview
              key={chosen}
              version={chosen}
              busy={busy}
              onRestore={() => doing(() => restore(chosen))}
            />
          </div>
        </div>
      )}
    </Modal>
  );
}
