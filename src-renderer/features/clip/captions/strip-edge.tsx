import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import styles from './wave-strip.module.css';

/** Where a cue starts or ends, as a grip on the strip: dragged, or moved by arrow keys. */
export function StripEdge({
  edge,
  label,
  seconds,
  left,
  clock,
  disabled,
  timeAt,
  onMove,
  onDrag,
}: {
  edge: 'from' | 'to';
  label: string;
  seconds: number;
  /** Pixels. */
  left: number;
  clock: FrameClock;
  disabled: boolean;
  timeAt(clientX: number): number;
  /** `gesture` names the drag, so that it undoes as one. */
  onMove(seconds: number, gesture: string): void;
  onDrag(dragging: boolean): void;
}) {
  const drag = useRef<{ gesture: string; offset: number } | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    event.stopPropagation();
    if (event.button !== 0 || disabled) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { gesture: crypto.randomUUID(), offset: timeAt(event.clientX) - seconds };
    onDrag(true);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    event.stopPropagation();
    if (!drag.current) return;
    onMove(timeAt(event.clientX) - drag.current.offset, drag.current.gesture);
  };
  const end = (): void => {
    if (!drag.current) return;
    drag.current = null;
    onDrag(false);
  };
  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (disabled || event.ctrlKey || event.metaKey) return;
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (direction === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const frames = direction * (event.shiftKey ? 10 : 1);
    onMove(seconds + frames / clock.fps, `caption-${edge}-keys`);
  };
  return (
    <div
      className={styles.edge}
      data-edge={edge}
      role="slider"
      tabIndex={disabled ? -1 : 0}
      aria-disabled={disabled}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={clock.duration}
      aria-valuenow={Math.round(seconds * 1000) / 1000}
      aria-valuetext={timecode(clock, seconds)}
      title={label}
      style={{ transform: `translateX(${left}px)` }}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onLostPointerCapture={end}
      onKeyDown={byKey}
    />
  );
}
