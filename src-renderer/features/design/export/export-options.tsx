import { NumberInput, SegmentedControl, Slider, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { DesignBody } from '#shared/design/schema.ts';
import styles from './export-dialog.module.css';
import type { ExportSettings } from './export-settings.ts';

export function Field({
  label,
  top = false,
  children,
}: {
  label: string;
  top?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.field} data-top={top || undefined}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  );
}

/** What a file type lets one choose: size, quality, limit, paper, letters, bleed. */
export function ExportOptions({
  body,
  settings,
  onChange,
}: {
  body: DesignBody;
  settings: ExportSettings;
  onChange(change: Partial<ExportSettings>): void;
}) {
  const { t } = useWords();
  const { type, scale, quality, limit, limitUnit } = settings;
  const bleed = body.bleed ?? 0;
  return (
    <>
      {type !== 'pdf' && (
        <Field label={t('design-export.scale')}>
          <SegmentedControl
            aria-label={t('design-export.scale')}
            value={String(scale)}
            onChange={(value) => onChange({ scale: value === '3' ? 3 : value === '2' ? 2 : 1 })}
            data={['1', '2', '3'].map((value) => ({ value, label: `${value}×` }))}
          />
          <span className={styles.size}>
            {body.width * scale} × {body.height * scale} px
          </span>
        </Field>
      )}
      {type !== 'png' && (
        <Field label={t('design-export.quality')}>
          <Slider
            className={styles.slider ?? ''}
            thumbLabel={t('design-export.quality')}
            min={30}
            max={100}
            value={quality}
            label={null}
            onChange={(value) => onChange({ quality: value })}
          />
          <span className={styles.size}>{quality}</span>
        </Field>
      )}
      <Field label={t('design-export.limit')}>
        <NumberInput
          className={styles.limit ?? ''}
          aria-label={t('design-export.limit')}
          placeholder={t('design-export.no-limit')}
          min={0}
          allowNegative={false}
          hideControls
          value={limit ?? ''}
          onChange={(value) => onChange({ limit: typeof value === 'number' && value > 0 ? value : null })}
        />
        <SegmentedControl
          aria-label={t('design-export.limit-unit')}
          value={limitUnit}
          onChange={(unit) => onChange({ limitUnit: unit })}
          data={['KB', 'MB'] as const}
        />
      </Field>
      <Field label={t('design-export.more')} top>
        <div className={styles.switches}>
          <Switch
            size="xs"
            label={t('design-export.transparent')}
            disabled={type === 'jpeg'}
            checked={settings.transparent && type !== 'jpeg'}
            onChange={(event) => onChange({ transparent: event.currentTarget.checked })}
          />
          {type === 'svg' && (
            <Switch
              size="xs"
              label={t('design-export.outlines')}
              checked={settings.outlines}
              onChange={(event) => onChange({ outlines: event.currentTarget.checked })}
            />
          )}
          {bleed > 0 && (
            <Switch
              size="xs"
              label={t('design-export.bleed', { px: bleed })}
              checked={settings.bleed}
              onChange={(event) => onChange({ bleed: event.currentTarget.checked })}
            />
          )}
        </div>
      </Field>
    </>
  );
}
