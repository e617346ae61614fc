import { IconAlertTriangle, IconCheck, IconPencil, IconRefresh } from '@tabler/icons-react';
import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { numberFormat } from './fields/spans.ts';
import { useSyncExternalStore } from 'react';
import { type FrameClock, frameAt, timecode } from './fields/time-text.ts';
import type { ClipSnapshot } from './session/clip-session.ts';
import { useClipEditor } from './session/editor.tsx';
import type { Range } from './session/range.ts';
import styles from './clip.module.css';

const icons = {
  saved: IconCheck,
  unsaved: IconPencil,
  saving: IconRefresh,
  failed: IconAlertTriangle,
  conflict: IconAlertTriangle,
};

function FrameNumber({ clock }: { clock: FrameClock }) {
  const { t, locale } = useWords();
  const { player } = useClipEditor();
  const frame = useSyncExternalStore(player.subscribe, () =>
    frameAt(clock, player.now().time + 0.1 / clock.fps),
  );
  const number = numberFormat(locale);
  return (
    <span className={styles.fact}>
      {t('clip.frame-of', { frame: number.format(frame + 1), all: number.format(clock.frames) })}
    </span>
  );
}

/** The status line's part: whether it is saved, the length of the range, the frame. */
export function ClipStatus({
  now,
  clock,
  range,
  onRetry,
}: {
  now: ClipSnapshot;
  clock: FrameClock;
  range: Range;
  onRetry(): void;
}) {
  const { t, say } = useWords();
  const Icon = icons[now.state];
  const words = {
    saved: t('clip.saved'),
    unsaved: t('clip.unsaved'),
    saving: t('clip.saving'),
    failed: t('clip.save-failed'),
    conflict: t('clip.save-conflict'),
  };
  return (
    <>
      <Slot name="status-left">
        <span
          className={styles.save}
          role="status"
          data-state={now.state}
          data-bad={now.state === 'failed' || now.state === 'conflict'}
          title={now.failure ? say(now.failure.sentence) : undefined}
        >
          <Icon size={14} stroke={1.5} aria-hidden />
          {words[now.state]}
          {now.state === 'failed' && (
            <button type="button" className={styles.retry} onClick={onRetry}>
              {t('clip.save-again')}
            </button>
          )}
        </span>
      </Slot>
      <Slot name="status-right">
        <span className={styles.fact}>
          {t('clip.range-length', { time: timecode(clock, range.to - range.from) })}
        </span>
        {!clock.soundOnly && <FrameNumber clock={clock} />}
      </Slot>
    </>
  );
}
