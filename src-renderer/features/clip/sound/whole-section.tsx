import { Button, Progress, Select, Switch } from '@mantine/core';
import { IconActivityHeartbeat, IconPlayerStop } from '@tabler/icons-react';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { loudnessFilters } from '#shared/clip/args/loudness.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { Loudness } from '#shared/contract/clip-work.ts';
import { useClipEditor } from '../session/editor.tsx';
import styles from './sound.module.css';
import { useLoudness } from './use-loudness.ts';

/** Usual targets: of social platforms, of podcasts, and of broadcasting. */
const presets = [
  { value: 'social', lufs: -14, peak: -1 },
  { value: 'podcast', lufs: -16, peak: -1 },
  { value: 'broadcast', lufs: -23, peak: -1 },
] as const;

type Target = NonNullable<ClipEdit['loudness']>;

function Figures({ measured, stale }: { measured: Loudness; stale: boolean }) {
  const { t, locale } = useWords();
  const number = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const shown = (value: number | null, unit: string): string =>
    value === null ? '–' : `${number.format(value)} ${unit}`;
  return (
    <dl className={styles.figures} data-stale={stale}>
      <div>
        <dt>{t('clip-sound.integrated')}</dt>
        <dd>{shown(measured.integrated, 'LUFS')}</dd>
      </div>
      <div>
        <dt>{t('clip-sound.peak')}</dt>
        <dd>{shown(measured.peak, 'dBTP')}</dd>
      </div>
      <div>
        <dt>{t('clip-sound.range')}</dt>
        <dd>{shown(measured.range, 'LU')}</dd>
      </div>
    </dl>
  );
}

/** What a target will do to a sound that measures so. */
function useConsequence(): (measured: Loudness, target: Target | null, seconds: number) => string {
  const { t, locale } = useWords();
  const decibels = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return (measured, target, seconds) => {
    if (measured.integrated === null) return t('clip-sound.silent');
    if (!target) return t('clip-sound.no-target');
    const change = loudnessFilters(measured, target, seconds);
    if (change.way === 'none') return t('clip-sound.right-already');
    const gain = decibels.format(change.gain);
    if (change.way === 'gain') return t('clip-sound.will-gain', { gain });
    const over = (measured.peak ?? target.peak) + change.gain - target.peak;
    return t('clip-sound.will-limit', { gain, over: plain.format(over), peak: plain.format(target.peak) });
  };
}

/** The sound of the whole clip: its own track on or off, how loud it comes out, how loud it is now. */
export function WholeSection({ edit, disabled }: { edit: ClipEdit; disabled: boolean }) {
  const { t } = useWords();
  const { change, duration } = useClipEditor();
  const { measured, stale, running, failure, measure, cancel } = useLoudness(edit);
  const consequence = useConsequence();
  const target = edit.loudness ?? null;
  const preset = target
    ? (presets.find((one) => one.lufs === target.lufs && one.peak === target.peak)?.value ?? 'own')
    : 'off';
  const set = (next: Target | null, gesture?: string): void =>
    change((before) => {
      const { loudness: _was, ...rest } = before;
      return next ? { ...rest, loudness: next } : rest;
    }, gesture);
  return (
    <Panel title={t('clip-sound.whole')} remember="clip.sound.whole">
      <Switch
        label={t('clip-sound.mute-track')}
        disabled={disabled}
        checked={edit.muted ?? false}
        onChange={(event) => {
          const muted = event.currentTarget.checked;
          change(({ muted: _was, ...rest }) => (muted ? { ...rest, muted } : rest));
        }}
      />
      <div className={styles.field}>
        <span aria-hidden>{t('clip-sound.target')}</span>
        <Select
          aria-label={t('clip-sound.target')}
          disabled={disabled}
          allowDeselect={false}
          value={preset}
          data={[
            { value: 'off', label: t('clip-sound.target-off') },
            { value: 'social', label: t('clip-sound.target-social') },
            { value: 'podcast', label: t('clip-sound.target-podcast') },
            { value: 'broadcast', label: t('clip-sound.target-broadcast') },
            { value: 'own', label: t('clip-sound.target-own') },
          ]}
          onChange={(value) => {
            const usual = presets.find((one) => one.value === value);
            if (usual) set({ lufs: usual.lufs, peak: usual.peak });
            // One step beside the nearest preset, so that the fields for own numbers are there.
            else if (value === 'own') set({ lufs: (target?.lufs ?? -14) - 1, peak: target?.peak ?? -1 });
            else set(null);
          }}
        />
      </div>
      {target && preset === 'own' && (
        <div className={styles.pair}>
          <NumberField
            label={t('clip-sound.target-lufs')}
            mark="LUFS"
            min={-36}
            max={-5}
            step={0.5}
            disabled={disabled}
            value={target.lufs}
            onChange={(lufs) => set({ ...target, lufs }, 'loudness')}
          />
          <NumberField
            label={t('clip-sound.target-peak')}
            mark="dBTP"
            min={-9}
            max={0}
            step={0.5}
            disabled={disabled}
            value={target.peak}
            onChange={(peak) => set({ ...target, peak }, 'loudness-peak')}
          />
        </div>
      )}
      {measured && <Figures measured={measured} stale={stale} />}
      {measured && (
        <p className={styles.hint} aria-live="polite">
          {stale ? t('clip-sound.stale') : consequence(measured, target, duration())}
        </p>
      )}
      {failure && <FailureNote error={failure} onRetry={measure} />}
      {running ? (
        <div className={styles.progress} role="status">
          <Progress
            size="sm"
            aria-label={t('clip-sound.measuring')}
            value={running.total > 0 ? (running.done / running.total) * 100 : 100}
            animated={running.total === 0}
          />
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlayerStop size={14} stroke={1.5} />}
            onClick={cancel}
          >
            {t('clip-sound.cancel')}
          </Button>
        </div>
      ) : (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconActivityHeartbeat size={14} stroke={1.5} />}
            disabled={edit.segments.length === 0}
            onClick={measure}
          >
            {measured ? t('clip-sound.measure-again') : t('clip-sound.measure')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
