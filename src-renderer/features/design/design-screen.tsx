import { Button, Skeleton } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import { DesignEditor } from './design-editor.tsx';
import styles from './design.module.css';
import { EditorProvider } from './session/editor.ts';
import type { OpenedDesign } from './session/open-designs.ts';
import { keptDesign, openDesign } from './session/open-designs.ts';
import { TabsStrip } from './tabs/tabs-strip.tsx';

const silent = (): (() => void) => () => {};

/** The open designs in their tabs, one of them shown; its last change is stored when it is left. */
export default function DesignScreen({ params }: { params: Record<string, string | undefined> }) {
  const id = params['id'] ?? '';
  const [round, setRound] = useState(0);
  // Another design, or another try, begins with nothing of the one before on the screen.
  return <OpenDesign key={`${id}/${round}`} id={id} onRetry={() => setRound(round + 1)} />;
}

function OpenDesign({ id, onRetry }: { id: string; onRetry(): void }) {
  const { t, say } = useWords();
  // A design that lives behind its tab is there at once.
  const [opened, setOpened] = useState<OpenedDesign | null>(() => keptDesign(id) ?? null);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const saving = opened?.editor.saving;
  const saved = useSyncExternalStore(saving?.subscribe ?? silent, () => saving?.snapshot() ?? null);

  useEffect(() => {
    let current: OpenedDesign | null = null;
    let gone = false;
    openDesign(id).then(
      (ready) => {
        if (gone) return;
        current = ready;
        setOpened(ready);
      },
      (error: unknown) => {
        if (gone) return;
        setFailure(asGalleyError(error));
      },
    );
    return () => {
      gone = true;
      current?.editor.saving.flush().catch(notifyFailure);
    };
  }, [id]);

  return (
    <div className={styles.screen}>
      <TabsStrip id={id} name={saved?.name ?? null} />
      {failure ? (
        <div className={styles.failure}>
          <FailureNote error={failure} onRetry={onRetry} />
          <Button component="a" href="#/designs" variant="default">
            {t('design.all-designs')}
          </Button>
        </div>
      ) : opened ? (
        <EditorProvider value={opened.editor}>
          <DesignEditor notes={opened.notes.map(say)} />
        </EditorProvider>
      ) : (
        <div className={styles.waiting} aria-busy="true" aria-label={t('design.opening')}>
          <Skeleton className={styles.waitingDrawer ?? ''} radius={0} />
          <div className={styles.waitingTable}>
            <Skeleton width="46%" height="72%" radius={2} />
          </div>
        </div>
      )}
    </div>
  );
}
