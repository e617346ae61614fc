import { useState } from 'react';
import { DayField } from './day-field.tsx';
import styles from './moment-field.module.css';
import { TimeField } from './time-field.tsx';
import { useWords } from './words.tsx';

interface Parts {
  day: string;
  time: string;
}

const partsOf = (wall: string): Parts => ({ day: wall.slice(0, 10), time: wall.slice(11, 16) });
const wallOf = ({ day, time }: Parts): string => (day === '' || time === '' ? '' : `${day}T${time}`);

/** A wall time as a day and a time of day, both typed or the day chosen from a month. */
export function MomentField({
  label,
  value,
  onChange,
  bare = false,
  first = false,
  disabled = false,
}: {
  /** What the time is of; spoken around the two fields. */
  label: string;
  /** `YYYY-MM-DDTHH:mm`; '' while one of the two is not said. */
  value: string;
  onChange(wall: string): void;
  /** The fields' names are spoken, not shown. */
  bare?: boolean;
  /** Takes the focus when its popover or dialog opens. */
  first?: boolean;
  disabled?: boolean;
}) {
  const { t } = useWords();
  // A chosen day mostly stays; an empty one opens its month at once.
  const [timeFirst] = useState(first && value !== '');
  const [parts, setParts] = useState(() => partsOf(value));
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    if (value !== wallOf(parts)) setParts(partsOf(value));
  }
  const change = (part: Partial<Parts>): void => {
    const next = { ...parts, ...part };
    setParts(next);
    if (wallOf(next) !== value) onChange(wallOf(next));
  };
  const named = (name: string) => (bare ? { 'aria-label': name } : { label: name });
  return (
    <div className={styles.moment} role="group" aria-label={label}>
      <DayField
        {...named(t('ui.day'))}
        size="xs"
        className={styles.day ?? ''}
        placeholder="2026-05-20"
        disabled={disabled}
        // It stands in popovers, which a click beside them closes.
        popoverProps={{ withinPortal: false }}
        value={parts.day}
        onChange={(day) => change({ day })}
      />
      <TimeField
        {...named(t('ui.time'))}
        size="xs"
        className={styles.time ?? ''}
        disabled={disabled}
        first={timeFirst}
        value={parts.time}
        onChange={(time) => change({ time })}
      />
    </div>
  );
}
