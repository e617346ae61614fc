import { type PointerEvent, useRef } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import styles from '../pictures/pictures.module.css';

interface Point {
  x: number;
  y: number;
}

function within(value: number): number {
  return Math.min(1, Math.max(0, Math.round(value * 1000) / 1000));
}

/** What stays in view when the frame cuts: a click on the picture, or the arrow keys. */
export function FocusPicker({
  assetId,
  focus,
  disabled,
  onChange,
}: {
  assetId: string;
  focus: Point;
  disabled: boolean;
  onChange(focus: Point): void;
}) {
  const { t } = useWords();
  const picture = useRef<HTMLImageElement>(null);
  const at = (event: PointerEvent): void => {
    const box = picture.current?.getBoundingClientRect();
    if (!box || disabled) return;
    onChange({
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    });
  };
  return (
    <div>
      <p className={styles.caption}>{t('design-pictures.focus')}</p>
      <button
        type="button"
        className={styles.focus}
        disabled={disabled}
        aria-label={t('design-pictures.focus-hint', {
          x: Math.round(focus.x * 100),
          y: Math.round(focus.y * 100),
        })}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          at(event);
        }}
        onPointerMove={(event) => {
          if (event.buttons === 1) at(event);
        }}
        onKeyDown={(event) => {
          const far = event.shiftKey ? 0.1 : 0.02;
          const by = {
            ArrowLeft: [-far, 0],
            ArrowRight: [far, 0],
            ArrowUp: [0, -far],
            ArrowDown: [0, far],
          }[event.key];
          if (!by) return;
          event.preventDefault();
          event.stopPropagation();
          onChange({ x: within(focus.x + (by[0] ?? 0)), y: within(focus.y + (by[1] ?? 0)) });
        }}
      >
        <span className={styles.focusFrame}>
          <img
            ref={picture}
            className={styles.focusPicture}
            src={mediaUrl(`thumb/${assetId}`)}
            alt=""
            draggable={false}
          />
          <span
            className={styles.focusSpot}
            style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
          />
        </span>
      </button>
    </div>
  );
}
