import { Button, Modal } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { asGalleyError, GalleyError } from '#shared/contract/failure.ts';
import { editDuration } from '#shared/clip/edit/layout.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { workRange } from '../timeline/work-range.ts';
import styles from './export.module.css';
import { FormatList } from './format-list.tsx';
import { OutlookList } from './outlook-list.tsx';
import { OwnSettings } from './own-settings.tsx';
import { firstChoice, type RenderChoice, restoredChoice, wantedOf } from './render-choice.ts';
import { RenderQueue } from './render-queue.tsx';

/** The formats that this clip is drawn for come first: those of the last export, else the one of its frame. */
function startChoice(saved: RenderChoice, format: string | undefined): RenderChoice {
  if (!format) return { ...saved, formats: [], own: true };
  return { ...saved, formats: [format], own: false };
}

/** One clip to many files: what to make on the left, what it will come to and what is being made on the right. */
export function ExportDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const { session } = useClipEditor();
  const clipId = useClip((now) => now.record.id);
  const frameFormat = useClip((now) => now.edit.frame?.format);
  const hasCaptions = useClip((now) => (now.edit.captions ?? []).some((track) => track.cues.length > 0));
  const empty = useClip((now) => now.edit.segments.length === 0);
  const [saved, setSaved] = useLocalStorage<unknown>({
    key: 'galley.clip.export',
    defaultValue: firstChoice,
    getInitialValueInEffect: false,
  });
  const remembered = restoredChoice(saved);
  const [choice, setChoice] = useState(() => startChoice(remembered, frameFormat));
  const [ready, setReady] = useState(false);
  const [failure, setFailure] = useState<GalleyError | null>(null);
  const hasRange = useClip((now) => workRange(now.edit, editDuration(now.edit)) !== null);
  const wanted = wantedOf({ ...choice, range: choice.range && hasRange });

  // What is rendered is what is stored.
  useEffect(() => {
    session.flush().then(() => setReady(true), notifyFailure);
  }, [session]);

  const run = async (): Promise<void> => {
    setFailure(null);
    try {
      await session.flush();
      await call('renders.add', { clipId, wanted });
      setSaved({
        ...choice,
        range: false,
        formats: choice.formats.length > 0 ? choice.formats : remembered.formats,
      });
    } catch (error) {
      setFailure(asGalleyError(error));
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('clip-export.title')}
      size={980}
      classNames={{ header: styles.head ?? '', body: styles.body ?? '' }}
    >
      <div className={styles.dialog}>
        <div className={styles.form}>
          <FormatList
            choice={choice}
            used={remembered.formats}
            onChange={(change) => setChoice((old) => ({ ...old, ...change }))}
          />
          <OwnSettings
            choice={choice}
            hasCaptions={hasCaptions}
            hasRange={hasRange}
            onChange={(change) => setChoice((old) => ({ ...old, ...change }))}
          />
        </div>
        <div className={styles.side}>
          {ready && !empty && <OutlookList clipId={clipId} wanted={wanted} />}
          <RenderQueue clipId={clipId} />
        </div>
      </div>
      <div className={styles.footer}>
        {failure && <FailureNote error={failure} bare />}
        <span className={styles.estimate}>
          {empty ? t('clip-export.empty-clip') : t('clip-export.count', { count: wanted.length })}
        </span>
        <Button variant="default" onClick={onClose}>
          {t('clip-export.close')}
        </Button>
        <Button data-autofocus disabled={wanted.length === 0 || empty} onClick={() => void run()}>
          {t('clip-export.run')}
        </Button>
      </div>
    </Modal>
  );
}
