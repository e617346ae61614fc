import { Button, Textarea } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { changeCues } from '#shared/clip/edit/operations/cues.ts';
import { changeWithUndo } from './offer-undo.ts';
import styles from './tool-forms.module.css';
import { captionsFromText } from './transcript.ts';
import { useFirstFocus } from './use-first-focus.ts';
import type { TrackEditing } from './use-captions.ts';

/** A pasted transcript becomes captions that share the clip by their length, in place of those there are. */
export function TranscriptForm({
  editing,
  track,
  onDone,
}: {
  editing: TrackEditing;
  track: CaptionTrack;
  onDone(): void;
}) {
  const { t, locale } = useWords();
  const field = useFirstFocus<HTMLTextAreaElement>();
  const [text, setText] = useState('');
  const later = useDeferredValue(text);
  const count = useMemo(() => captionsFromText(later, 0, 1).length, [later]);
  const number = new Intl.NumberFormat(locale);
  const make = (): void => {
    const length = editing.editor.duration();
    const cues = captionsFromText(text, 0, length > 0 ? length : editing.clock().duration);
    changeWithUndo(
      editing.editor,
      track.id,
      (edit) => changeCues(edit, track.id, () => cues),
      () => t('clip-captions.did-transcript', { count: number.format(cues.length) }),
    );
    editing.choose(cues.slice(0, 1).map(({ id }) => id));
    onDone();
  };
  return (
    <section className={styles.form} aria-label={t('clip-captions.transcript')}>
      <Textarea
        ref={field}
        aria-label={t('clip-captions.transcript')}
        placeholder={t('clip-captions.transcript-hint')}
        rows={6}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.line}>
        <output className={styles.count}>
          {count === 0 ? '' : t('clip-captions.makes', { count: number.format(count) })}
        </output>
        <Button disabled={count === 0} onClick={make}>
          {track.cues.length > 0 ? t('clip-captions.replace-cues') : t('clip-captions.make-cues')}
        </Button>
      </div>
    </section>
  );
}
