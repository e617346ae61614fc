import { Slider } from '@mantine/core';
import { useWords } from '../words.tsx';
import styles from './looks.module.css';
import type { LookName } from './tidy-looks.ts';

/** What the sliders are called. */
export function useLookNames(): Record<LookName | 'strength', string> {
  const { t } = useWords();
  return {
    exposure: t('looks.exposure'),
    contrast: t('looks.contrast'),
    highlights: t('looks.highlights'),
    shadows: t('looks.shadows'),
    temperature: t('looks.temperature'),
    tint: t('looks.tint'),
    saturation: t('looks.saturation'),
    sharpen: t('looks.sharpen'),
    blur: t('looks.blur'),
    vignette: t('looks.vignette'),
    grain: t('looks.grain'),
    strength: t('looks.strength'),
  };
}

/** A named value from 0 (or −100 when signed) to 100: a double click takes it back to `neutral`. */
export function LookSlider({
  name,
  value,
  signed = false,
  neutral = 0,
  disabled,
  onChange,
}: {
  name: string;
  value: number;
  signed?: boolean;
  neutral?: number;
  disabled: boolean;
  onChange(value: number): void;
}) {
  const { t } = useWords();
  return (
    <div className={styles.look} title={t('looks.reset-hint')}>
      <span className={styles.lookName}>{name}</span>
      <Slider
        size="sm"
        label={null}
        disabled={disabled}
        thumbLabel={name}
        min={signed ? -100 : 0}
        max={100}
        startPointValue={0}
        value={value}
        onChange={onChange}
        onDoubleClick={() => onChange(neutral)}
      />
      <span className={styles.lookValue} data-set={value !== neutral || neutral !== 0}>
        {signed && value > 0 ? `+${value}` : value}
      </span>
    </div>
  );
}
