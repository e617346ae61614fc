import { IconMovie } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { call, onEvent } from '#renderer/bridge/client.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import { ClipEditor } from './clip-editor.tsx';
import { createTimelinePlayer } from './player/timeline-player.ts';
import { openClipSession } from './session/clip-session.ts';
import { createClipEditor } from './session/create-clip-editor.ts';
import styles from './clip.module.css';

type OpenClip = ReturnType<typeof createClipEditor>;

type Opened =
  | { stage: 'opening' }
  | { stage: 'open'; editor: OpenClip }
  | { stage: 'failed'; error: GalleyError };

function useOpenedClip(id: string): { opened: Opened; retry(): void } {
  const [last, setLast] = useState<{ key: string; opened: Opened } | null>(null);
  const [round, setRound] = useState(0);
  const key = `${id} ${round}`;
  useEffect(() => {
    let editor: OpenClip | null = null;
    let current = true;
    const setOpened = (opened: Opened): void => setLast({ key, opened });
    const open = async (): Promise<void> => {
      const made = await openClipSession(id);
      if (!current) {
        made.close();
        return;
      }
      editor = createClipEditor(made, createTimelinePlayer);
      setOpened({ stage: 'open', editor });
    };
    open().catch((error: unknown) => {
      const failure = asGalleyError(error);
      if (current) setOpened({ stage: 'failed', error: failure });
    });
    const stop = onEvent('records.changed', ({ kind, ids }) => {
      const open = editor?.session;
      if (kind !== 'clip' || !ids.includes(id) || !open || open.now().state !== 'saved') return;
      call('clips.get', { id }).then((record) => open.receive(record), notifyFailure);
    });
    // A window that is closed or reloaded sends what is still waiting; the request outlives it.
    const leave = (): void => void editor?.session.flush();
    window.addEventListener('pagehide', leave);
    return () => {
      current = false;
      stop();
      window.removeEventListener('pagehide', leave);
      editor?.close();
      editor?.session.close();
    };
  }, [id, key]);
  const opened: Opened = last?.key === key ? last.opened : { stage: 'opening' };
  return { opened, retry: () => setRound((count) => count + 1) };
}

/** `/clips/:id`: an edit list with its picture, its timeline and what is known and set of its parts. */
export default function ClipScreen({ params }: { params: Record<string, string | undefined> }) {
  const { t } = useWords();
  const id = params['id'] ?? '';
  const { opened, retry } = useOpenedClip(id);
  if (opened.stage === 'opening') return <div className={styles.screen} aria-busy />;
  if (opened.stage === 'failed')
    return (
      <EmptyState icon={IconMovie} title={t('clip.cannot-open')}>
        <FailureNote error={opened.error} onRetry={retry} />
        <Link href="/clips">{t('clip.all-clips')}</Link>
      </EmptyState>
    );
  return <ClipEditor key={id} editor={opened.editor} />;
}
