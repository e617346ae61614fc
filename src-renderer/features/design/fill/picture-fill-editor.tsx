import { Button, Select } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PictureFill } from '#shared/design/paint.ts';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { PicturePicker } from '../inspector/picture-picker.tsx';
import styles from './fill.module.css';

/** Which picture fills a surface, and how it lies in it. */
export function PictureFillEditor({
  value,
  onChange,
}: {
  value: PictureFill;
  onChange(value: PictureFill): void;
}) {
  const { t } = useWords();
  const [picking, setPicking] = useState(false);
  const fits: Record<PictureFill['fit'], string> = {
    cover: t('design.fit-cover'),
    contain: t('design.fit-contain'),
    fill: t('design.fit-fill'),
    tile: t('design-paint.fit-tile'),
  };
  return (
    <div className={styles.editor}>
      <div className={styles.picture} data-empty={value.assetId === ''}>
        {value.assetId === '' ? (
          <IconPhoto size={28} stroke={1.25} aria-hidden />
        ) : (
          <Thumb path={`thumb/${value.assetId}`} alt="" />
        )}
      </div>
      <Button variant="default" size="xs" onClick={() => setPicking(true)}>
        {t('design.choose-picture')}
      </Button>
      <Select
        size="xs"
        aria-label={t('design.fit')}
        data={Object.entries(fits).map(([fit, label]) => ({ value: fit, label }))}
        value={value.fit}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(fit) => {
          if (fit !== null && fit in fits) onChange({ ...value, fit: fit as PictureFill['fit'] });
        }}
      />
      {value.fit === 'cover' && (
        <div className={styles.fields}>
          {(['x', 'y'] as const).map((axis) => (
            <NumberField
              key={axis}
              label={axis === 'x' ? t('design-paint.focus-x') : t('design-paint.focus-y')}
              mark={axis.toUpperCase()}
              unit="%"
              value={Math.round(value.focus[axis] * 100)}
              min={0}
              max={100}
              onChange={(at) => onChange({ ...value, focus: { ...value.focus, [axis]: at / 100 } })}
            />
          ))}
        </div>
      )}
      {value.fit === 'tile' && (
        <NumberField
          label={t('design-paint.tile-scale')}
          mark="S"
          unit="%"
          value={Math.round((value.tileScale ?? 1) * 100)}
          min={1}
          max={1000}
          onChange={(scale) => onChange({ ...value, tileScale: scale / 100 })}
        />
      )}
      {picking && (
        <PicturePicker
          onClose={() => setPicking(false)}
          onPick={(asset) => {
            setPicking(false);
            onChange({ ...value, assetId: asset.id });
          }}
        />
      )}
    </div>
  );
}
