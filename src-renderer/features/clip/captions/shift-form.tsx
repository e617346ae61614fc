import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { shiftCues } from '#shared/clip/captions/edit-cues.ts';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { changeCues } from '#shared/clip/edit/operations/cues.ts';
import { readTimeText } from '../fields/time-text.ts';
import { useClipSelection } from '../session/editor.tsx';
import { changeWithUndo } from './offer-undo.ts';
import styles from './tool-forms.module.css';
import { chosenCues, type TrackEditing } from './use-captions.ts';

type Scope = 'all' | 'chosen' | 'onward';

/** Seconds from "+0.5", "-10f", "0:01.2"; null for what is no time. */
function readAmount(text: string, clock: Parameters<typeof readTimeText>[2]): number | null {
  const trimmed = text.trim().replace('−', '-');
  const sign = trimmed.startsWith('-') ? -1 : 1;
  const amount = readTimeText(trimmed.replace(/^[+-]\s*/, ''), 0, clock);
  return amount === null ? null : sign * amount;
}

/** Moves captions earlier or later: all, the chosen ones, or from the chosen one on. */
export function ShiftForm({ editing, track }: { editing: TrackEditing; track: CaptionTrack }) {
  const { t, locale } = useWords();
  const chosen = chosenCues(useClipSelection(), track.id);
  const [scope, setScope] = useState<Scope>(chosen.length > 1 ? 'chosen' : 'all');
  const [text, setText] = useState('+0.5');
  const amount = readAmount(text, editing.clock());
  const ids = (): string[] | null => {
    if (scope === 'all') return null;
    if (scope === 'chosen') return [...chosen];
    const { time } = editing.editor.player.now();
    const first = track.cues.findIndex(({ id }) => chosen.includes(id));
    const from = first >= 0 ? first : track.cues.findIndex((cue) => cue.to > time);
    return from < 0 ? [] : track.cues.slice(from).map(({ id }) => id);
  };
  const shift = (by: number): void => {
    const which = ids();
    const count = which?.length ?? track.cues.length;
    changeWithUndo(
      editing.editor,
      track.id,
      (edit) => changeCues(edit, track.id, (cues) => shiftCues(cues, which, by)),
      () => {
        const values = {
          count: new Intl.NumberFormat(locale).format(count),
          seconds: new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(Math.abs(by)),
        };
        return by < 0 ? t('clip-captions.did-earlier', values) : t('clip-captions.did-later', values);
      },
    );
  };
  const empty = scope === 'chosen' && chosen.length === 0;
  return (
    <section className={styles.form} aria-label={t('clip-captions.shift')}>
      <SegmentedControl
        fullWidth
        aria-label={t('clip-captions.which')}
        value={scope}
        onChange={(value) => setScope(value as Scope)}
        data={[
          { value: 'all', label: t('clip-captions.all') },
          { value: 'chosen', label: t('clip-captions.chosen') },
          { value: 'onward', label: t('clip-captions.from-here') },
        ]}
      />
      <div className={styles.line}>
        <TextInput
          className={styles.grow ?? ''}
          aria-label={t('clip-captions.shift-by')}
          title={t('clip-captions.shift-hint')}
          spellCheck={false}
          error={amount === null}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && amount !== null && !empty) shift(amount);
          }}
        />
        <Button disabled={amount === null || amount === 0 || empty} onClick={() => shift(amount ?? 0)}>
          {t('clip-captions.do-shift')}
        </Button>
      </div>
      <p className={styles.hint}>{t('clip-captions.shift-hint')}</p>
    </section>
  );
}
