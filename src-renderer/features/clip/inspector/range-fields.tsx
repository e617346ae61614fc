import { Button } from '@mantine/core';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { TimeField } from '../fields/time-field.tsx';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import { moveIn, moveOut, type Range, withLength } from '../session/range.ts';
import styles from './inspector.module.css';

/** In, out and length, each typed or stepped, and the cover's time. */
export function RangeFields({
  clock,
  range,
  coverAt,
  readOnly,
  onRange,
  onShow,
  onClearCover,
}: {
  clock: FrameClock;
  range: Range;
  coverAt: number | null;
  readOnly: boolean;
  onRange(range: Range): void;
  onShow(seconds: number): void;
  onClearCover(): void;
}) {
  const { t, locale } = useWords();
  const frames = Math.round((range.to - range.from) * clock.fps);
  const shared = { clock, invalidWord: t('clip.not-a-time'), disabled: readOnly };
  return (
    <Panel title={t('clip.range')} remember="clip.range">
      <div className={styles.fields}>
        <label className={styles.field}>
          <span>{t('clip.in')}</span>
          <TimeField
            {...shared}
            label={t('clip.in-point')}
            seconds={range.from}
            onChange={(seconds) => onRange(moveIn(range, seconds, clock))}
          />
        </label>
        <label className={styles.field}>
          <span>{t('clip.out')}</span>
          <TimeField
            {...shared}
            label={t('clip.out-point')}
            seconds={range.to}
            onChange={(seconds) => onRange(moveOut(range, seconds, clock))}
          />
        </label>
        <label className={styles.field}>
          <span>{t('clip.length')}</span>
          <TimeField
            {...shared}
            label={t('clip.length')}
            seconds={range.to - range.from}
            onChange={(seconds) => onRange(withLength(range, seconds, clock))}
          />
        </label>
      </div>
      {!clock.soundOnly && (
        <p className={styles.dim}>
          {t('clip.frames', { count: new Intl.NumberFormat(locale).format(frames) })}
        </p>
      )}
      {coverAt !== null && (
        <div className={styles.coverRow}>
          <span>{t('clip.cover-frame')}</span>
          <Button variant="subtle" color="gray" size="compact-xs" onClick={() => onShow(coverAt)}>
            <span className={styles.mono}>{timecode(clock, coverAt)}</span>
          </Button>
          <Button variant="subtle" color="gray" size="compact-xs" disabled={readOnly} onClick={onClearCover}>
            {t('clip.clear-cover')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
