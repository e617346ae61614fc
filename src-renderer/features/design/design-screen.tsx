import { Button, Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { call, onEvent } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { Bilingual } from '#shared/contract/failure.ts';
import { designFormat } from '#shared/design/document.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import type { DesignRecord } from '#shared/domain/design-record.ts';
import { DesignEditor } from './design-editor.tsx';
import styles from './design.module.css';
import type { Editor } from './session/editor.ts';
import { EditorProvider } from './session/editor.ts';
import { EditorStore } from './session/editor-store.ts';
import { familiesOf, loadFamilies } from './session/fonts.ts';
import { Pictures } from './session/pictures.ts';
import { keptHistory, SaveSession } from './session/save-session.ts';
import { Viewport } from './session/viewport.ts';

interface Opened {
  editor: Editor;
  /** What was repaired, or why it can only be looked at. */
  notes: Bilingual[];
}

/** Reads a design and loads its fonts: no text is laid out before they are there. */
async function openDesign(id: string): Promise<Opened> {
  const record = await call('designs.get', { id });
  const { body, notes, readOnly, unknownKeys } = readDocument(designFormat, record.document);
  const [kept] = await Promise.all([keptHistory(id, record.revision), loadFamilies(familiesOf(body))]);
  // Steps are of the body as it was saved: over one that had to be repaired they would not fit.
  const store = new EditorStore(body, readOnly !== null, notes.length === 0 ? kept : undefined);
  const replace = async (theirs: DesignBody, { revision }: DesignRecord): Promise<void> => {
    // Their version may use fonts that this window has not loaded.
    const [theirUndo] = await Promise.all([keptHistory(id, revision), loadFamilies(familiesOf(theirs))]);
    store.replace(theirs, theirUndo);
  };
  const saving = new SaveSession(
    record,
    body,
    unknownKeys,
    (theirs, stored) => void replace(theirs, stored).catch(notifyFailure),
    () => store.storedHistory(),
  );
  store.onBody((changed) => saving.saveBody(changed));
  const editor: Editor = { id, store, saving, viewport: new Viewport(body), pictures: new Pictures() };
  return { editor, notes: readOnly ? [readOnly, ...notes] : notes };
}

/** One design: opened, edited, saved; closed with the last change written. */
export default function DesignScreen({ params }: { params: Record<string, string | undefined> }) {
  const id = params['id'] ?? '';
  const [round, setRound] = useState(0);
  // Another design, or another try, begins with nothing of the one before.
  return <OpenDesign key={`${id}/${round}`} id={id} onRetry={() => setRound(round + 1)} />;
}

function OpenDesign({ id, onRetry }: { id: string; onRetry(): void }) {
  const { t, say } = useWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failure, setFailure] = useState<GalleyError | null>(null);

  useEffect(() => {
    let current: Opened | null = null;
    let gone = false;
    openDesign(id).then(
      (ready) => {
        if (gone) return;
        current = ready;
        setOpened(ready);
      },
      (error: unknown) => {
        if (gone) return;
        setFailure(
          error instanceof GalleyError ? error : new GalleyError('internal', toFailure(error).message),
        );
      },
    );
    const stop = onEvent('records.changed', ({ kind, ids }) => {
      if (kind === 'design' && ids.includes(id)) current?.editor.saving.follow().catch(notifyFailure);
    });
    return () => {
      gone = true;
      stop();
      current?.editor.saving.close().catch(notifyFailure);
    };
  }, [id]);

  if (failure) {
    return (
      <div className={styles.failure}>
        <FailureNote error={failure} onRetry={onRetry} />
        <Button component="a" href="#/designs" variant="default">
          {t('design.all-designs')}
        </Button>
      </div>
    );
  }
  if (!opened) {
    return (
      <div className={styles.waiting} aria-busy="true" aria-label={t('design.opening')}>
        <Skeleton className={styles.waitingDrawer ?? ''} radius={0} />
        <div className={styles.waitingTable}>
          <Skeleton width="46%" height="72%" radius={2} />
        </div>
      </div>
    );
  }
  return (
    <EditorProvider value={opened.editor}>
      <DesignEditor notes={opened.notes.map(say)} />
    </EditorProvider>
  );
}
