import { Button, SegmentedControl, Select, Slider, Switch } from '@mantine/core';
import { IconArrowBackUp, IconSnowflake } from '@tabler/icons-react';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { segmentLength } from '#shared/clip/edit/layout.ts';
import { freezeAt, setReversed, setSpeed } from '#shared/clip/edit/operations/arrange.ts';
import type { Segment, StillMotion } from '#shared/clip/edit/segment.ts';
import { newId } from '#shared/domain/id.ts';
import { useClipEditor } from '../session/editor.tsx';
import styles from './picture.module.css';
import { shared, useSegmentChanges } from './use-chosen.ts';

const speeds = [0.25, 0.5, 1, 1.5, 2, 4];
/** Slider steps are even in doublings: −2 is a quarter, 2 is four times. */
const toSpeed = (step: number): number => Math.round(2 ** step * 100) / 100;

/** Seconds for which a frame is held unless told otherwise. */
const freezeSeconds = 2;

function Speed({ segments, disabled }: { segments: readonly Segment[]; disabled: boolean }) {
  const { t, locale } = useWords();
  const { change, player } = useClipEditor();
  const { ids, segment: changeEach } = useSegmentChanges(segments);
  const speed = shared(segments, (one) => (one.kind === 'clip' ? (one.speed ?? 1) : 1));
  const reversed = shared(segments, (one) => one.kind === 'clip' && one.reversed === true) ?? false;
  const keepPitch = shared(segments, (one) => one.kind === 'clip' && one.keepPitch !== false) ?? true;
  const set = (value: number, gesture?: string): void =>
    change((edit) => setSpeed(edit, ids, value), gesture && `${gesture}:${ids.join()}`);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return (
    <>
      <div className={styles.line}>
        <span className={styles.name}>{t('clip-picture.speed')}</span>
        <Slider
          className={styles.slider ?? ''}
          size="sm"
          label={null}
          thumbLabel={t('clip-picture.speed')}
          min={-2}
          max={2}
          step={0.05}
          startPointValue={0}
          disabled={disabled}
          value={Math.log2(speed ?? 1)}
          onChange={(step) => set(toSpeed(step), 'speed')}
          onDoubleClick={() => set(1)}
        />
        <span className={styles.value}>{speed === null ? '…' : `${number.format(speed)}×`}</span>
      </div>
      <SegmentedControl
        fullWidth
        size="xs"
        disabled={disabled}
        aria-label={t('clip-picture.speeds')}
        value={String(speed ?? '')}
        data={speeds.map((value) => ({ value: String(value), label: `${number.format(value)}×` }))}
        onChange={(value) => set(Number(value))}
      />
      <div className={styles.switches}>
        <Switch
          label={t('clip-picture.reversed')}
          disabled={disabled}
          checked={reversed}
          onChange={(event) => change((edit) => setReversed(edit, ids, event.currentTarget.checked))}
        />
        <Switch
          label={t('clip-picture.keep-pitch')}
          disabled={disabled || speed === 1}
          checked={keepPitch}
          onChange={(event) => {
            const kept = event.currentTarget.checked;
            changeEach((one) => {
              if (one.kind !== 'clip') return one;
              const { keepPitch: _was, ...rest } = one;
              return kept ? rest : { ...rest, keepPitch: false };
            });
          }}
        />
      </div>
      <Button
        variant="default"
        size="compact-sm"
        disabled={disabled}
        leftSection={<IconSnowflake size={14} stroke={1.5} />}
        onClick={() => change((edit) => freezeAt(edit, player.now().time, freezeSeconds, newId))}
      >
        {t('clip-picture.freeze')}
      </Button>
    </>
  );
}

function StillTime({ segments, disabled }: { segments: readonly Segment[]; disabled: boolean }) {
  const { t } = useWords();
  const { segment: changeEach } = useSegmentChanges(segments);
  const moves = segments.filter((one) => one.kind === 'still' || one.kind === 'design');
  const motion = shared(moves, (one) =>
    one.kind === 'still' || one.kind === 'design' ? (one.motion ?? 'none') : 'none',
  );
  const motions: Record<StillMotion, string> = {
    none: t('clip-picture.motion-none'),
    'zoom-in': t('clip-picture.motion-zoom-in'),
    'zoom-out': t('clip-picture.motion-zoom-out'),
    'pan-left': t('clip-picture.motion-pan-left'),
    'pan-right': t('clip-picture.motion-pan-right'),
    'pan-up': t('clip-picture.motion-pan-up'),
    'pan-down': t('clip-picture.motion-pan-down'),
  };
  return (
    <div className={styles.pair}>
      <NumberField
        label={t('clip-picture.length')}
        mark={t('clip-picture.length')}
        unit="s"
        min={0.1}
        max={3600}
        step={0.1}
        disabled={disabled}
        value={shared(segments, segmentLength)}
        onChange={(duration) =>
          changeEach((one) => (one.kind === 'clip' ? one : { ...one, duration }), 'length')
        }
      />
      {moves.length > 0 && (
        <Select
          aria-label={t('clip-picture.motion')}
          disabled={disabled}
          allowDeselect={false}
          value={motion}
          data={Object.entries(motions).map(([value, label]) => ({ value, label }))}
          onChange={(value) =>
            changeEach((one) =>
              (one.kind === 'still' || one.kind === 'design') && value !== null
                ? { ...one, motion: value as StillMotion }
                : one,
            )
          }
        />
      )}
    </div>
  );
}

/** How long and how fast: speed of recordings, length and movement of stills. */
export function TimeSection({ segments, disabled }: { segments: readonly Segment[]; disabled: boolean }) {
  const { t } = useWords();
  const { change } = useClipEditor();
  const { ids } = useSegmentChanges(segments);
  const recorded = segments.filter((one) => one.kind === 'clip');
  const stills = segments.filter((one) => one.kind !== 'clip');
  const changed = recorded.some((one) => one.speed !== undefined || one.reversed);
  return (
    <Panel
      title={t('clip-picture.time')}
      remember="clip.picture.time"
      actions={
        changed && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            disabled={disabled}
            leftSection={<IconArrowBackUp size={14} stroke={1.5} />}
            onClick={() => change((edit) => setReversed(setSpeed(edit, ids, 1), ids, false))}
          >
            {t('clip-picture.reset')}
          </Button>
        )
      }
    >
      {recorded.length > 0 && <Speed segments={recorded} disabled={disabled} />}
      {stills.length > 0 && <StillTime segments={stills} disabled={disabled} />}
    </Panel>
  );
}
