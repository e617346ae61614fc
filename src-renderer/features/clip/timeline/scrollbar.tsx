import { type PointerEvent, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './timeline.module.css';
import type { TimelineView } from './use-timeline-view.ts';

/** Which part of the clip is in view; keeps its place while all of it is. */
export function TimelineScrollbar({ view }: { view: TimelineView }) {
  const { t } = useWords();
  const drag = useRef<{ x: number; start: number; perPixel: number } | null>(null);
  const seen = view.width / view.scale.density;
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    const whole = event.currentTarget.parentElement?.clientWidth ?? 1;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, start: view.scale.start, perPixel: view.extent / whole };
  };
  return (
    <div className={styles.bar}>
      {!view.whole && (
        <div
          className={styles.thumb}
          role="scrollbar"
          aria-label={t('clip.scroll')}
          aria-controls="clip-timeline"
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={view.extent}
          aria-valuenow={view.scale.start}
          tabIndex={-1}
          style={{
            left: `${(view.scale.start / view.extent) * 100}%`,
            width: `${(seen / view.extent) * 100}%`,
          }}
          onPointerDown={begin}
          onPointerMove={(event) => {
            if (!drag.current) return;
            view.scrollTo(drag.current.start + (event.clientX - drag.current.x) * drag.current.perPixel);
          }}
          onPointerUp={() => {
            drag.current = null;
          }}
        />
      )}
    </div>
  );
}
