import { Slider } from '@mantine/core';
import { IconVolume } from '@tabler/icons-react';
import { NumberField } from '#renderer/ui/number-field.tsx';
import styles from './sound.module.css';

/** Decibels that the edit list takes; the lowest is silence. */
const quietest = -60;
const loudest = 24;

/** A level in decibels by slider and by number; a double click on the slider takes it back to 0. */
export function LevelLine({
  label,
  value,
  min = quietest,
  max = loudest,
  rest = 0,
  disabled,
  onChange,
}: {
  label: string;
  /** null: the chosen ones differ. */
  value: number | null;
  min?: number;
  max?: number;
  /** What a double click brings back. */
  rest?: number;
  disabled: boolean;
  /** `sliding` while the slider moves: such changes undo together. */
  onChange(value: number, sliding: boolean): void;
}) {
  return (
    <div className={styles.line}>
      <span className={styles.name}>{label}</span>
      <Slider
        className={styles.slider ?? ''}
        size="sm"
        label={null}
        thumbLabel={label}
        min={min}
        max={max}
        step={0.5}
        startPointValue={rest}
        disabled={disabled}
        value={value ?? rest}
        onChange={(next) => onChange(next, true)}
        onDoubleClick={() => onChange(rest, false)}
      />
      <NumberField
        label={label}
        mark={<IconVolume size={14} stroke={1.5} />}
        unit="dB"
        min={min}
        max={max}
        step={0.5}
        disabled={disabled}
        value={value}
        onChange={(next) => onChange(next, false)}
      />
    </div>
  );
}
