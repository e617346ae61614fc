import { type KeyboardEvent, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import { useClipEditor } from '../session/editor.tsx';
import styles from './timeline.module.css';
import type { TimelineView } from './use-timeline-view.ts';

/** The line of the frame on the screen; keeps itself in view while playing and stepping. */
export function Playhead({
  clock,
  view,
  held,
}: {
  clock: FrameClock;
  view: TimelineView;
  /** A pointer is busy: the view must not move under it. */
  held: boolean;
}) {
  const { t } = useWords();
  const { player } = useClipEditor();
  const seconds = useSyncExternalStore(player.subscribe, () => player.now().time);
  const keepInView = useEffectEvent((at: number) => {
    if (!held) view.reveal(at);
  });
  useEffect(() => keepInView(seconds), [seconds]);
  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const step = { PageUp: 10, PageDown: -10, ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    player.step(step);
  };
  return (
    <div
      className={styles.playhead}
      role="slider"
      tabIndex={0}
      aria-label={t('clip.playhead')}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={clock.duration}
      aria-valuenow={Math.round(seconds * 1000) / 1000}
      aria-valuetext={timecode(clock, seconds)}
      style={{ transform: `translateX(${(seconds - view.scale.start) * view.scale.density}px)` }}
      onKeyDown={byKey}
    />
  );
}
