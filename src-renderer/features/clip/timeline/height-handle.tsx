import { useLocalStorage } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import styles from '../clip.module.css';

/** Pixels. */
const lowest = 170;
const highest = 620;
const usual = 270;
const keyStep = 16;

const within = (height: number): number => Math.min(highest, Math.max(lowest, Math.round(height)));

/** Gives the timeline as much height as wanted, and remembers it. */
export function HeightHandle({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const [height, setHeight] = useLocalStorage({
    key: 'galley.clip.tracks-height',
    defaultValue: usual,
    getInitialValueInEffect: false,
  });
  const drag = useRef<{ y: number; height: number } | null>(null);
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { y: event.clientY, height };
  };
  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowUp' ? keyStep : event.key === 'ArrowDown' ? -keyStep : 0;
    if (step === 0) return;
    event.preventDefault();
    setHeight(within(height + step));
  };
  return (
    <div className={styles.lower} id="clip-timeline" style={{ height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is not an <hr> */}
      <div
        className={styles.handle}
        role="separator"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={t('clip.timeline-height')}
        aria-valuenow={height}
        aria-valuemin={lowest}
        aria-valuemax={highest}
        onPointerDown={begin}
        onPointerMove={(event) => {
          if (drag.current) setHeight(within(drag.current.height + drag.current.y - event.clientY));
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
        onDoubleClick={() => setHeight(usual)}
        onKeyDown={byKey}
      />
      {children}
    </div>
  );
}
