import { Button, Progress } from '@mantine/core';
import { IconPlayerStop } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { formatSpan } from '../fields/spans.ts';
import { clipPlayerOf } from '../player/timeline-player.ts';
import { useClipEditor, useSource } from '../session/editor.tsx';
import styles from './stage.module.css';
import { useShownSegment } from './use-playhead.ts';

/** Why the recording under the playhead does not play yet, with time left; small, so that posters can be looked at. */
export function Waiting() {
  const { t, locale } = useWords();
  const { player } = useClipEditor();
  const segment = useShownSegment();
  const { playback } = clipPlayerOf(player);
  const assetId = segment?.kind === 'clip' || segment?.kind === 'freeze' ? segment.source : null;
  const facts = useSource(assetId);
  const state = useSyncExternalStore(playback.subscribe, () =>
    assetId === null ? null : playback.get(assetId),
  );
  if (assetId === null || !state || state.stage === 'ready') return null;
  const name = facts?.asset.name ?? '';
  if (state.stage === 'failed')
    return (
      <div className={styles.notice}>
        <FailureNote error={state.error} onRetry={() => playback.retry(assetId)} />
      </div>
    );
  if (state.stage === 'cancelled')
    return (
      <div className={styles.notice} role="status">
        <p>{t('clip-stage.no-preview')}</p>
        <Button variant="default" size="compact-xs" onClick={() => playback.retry(assetId)}>
          {t('clip-stage.prepare')}
        </Button>
      </div>
    );
  const { job } = state;
  if (!job) return null;
  const share = job.total > 0 ? (job.done / job.total) * 100 : null;
  return (
    <div className={styles.notice} role="status">
      <p>{t('clip-stage.preparing', { name })}</p>
      <Progress
        className={styles.progress}
        aria-label={t('clip-stage.preparing', { name })}
        value={share ?? 100}
        animated={share === null}
        size="sm"
      />
      <span className={styles.left}>
        {typeof job.secondsLeft === 'number' &&
          t('clip-stage.time-left', { time: formatSpan(job.secondsLeft, locale) })}
      </span>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconPlayerStop size={14} stroke={1.5} />}
        onClick={() => playback.cancel(assetId)}
      >
        {t('clip-stage.cancel')}
      </Button>
    </div>
  );
}
