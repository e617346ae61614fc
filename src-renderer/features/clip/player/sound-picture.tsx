import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { FrameClock } from '../fields/time-text.ts';
import { frameAt } from '../fields/time-text.ts';
import type { Lane, Waveform } from '../session/use-recording.ts';
import { coloursOf, drawWave } from '../timeline/draw-timeline.ts';
import { useThemeTick } from '../timeline/use-theme-tick.ts';
import styles from './picture.module.css';
import type { Player } from './player.ts';
import { usePlayer } from './use-player.ts';

/** The whole sound in place of a picture, with the position in it; a click goes there. */
export function SoundPicture({
  wave,
  clock,
  player,
}: {
  wave: Lane<Waveform>;
  clock: FrameClock;
  player: Player;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const tick = useThemeTick();
  const { frame } = usePlayer(player);

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry)
        setSize({ width: Math.round(entry.contentRect.width), height: Math.round(entry.contentRect.height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || size.width === 0) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(size.width * ratio);
    element.height = Math.round(size.height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (wave.stage !== 'there') return;
    const scale = { density: size.width / clock.duration, start: 0 };
    drawWave(context, wave.data, { top: 0, ...size }, scale, clock.duration, coloursOf(element).wave);
  }, [size, wave, clock, tick]);

  const go = (event: PointerEvent<HTMLDivElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    player.goTo(frameAt(clock, ((event.clientX - box.left) / box.width) * clock.duration));
  };
  return (
    <div className={styles.sound} onPointerDown={(event) => event.button === 0 && go(event)}>
      <canvas ref={canvas} className={styles.wave} aria-hidden />
      <span className={styles.now} style={{ left: `${(frame / clock.frames) * 100}%` }} />
    </div>
  );
}
