import { Button, Checkbox, Modal, Progress, SegmentedControl } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import { removeRanges, type TimeRange } from '#shared/clip/edit/operations/remove.ts';
import type { Segment } from '#shared/clip/edit/segment.ts';
import { formatTime } from '#shared/clip/time.ts';
import { newId } from '#shared/domain/id.ts';
import { formatSeconds } from '../fields/spans.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { pausesOnTimeline, secondsOf } from './pauses.ts';
import styles from './sound.module.css';
import { usePauses } from './use-pauses.ts';

/** Seconds that are played before and after a pause that is listened to. */
const around = 1;
const keyOf = (range: TimeRange): string => range.from.toFixed(3);

/** Finds pauses and takes out those that stay ticked. */
export function SilenceDialog({ segments, onClose }: { segments: readonly Segment[]; onClose(): void }) {
  const { t, locale } = useWords();
  const { change, player, session, selection } = useClipEditor();
  const edit = useClip((snapshot) => snapshot.edit);
  const [limits, setLimits] = useState({ below: -35, seconds: 0.5 });
  const [kept, setKept] = useState(0.1);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const choosable = selection.get()?.kind === 'segment' && segments.length < edit.segments.length;
  const [within, setWithin] = useState<'all' | 'chosen'>('all');
  const ids = useMemo(
    () => new Set((within === 'chosen' ? segments : edit.segments).map(({ id }) => id)),
    [within, segments, edit.segments],
  );
  const sources = useMemo(() => {
    const recorded = edit.segments.flatMap((one) =>
      one.kind === 'clip' && ids.has(one.id) ? [one.source] : [],
    );
    return [...new Set(recorded)];
  }, [edit.segments, ids]);
  const { search, stop, again } = usePauses(sources, limits);
  const pauses = useMemo(() => {
    if (search.stage !== 'done') return [];
    const placed = placeSegments(edit).filter(({ segment }) => ids.has(segment.id));
    return pausesOnTimeline(placed, search.silences, kept);
  }, [search, edit, ids, kept]);
  const chosen = pauses.filter((range) => !left.has(keyOf(range)));
  const number = new Intl.NumberFormat(locale);
  const toggle = (range: TimeRange): void => {
    const next = new Set(left);
    if (!next.delete(keyOf(range))) next.add(keyOf(range));
    setLeft(next);
  };
  const remove = (): void => {
    const seconds = formatSeconds(secondsOf(chosen), locale);
    change((before) => removeRanges(before, chosen, newId));
    const without = session.now().edit;
    notifyUndo(t('clip-sound.did-remove', { count: number.format(chosen.length), seconds }), () => {
      // Something else was done since: that is not taken back from here.
      if (session.now().edit === without) session.undo();
    });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('clip-sound.pauses')} size={560}>
      <div className={styles.dialog}>
        <div className={styles.fields}>
          <label className={styles.field}>
            {t('clip-sound.quieter')}
            <NumberField
              label={t('clip-sound.quieter')}
              mark="<"
              unit="dB"
              min={-80}
              max={-10}
              value={limits.below}
              onChange={(below) => setLimits({ ...limits, below })}
            />
          </label>
          <label className={styles.field}>
            {t('clip-sound.longer')}
            <NumberField
              label={t('clip-sound.longer')}
              mark="≥"
              unit="s"
              min={0.1}
              max={60}
              step={0.1}
              value={limits.seconds}
              onChange={(seconds) => setLimits({ ...limits, seconds })}
            />
          </label>
          <label className={styles.field}>
            {t('clip-sound.kept')}
            <NumberField
              label={t('clip-sound.kept')}
              mark="±"
              unit="s"
              min={0}
              max={5}
              step={0.05}
              value={kept}
              onChange={setKept}
            />
          </label>
        </div>
        {choosable && (
          <SegmentedControl
            size="xs"
            aria-label={t('clip-sound.within')}
            value={within}
            data={[
              { value: 'all', label: t('clip-sound.within-all') },
              { value: 'chosen', label: t('clip-sound.within-chosen') },
            ]}
            onChange={(value) => setWithin(value === 'chosen' ? 'chosen' : 'all')}
          />
        )}
        {search.stage === 'running' && (
          <div className={styles.progress} role="status">
            <Progress
              size="sm"
              aria-label={t('clip-sound.searching')}
              value={search.total > 0 ? (search.done / search.total) * 100 : 100}
              animated={search.total === 0}
            />
            <Button variant="default" size="compact-sm" onClick={stop}>
              {t('clip-sound.cancel')}
            </Button>
          </div>
        )}
        {search.stage === 'stopped' && (
          <div className={styles.progress}>
            <p className={styles.hint}>{t('clip-sound.stopped')}</p>
            <Button variant="default" size="compact-sm" onClick={again}>
              {t('clip-sound.try-again')}
            </Button>
          </div>
        )}
        {search.stage === 'failed' && <FailureNote error={search.error} onRetry={again} />}
        {search.stage === 'done' && pauses.length === 0 && (
          <p className={styles.hint}>{t('clip-sound.no-pauses')}</p>
        )}
        {pauses.length > 0 && (
          <ul className={styles.pauses} aria-label={t('clip-sound.pauses')}>
            {pauses.map((range) => (
              <li className={styles.pause} key={keyOf(range)}>
                <Checkbox
                  size="xs"
                  aria-label={t('clip-sound.pause-at', { time: formatTime(range.from) })}
                  checked={!left.has(keyOf(range))}
                  onChange={() => toggle(range)}
                />
                <span className={styles.time}>{formatTime(range.from)}</span>
                <span className={styles.time}>{formatSeconds(range.to - range.from, locale)}</span>
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-xs"
                  leftSection={<IconPlayerPlay size={12} stroke={1.5} />}
                  onClick={() => player.playRange(Math.max(0, range.from - around), range.to + around)}
                >
                  {t('clip-sound.listen')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <footer className={styles.foot}>
          <span className={styles.hint}>
            {pauses.length > 0 && t('clip-sound.found', { count: number.format(pauses.length) })}
          </span>
          <Button variant="default" onClick={onClose}>
            {t('clip-sound.close')}
          </Button>
          <Button disabled={chosen.length === 0} onClick={remove}>
            {t('clip-sound.remove', {
              count: number.format(chosen.length),
              seconds: formatSeconds(secondsOf(chosen), locale),
            })}
          </Button>
        </footer>
      </div>
    </Modal>
  );
}
