import { type WheelEvent, useEffect, useRef, useState } from 'react';
import { type FrameClock, readTimeText, timecode } from './time-text.ts';
import styles from './time-field.module.css';

/**
 * A time that can be typed (`3.2`, `0:03:06`, `+1s`, `-10f`), stepped by arrows and wheel (one frame, ten with Shift).
 * What is not a time is marked and left standing until it is corrected or Escape puts the old one back.
 */
export function TimeField({
  label,
  seconds,
  clock,
  onChange,
  invalidWord,
  large = false,
  disabled = false,
}: {
  label: string;
  seconds: number;
  clock: FrameClock;
  onChange(seconds: number): void;
  /** What a screen reader and the tooltip say of text that is no time. */
  invalidWord: string;
  large?: boolean;
  disabled?: boolean;
}) {
  const shown = timecode(clock, seconds);
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const text = typed ?? shown;
  const invalid = typed !== null && readTimeText(typed, seconds, clock) === null;

  const accept = (): boolean => {
    if (typed === null || typed === shown) {
      setTyped(null);
      return true;
    }
    const read = readTimeText(typed, seconds, clock);
    if (read === null) return false;
    setTyped(null);
    onChange(Math.min(Math.max(0, read), clock.duration));
    return true;
  };
  const step = (frames: number): void => {
    setTyped(null);
    onChange(Math.min(Math.max(0, seconds + frames / clock.fps), clock.duration));
  };

  // React listens to the wheel passively, so the page would scroll along.
  useEffect(() => {
    const element = field.current;
    const keepStill = (event: globalThis.WheelEvent): void => {
      if (document.activeElement === element) event.preventDefault();
    };
    element?.addEventListener('wheel', keepStill, { passive: false });
    return () => element?.removeEventListener('wheel', keepStill);
  }, []);
  const wheel = (event: WheelEvent<HTMLInputElement>): void => {
    if (document.activeElement !== field.current || event.deltaY === 0) return;
    step((event.deltaY < 0 ? 1 : -1) * (event.shiftKey ? 10 : 1));
  };

  return (
    <input
      ref={field}
      className={styles.field}
      data-large={large}
      aria-label={label}
      aria-invalid={invalid}
      title={invalid ? invalidWord : label}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      disabled={disabled}
      value={text}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (!accept()) setTyped(null);
      }}
      onWheel={wheel}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && accept()) event.currentTarget.blur();
        else if (event.key === 'Escape') {
          setTyped(null);
          event.preventDefault();
          event.currentTarget.blur();
        } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          step((event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1));
        }
      }}
    />
  );
}
