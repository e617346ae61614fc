import { Button, Select } from '@mantine/core';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { setTransition } from '#shared/clip/edit/operations/arrange.ts';
import { type Segment, type TransitionKind, transitionKinds } from '#shared/clip/edit/segment.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import styles from './picture.module.css';
import { shared, useSegmentChanges } from './use-chosen.ts';

/** Seconds of a new transition. */
const usual = 0.5;

/** How segments come and go: the transition from the one before, and fades from and to black. */
export function ChangeSection({ segments, disabled }: { segments: readonly Segment[]; disabled: boolean }) {
  const { t } = useWords();
  const { change } = useClipEditor();
  const { ids, picture } = useSegmentChanges(segments);
  const all = useClip((snapshot) => snapshot.edit.segments);
  const first = all[0];
  const joined = segments.filter((one) => one !== first);
  const transition = shared(joined, (one) => one.transition ?? null);
  const names: Record<TransitionKind, string> = {
    fade: t('clip-picture.transition-fade'),
    'dip-black': t('clip-picture.transition-dip-black'),
    'dip-white': t('clip-picture.transition-dip-white'),
    'slide-left': t('clip-picture.transition-slide-left'),
    'slide-right': t('clip-picture.transition-slide-right'),
    'slide-up': t('clip-picture.transition-slide-up'),
    'slide-down': t('clip-picture.transition-slide-down'),
    'wipe-left': t('clip-picture.transition-wipe-left'),
    'wipe-right': t('clip-picture.transition-wipe-right'),
    zoom: t('clip-picture.transition-zoom'),
  };
  const chosen = joined.map((one) => one.id);
  return (
    <Panel title={t('clip-picture.change')} remember="clip.picture.change">
      {joined.length === 0 ? (
        <p className={styles.hint}>{t('clip-picture.first')}</p>
      ) : (
        <div className={styles.pair}>
          <Select
            aria-label={t('clip-picture.transition')}
            disabled={disabled}
            allowDeselect={false}
            value={transition?.kind ?? 'none'}
            data={[
              { value: 'none', label: t('clip-picture.transition-none') },
              ...transitionKinds.map((value) => ({ value, label: names[value] })),
            ]}
            onChange={(value) => {
              const kind = transitionKinds.find((each) => each === value);
              const next = kind ? { kind, seconds: transition?.seconds ?? usual } : null;
              change((edit) => setTransition(edit, chosen, next));
            }}
          />
          <NumberField
            label={t('clip-picture.transition-length')}
            mark={t('clip-picture.length')}
            unit="s"
            min={0.1}
            max={3}
            step={0.1}
            disabled={disabled || !transition}
            value={transition?.seconds ?? null}
            onChange={(seconds) =>
              transition &&
              change(
                (edit) => setTransition(edit, chosen, { ...transition, seconds }),
                `transition:${chosen.join()}`,
              )
            }
          />
        </div>
      )}
      {transition && all.length > 2 && (
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={disabled}
          onClick={() =>
            change((edit) =>
              setTransition(
                edit,
                edit.segments.slice(1).map((one) => one.id),
                transition,
              ),
            )
          }
        >
          {t('clip-picture.transition-everywhere')}
        </Button>
      )}
      <div className={styles.pair}>
        {(['fadeIn', 'fadeOut'] as const).map((side) => (
          <NumberField
            key={side}
            label={side === 'fadeIn' ? t('clip-picture.fade-in') : t('clip-picture.fade-out')}
            mark={side === 'fadeIn' ? t('clip-picture.fade-in') : t('clip-picture.fade-out')}
            unit="s"
            min={0}
            max={10}
            step={0.1}
            disabled={disabled}
            value={shared(segments, (one) => one.picture?.[side] ?? 0)}
            onChange={(seconds) => picture({ [side]: seconds }, `${side}:${ids.join()}`)}
          />
        ))}
      </div>
    </Panel>
  );
}
