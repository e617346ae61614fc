import { Button } from '@mantine/core';
import { useState } from 'react';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { closeGaps, snapCuesToFrames } from '#shared/clip/captions/edit-cues.ts';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import { changeCues } from '#shared/clip/edit/operations/cues.ts';
import { changeWithUndo } from './offer-undo.ts';
import { breakLinesOfCues, mergeShortCues, splitLongCues } from './tidy-cues.ts';
import styles from './tool-forms.module.css';
import type { TrackEditing } from './use-captions.ts';

/** What most tracks want done once: long ones split, short ones merged, gaps closed, lines broken, times on frames. */
export function TidyForm({ editing, track }: { editing: TrackEditing; track: CaptionTrack }) {
  const { t, locale } = useWords();
  const wide = /^(zh|ja|ko)/.test(track.language);
  const [values, setValues] = useState({ split: wide ? 32 : 84, merge: 1, gaps: 0.3, lines: wide ? 16 : 42 });
  const number = new Intl.NumberFormat(locale);

  const apply = (change: (cues: readonly Cue[]) => readonly Cue[]): void => {
    const before = track.cues.length;
    const changed = changeWithUndo(
      editing.editor,
      track.id,
      (edit) => changeCues(edit, track.id, change),
      () =>
        t('clip-captions.did-tidy', {
          before: number.format(before),
          after: number.format(editing.track()?.cues.length ?? 0),
        }),
    );
    if (!changed) notify(t('clip-captions.nothing-to-tidy'));
  };
  const rows = [
    {
      key: 'split' as const,
      word: t('clip-captions.split-longer'),
      unit: t('clip-captions.characters'),
      min: 8,
      max: 500,
      step: 1,
      run: () => apply((cues) => splitLongCues(cues, values.split)),
    },
    {
      key: 'merge' as const,
      word: t('clip-captions.merge-shorter'),
      unit: t('clip-captions.seconds'),
      min: 0.1,
      max: 10,
      step: 0.1,
      run: () => apply((cues) => mergeShortCues(cues, values.merge)),
    },
    {
      key: 'gaps' as const,
      word: t('clip-captions.close-gaps'),
      unit: t('clip-captions.seconds'),
      min: 0.02,
      max: 10,
      step: 0.05,
      run: () => apply((cues) => closeGaps(cues, { below: values.gaps })),
    },
    {
      key: 'lines' as const,
      word: t('clip-captions.break-lines'),
      unit: t('clip-captions.characters'),
      min: 6,
      max: 200,
      step: 1,
      run: () => apply((cues) => breakLinesOfCues(cues, wide ? values.lines * 2 : values.lines)),
    },
  ];
  return (
    <section className={styles.form} aria-label={t('clip-captions.tidy')}>
      {rows.map(({ key, word, unit, min, max, step, run }) => (
        <div key={key} className={styles.line}>
          <span className={styles.task}>{word}</span>
          <div className={styles.number}>
            <NumberField
              label={word}
              mark=""
              unit={unit}
              min={min}
              max={max}
              step={step}
              value={values[key]}
              onChange={(value) => setValues({ ...values, [key]: value })}
            />
          </div>
          <Button variant="default" aria-label={`${t('clip-captions.do-tidy')}: ${word}`} onClick={run}>
            {t('clip-captions.do-tidy')}
          </Button>
        </div>
      ))}
      <div className={styles.line}>
        <span className={styles.task}>{t('clip-captions.snap-frames')}</span>
        <Button
          variant="default"
          aria-label={`${t('clip-captions.do-tidy')}: ${t('clip-captions.snap-frames')}`}
          onClick={() => apply((cues) => snapCuesToFrames(cues, editing.editor.rate()))}
        >
          {t('clip-captions.do-tidy')}
        </Button>
      </div>
    </section>
  );
}
