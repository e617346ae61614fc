import { Loader } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { mediaUrl, runJob } from '#renderer/bridge/client.ts';
import { isCancellation, GalleyError } from '#shared/contract/failure.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { useClip, useClipEditor } from '../session/editor.tsx';
import styles from './stage.module.css';

/** Milliseconds of rest before a frame is rendered. */
const rest = 250;

/** The frame under the playhead exactly as the export makes it, over the preview; gone while something plays. */
export function ExactFrame() {
  const { t, say } = useWords();
  const { player } = useClipEditor();
  const edit = useClip((now) => now.edit);
  const time = useSyncExternalStore(player.subscribe, () => (player.now().playing ? -1 : player.now().time));
  const [answer, setAnswer] = useState<{ time: number; edit: object; url: string | null; failure: string }>();
  useEffect(() => {
    if (time < 0) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      runJob('clips.frame', { edit, at: time }, { signal: abort.signal }).then(
        ({ url }) => setAnswer({ time, edit, url, failure: '' }),
        (error: unknown) => {
          if (isCancellation(error)) return;
          const failure = error instanceof GalleyError ? say(error.sentence) : String(error);
          setAnswer({ time, edit, url: null, failure });
        },
      );
    }, rest);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [edit, time, say]);
  if (time < 0) return null;
  const current = answer?.time === time && answer.edit === edit ? answer : null;
  return (
    <>
      {current?.url && (
        <img className={styles.exact} src={mediaUrl(current.url)} alt={t('clip-stage.exact')} />
      )}
      <output className={styles.exactNote}>
        {current ? current.failure || t('clip-stage.exact-shown') : <Loader size={12} />}
        {!current && t('clip-stage.exact-rendering')}
      </output>
    </>
  );
}
