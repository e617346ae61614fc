import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import type { Scale } from './scale.ts';
import styles from './timeline.module.css';

/** The in or out point as a grip: dragged with snapping (Alt drags free of it), or moved by arrow keys. */
export function EdgeHandle({
  edge,
  label,
  seconds,
  scale,
  clock,
  disabled,
  timeAt,
  onMove,
  onKeyframe,
  onEnd,
}: {
  edge: 'in' | 'out';
  label: string;
  seconds: number;
  scale: Scale;
  clock: FrameClock;
  disabled: boolean;
  /** The time under a pointer. */
  timeAt(clientX: number): number;
  /** `gesture` names the drag, so that it undoes as one. */
  onMove(seconds: number, gesture: string, free: boolean): void;
  onKeyframe(direction: 1 | -1): void;
  onEnd(): void;
}) {
  const { t } = useWords();
  const drag = useRef<{ gesture: string; offset: number } | null>(null);
  const [dragging, setDragging] = useState(false);
  const text = timecode(clock, seconds);

  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0 || disabled) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { gesture: crypto.randomUUID(), offset: timeAt(event.clientX) - seconds };
    setDragging(true);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (!drag.current) return;
    onMove(timeAt(event.clientX) - drag.current.offset, drag.current.gesture, event.altKey);
  };
  const end = (): void => {
    if (!drag.current) return;
    drag.current = null;
    setDragging(false);
    onEnd();
  };
  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const direction = event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : -1;
    if (event.ctrlKey || event.metaKey || disabled) return;
    if (event.key.startsWith('Arrow') && event.altKey) onKeyframe(direction);
    else if (event.key.startsWith('Arrow'))
      onMove(seconds + (direction * (event.shiftKey ? 10 : 1)) / clock.fps, `${edge}-keys`, true);
    else if (event.key === 'PageUp' || event.key === 'PageDown') onKeyframe(event.key === 'PageUp' ? 1 : -1);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className={styles.edge}
      data-edge={edge}
      data-dragging={dragging}
      role="slider"
      tabIndex={disabled ? -1 : 0}
      aria-disabled={disabled}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={clock.duration}
      aria-valuenow={Math.round(seconds * 1000) / 1000}
      aria-valuetext={text}
      title={dragging ? undefined : t('clip.edge-hint')}
      style={{ transform: `translateX(${(seconds - scale.start) * scale.density}px)` }}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onLostPointerCapture={end}
      onKeyDown={byKey}
    >
      <span className={styles.bubble} aria-hidden>
        {text}
      </span>
    </div>
  );
}
