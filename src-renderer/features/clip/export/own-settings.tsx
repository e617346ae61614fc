import { NumberInput, SegmentedControl, Select, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { renderFileTypes } from '#shared/contract/renders.ts';
import styles from './export.module.css';
import type { RenderChoice } from './render-choice.ts';

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}

const typeNames = { mp4: 'MP4', mov: 'MOV', webm: 'WebM', gif: 'GIF', webp: 'WebP' };

/** Longer sides that are offered, in pixels. */
const sides = [640, 1280, 1920, 2560, 3840];

function LimitField({
  label,
  value,
  least,
  max,
  onChange,
}: {
  label: string;
  value: number | null;
  least: number;
  max: number;
  onChange(value: number | null): void;
}) {
  const { t } = useWords();
  return (
    <NumberInput
      size="xs"
      className={styles.limit ?? ''}
      aria-label={label}
      placeholder={t('clip-export.no-limit')}
      min={least}
      max={max}
      allowNegative={false}
      hideControls
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' && next >= least ? Math.min(next, max) : null)}
    />
  );
}

/** Settings of the own frame (a platform's are its own), and what goes for every file. */
export function OwnSettings({
  choice,
  hasCaptions,
  hasRange,
  onChange,
}: {
  choice: RenderChoice;
  hasCaptions: boolean;
  /** The clip has an in or an out point. */
  hasRange: boolean;
  onChange(change: Partial<RenderChoice>): void;
}) {
  const { t } = useWords();
  const moves = choice.type === 'gif' || choice.type === 'webp';
  return (
    <>
      {choice.own && (
        <section className={styles.group} aria-label={t('clip-export.own-frame')}>
          <h3>{t('clip-export.own-frame')}</h3>
          <Field label={t('clip-export.type')}>
            <SegmentedControl
              size="xs"
              aria-label={t('clip-export.type')}
              value={choice.type}
              onChange={(type) => onChange({ type })}
              data={renderFileTypes.map((value) => ({ value, label: typeNames[value] }))}
            />
          </Field>
          <Field label={t('clip-export.size')}>
            <Select
              size="xs"
              className={styles.select ?? ''}
              aria-label={t('clip-export.size')}
              allowDeselect={false}
              value={String(choice.maxSide ?? '')}
              onChange={(value) => onChange({ maxSide: value ? Number(value) : null })}
              data={[
                { value: '', label: t('clip-export.size-own') },
                ...sides.map((side) => ({
                  value: String(side),
                  label: t('clip-export.size-px', { px: side }),
                })),
              ]}
            />
          </Field>
          <Field label={t('clip-export.fps')}>
            <LimitField
              label={t('clip-export.fps')}
              value={choice.maxFps}
              least={1}
              max={120}
              onChange={(maxFps) => onChange({ maxFps })}
            />
            <span className={styles.dim}>{t('clip-export.fps-unit')}</span>
          </Field>
          <Field label={t('clip-export.bytes')}>
            <LimitField
              label={t('clip-export.bytes')}
              value={choice.maxMegabytes}
              least={0.01}
              max={100_000}
              onChange={(maxMegabytes) => onChange({ maxMegabytes })}
            />
            <span className={styles.dim}>MB</span>
          </Field>
        </section>
      )}
      <section className={styles.group} aria-label={t('clip-export.all-files')}>
        <h3>{t('clip-export.all-files')}</h3>
        <Field label={t('clip-export.quality')}>
          <SegmentedControl
            size="xs"
            aria-label={t('clip-export.quality')}
            disabled={moves && choice.formats.length === 0}
            value={choice.quality}
            onChange={(quality) => onChange({ quality })}
            data={[
              { value: 'small' as const, label: t('clip-export.quality-small') },
              { value: 'good' as const, label: t('clip-export.quality-good') },
              { value: 'best' as const, label: t('clip-export.quality-best') },
            ]}
          />
        </Field>
        <div className={styles.switches}>
          {hasRange && (
            <Switch
              size="xs"
              label={t('clip-export.range')}
              checked={choice.range}
              onChange={(event) => onChange({ range: event.currentTarget.checked })}
            />
          )}
          <Switch
            size="xs"
            label={t('clip-export.cover')}
            checked={choice.cover}
            onChange={(event) => onChange({ cover: event.currentTarget.checked })}
          />
          {hasCaptions && (
            <Switch
              size="xs"
              label={t('clip-export.caption-files')}
              checked={choice.captionFiles}
              onChange={(event) => onChange({ captionFiles: event.currentTarget.checked })}
            />
          )}
          <Switch
            size="xs"
            label={t('clip-export.to-library')}
            checked={choice.addToLibrary}
            onChange={(event) => onChange({ addToLibrary: event.currentTarget.checked })}
          />
        </div>
      </section>
    </>
  );
}
