import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { calculate } from './arithmetic.ts';
import styles from './number-field.module.css';

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/**
 * A number with its unit. Takes sums ("1080/2"), steps with the arrow keys (ten times with shift) and with the
 * wheel while focused. `value` null shows that the chosen layers differ.
 */
export function NumberField({
  label,
  mark,
  unit,
  value,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  step = 1,
  whole,
  disabled,
  onChange,
}: {
  label: string;
  /** A short sign before the number; the label is spoken. */
  mark: ReactNode;
  unit?: string;
  value: number | null;
  min?: number;
  max?: number;
  step?: number;
  /** What 100% is. */
  whole?: number;
  disabled?: boolean;
  onChange(value: number): void;
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const shown = value === null ? '' : rounded(value);
  const stepping = useRef<(by: number) => void>(() => undefined);

  const send = (next: number): void => {
    const limited = Math.min(max, Math.max(min, Math.round(next * 100) / 100));
    if (limited !== value) onChange(limited);
  };
  const commit = (): void => {
    if (draft === null) return;
    const next = calculate(draft, whole ?? value ?? 100);
    setDraft(null);
    if (next !== null) send(next);
  };
  const stepBy = (by: number): void => {
    const from = draft === null ? (value ?? 0) : (calculate(draft, whole) ?? value ?? 0);
    setDraft(null);
    send(from + by);
  };
  // The wheel's listener is set once and always steps from what is shown now.
  useLayoutEffect(() => {
    stepping.current = stepBy;
  });

  useEffect(() => {
    const element = input.current;
    const wheel = (event: WheelEvent): void => {
      if (document.activeElement !== element) return;
      event.preventDefault();
      stepping.current((event.deltaY < 0 ? step : -step) * (event.shiftKey ? 10 : 1));
    };
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, [step]);

  return (
    <TextInput
      ref={input}
      classNames={{ input: styles.number ?? '', section: styles.mark ?? '' }}
      aria-label={label}
      title={label}
      leftSection={mark}
      // A word as its mark needs room; a letter or an icon has enough with 28 px.
      leftSectionWidth={typeof mark === 'string' && mark.length > 1 ? 44 : 28}
      {...(unit === undefined ? {} : { rightSection: unit, rightSectionWidth: 26 })}
      rightSectionPointerEvents="none"
      disabled={disabled ?? false}
      inputMode="decimal"
      placeholder={value === null ? '—' : ''}
      value={draft ?? shown}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          commit();
          event.currentTarget.select();
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          setDraft(null);
          event.currentTarget.blur();
        } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          stepBy((event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1));
        }
      }}
    />
  );
}
