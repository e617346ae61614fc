import { useLocalStorage } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useSlotPlace } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './inspector.module.css';

/** Pixels. */
const narrowest = 240;
const widest = 520;
const usual = 300;
const keyStep = 16;

const within = (width: number): number => Math.min(widest, Math.max(narrowest, Math.round(width)));

/** The right-hand place for properties: as wide as it was left, gone while no screen fills it. */
export function Inspector({ open }: { open: boolean }) {
  const { t } = useWords();
  const place = useSlotPlace('inspector');
  const [width, setWidth] = useLocalStorage({
    key: 'galley.inspector.width',
    defaultValue: usual,
    getInitialValueInEffect: false,
  });
  const drag = useRef<{ x: number; width: number } | null>(null);

  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, width };
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (drag.current) setWidth(within(drag.current.width + drag.current.x - event.clientX));
  };
  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowLeft' ? keyStep : event.key === 'ArrowRight' ? -keyStep : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setWidth(within(width + step));
  };

  return (
    <aside
      className={styles.inspector}
      style={{ width }}
      data-open={open}
      aria-label={t('app.inspector')}
      data-frame-inspector
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that moves is not an <hr> */}
      <div
        className={styles.handle}
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t('app.inspector-width')}
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={() => {
          drag.current = null;
        }}
        onDoubleClick={() => setWidth(usual)}
        onKeyDown={byKey}
      />
      <div className={styles.place} ref={place} data-frame-inspector-place />
    </aside>
  );
}
