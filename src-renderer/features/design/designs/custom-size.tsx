import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import styles from './designs.module.css';

/** px that a design may measure each way when a person types it. */
const shortest = 16;
const longest = 8192;

/** A size of one's own: width, height, and what is done with it. */
export function CustomSize({
  label,
  action,
  primary,
  start,
  onSize,
}: {
  label: string;
  /** The word on the button. */
  action: string;
  primary?: boolean;
  start: { width: number; height: number };
  onSize(size: { width: number; height: number }): void;
}) {
  const { t } = useWords();
  const [size, setSize] = useState(start);
  const sides = [
    { side: 'width' as const, mark: 'W', word: t('design.width') },
    { side: 'height' as const, mark: 'H', word: t('design.height') },
  ];
  return (
    <form
      className={styles.custom}
      onSubmit={(event) => {
        event.preventDefault();
        onSize(size);
      }}
    >
      <span className={styles.customLabel}>{label}</span>
      {sides.map(({ side, mark, word }) => (
        <NumberField
          key={side}
          label={word}
          mark={mark}
          unit="px"
          value={size[side]}
          min={shortest}
          max={longest}
          onChange={(value) => setSize((before) => ({ ...before, [side]: Math.round(value) }))}
        />
      ))}
      <Button type="submit" variant={primary ? 'filled' : 'default'}>
        {action}
      </Button>
    </form>
  );
}
