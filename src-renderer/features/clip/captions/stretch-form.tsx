import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { stretchCues } from '#shared/clip/captions/edit-cues.ts';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import { changeCues } from '#shared/clip/edit/operations/cues.ts';
import { TimeField } from '../fields/time-field.tsx';
import { useClipSelection } from '../session/editor.tsx';
import { changeWithUndo } from './offer-undo.ts';
import styles from './tool-forms.module.css';
import { chosenCues, type TrackEditing, useCaptionClock } from './use-captions.ts';

/** The two captions that are set right: the first and last chosen, else the first and last of all. */
function pointsOf(cues: readonly Cue[], chosen: readonly string[]): [Cue, Cue] | null {
  const ordered = cues.filter(({ id }) => chosen.includes(id));
  const [first, last] = ordered.length > 1 ? [ordered[0], ordered.at(-1)] : [cues[0], cues.at(-1)];
  return first && last && first !== last ? [first, last] : null;
}

/** Puts two captions right, and all others with them: for captions that were timed for another frame rate or cut. */
export function StretchForm({ editing, track }: { editing: TrackEditing; track: CaptionTrack }) {
  const { t } = useWords();
  const chosen = chosenCues(useClipSelection(), track.id);
  const clock = useCaptionClock(editing);
  const [to, setTo] = useState<Record<string, number>>({});
  const points = pointsOf(track.cues, chosen);
  if (!points) return <p className={styles.hint}>{t('clip-captions.stretch-needs-two')}</p>;
  const wanted = points.map((cue) => to[cue.id] ?? cue.from);
  const stretch = (): void => {
    const [one, other] = points;
    const [first = one.from, second = other.from] = wanted;
    try {
      changeWithUndo(
        editing.editor,
        track.id,
        (edit) =>
          changeCues(edit, track.id, (cues) =>
            stretchCues(cues, { at: one.from, to: first }, { at: other.from, to: second }),
          ),
        () => t('clip-captions.did-stretch'),
      );
      setTo({});
    } catch (error) {
      notifyFailure(error);
    }
  };
  return (
    <section className={styles.form} aria-label={t('clip-captions.stretch')}>
      <p className={styles.hint}>{t('clip-captions.stretch-hint')}</p>
      {points.map((cue, at) => {
        const number = track.cues.indexOf(cue) + 1;
        return (
          <div key={cue.id} className={styles.line}>
            <span className={styles.sample} title={cue.text}>
              {t('clip-captions.numbered', { number, text: cue.text })}
            </span>
            <div className={styles.time}>
              <TimeField
                label={t('clip-captions.right-start', { number })}
                seconds={wanted[at] ?? cue.from}
                clock={clock}
                invalidWord={t('clip-captions.no-time')}
                onChange={(seconds) => setTo({ ...to, [cue.id]: seconds })}
              />
            </div>
            <Tooltip label={t('clip-captions.take-playhead')}>
              <ActionIcon
                aria-label={t('clip-captions.take-playhead')}
                onClick={() => setTo({ ...to, [cue.id]: editing.editor.player.now().time })}
              >
                <IconCurrentLocation size={16} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </div>
        );
      })}
      <div className={styles.line}>
        <span className={styles.grow} />
        <Button disabled={points.every((cue, at) => wanted[at] === cue.from)} onClick={stretch}>
          {t('clip-captions.do-stretch')}
        </Button>
      </div>
    </section>
  );
}
