import { type PointerEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { type FrameClock, frameAt, timeOf } from '../fields/time-text.ts';
import type { Player } from '../player/player.ts';
import { dragEdge, type Range } from '../session/range.ts';
import type { Filmstrip, Lane, Waveform } from '../session/use-recording.ts';
import { coloursOf, drawTimeline, rulerHeight } from './draw-timeline.ts';
import { EdgeHandle } from './edge-handle.tsx';
import { Playhead } from './playhead.tsx';
import { nearestWithin } from './scale.ts';
import { TimelineScrollbar } from './scrollbar.tsx';
import styles from './timeline.module.css';
import { useThemeTick } from './use-theme-tick.ts';
import type { TimelineView } from './use-timeline-view.ts';

/** Pixels within which a dragged edge takes hold of a keyframe or the playhead. */
const snapReach = 8;

/** Ruler, pictures, sound, range and playhead of the clip. Wheel scrolls, Ctrl and wheel zooms. */
export function Timeline({
  clock,
  player,
  view,
  strip,
  wave,
  keyframes,
  range,
  coverAt,
  readOnly,
  menu,
  onRange,
}: {
  clock: FrameClock;
  player: Player;
  view: TimelineView;
  strip: Lane<Filmstrip & { image: HTMLImageElement }>;
  wave: Lane<Waveform>;
  keyframes: readonly number[];
  range: Range;
  coverAt: number | null;
  readOnly: boolean;
  menu: readonly (Action | null)[];
  onRange(range: Range, gesture: string): void;
}) {
  const { t } = useWords();
  const lane = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [height, setHeight] = useState(160);
  const [scrubbing, setScrubbing] = useState(false);
  const tick = useThemeTick();
  const { scale, width, setWidth } = view;

  useEffect(() => {
    const element = lane.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      setWidth(Math.round(entry.contentRect.width));
      setHeight(Math.round(entry.contentRect.height));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [setWidth]);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const ratio = window.devicePixelRatio || 1;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const colours = coloursOf(element);
    drawTimeline(context, { width, height, scale, clock, strip, wave, keyframes, colours });
  }, [width, height, scale, clock, strip, wave, keyframes, tick]);

  const timeAt = (clientX: number): number => {
    const left = lane.current?.getBoundingClientRect().left ?? 0;
    return Math.min(clock.duration, Math.max(0, scale.start + (clientX - left) / scale.density));
  };

  // React listens to the wheel passively; zooming must keep the page where it is.
  const wheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const left = lane.current?.getBoundingClientRect().left ?? 0;
    if (event.ctrlKey || event.metaKey || event.altKey)
      view.zoom(Math.exp(-event.deltaY * 0.0025), event.clientX - left);
    else view.scrollBy(Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.deltaY);
  });
  useEffect(() => {
    const element = lane.current;
    const listener = (event: WheelEvent): void => wheel(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, []);

  const scrub = (event: PointerEvent<HTMLDivElement>): void => {
    const left = event.currentTarget.getBoundingClientRect().left;
    const over = event.clientX < left ? event.clientX - left : Math.max(0, event.clientX - left - width);
    if (over !== 0) view.scrollBy(over / 4);
    player.goTo(frameAt(clock, timeAt(event.clientX)));
  };

  const moveEdge = (edge: 'in' | 'out', seconds: number, gesture: string, free: boolean): void => {
    const reach = snapReach / scale.density;
    const now = timeOf(clock, player.now().frame);
    const snapped = free
      ? seconds
      : (nearestWithin(keyframes, seconds, reach) ?? nearestWithin([now], seconds, reach) ?? seconds);
    const next = dragEdge(range, edge, snapped, clock);
    onRange(next, gesture);
    if (gesture.endsWith('-keys')) return;
    player.pause();
    // The picture shows the first frame kept, or the last one.
    player.goTo(edge === 'in' ? frameAt(clock, next.from) : frameAt(clock, next.to - 0.5 / clock.fps));
  };
  const edgeToKeyframe = (edge: 'in' | 'out', direction: 1 | -1): void => {
    const at = edge === 'in' ? range.from : range.to;
    const half = 0.5 / clock.fps;
    const found =
      direction === 1
        ? keyframes.find((time) => time > at + half)
        : keyframes.findLast((time) => time < at - half);
    if (found !== undefined) moveEdge(edge, found, `${edge}-keys`, true);
  };
  const px = (seconds: number): number => (seconds - scale.start) * scale.density;
  const edgeOf = (edge: 'in' | 'out') => (
    <EdgeHandle
      edge={edge}
      label={edge === 'in' ? t('clip.in-point') : t('clip.out-point')}
      seconds={edge === 'in' ? range.from : range.to}
      scale={scale}
      clock={clock}
      disabled={readOnly}
      timeAt={timeAt}
      onMove={(seconds, gesture, free) => moveEdge(edge, seconds, gesture, free)}
      onKeyframe={(direction) => edgeToKeyframe(edge, direction)}
      onEnd={() => {}}
    />
  );

  return (
    <section className={styles.timeline} aria-label={t('clip.timeline')}>
      <ContextMenu actions={menu}>
        <div className={styles.track}>
          <div
            ref={lane}
            className={styles.lane}
            data-testid="clip-lane"
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              setScrubbing(true);
              player.pause();
              scrub(event);
            }}
            onPointerMove={(event) => scrubbing && scrub(event)}
            onPointerUp={() => setScrubbing(false)}
            onLostPointerCapture={() => setScrubbing(false)}
          >
            <canvas ref={canvas} className={styles.canvas} style={{ width, height }} aria-hidden />
            {strip.stage === 'none' && wave.stage === 'none' && (
              <span className={styles.blank}>{t('clip.lanes-empty')}</span>
            )}
            <div className={styles.range} style={{ top: rulerHeight }}>
              <div className={styles.outside} style={{ left: 0, width: Math.max(0, px(range.from)) }} />
              <div className={styles.outside} style={{ left: Math.max(0, px(range.to)), right: 0 }} />
              <div
                className={styles.kept}
                style={{ left: px(range.from), width: Math.max(1, px(range.to) - px(range.from)) }}
              />
              {coverAt !== null && (
                <span
                  className={styles.cover}
                  title={t('clip.cover-frame')}
                  style={{ transform: `translateX(${px(coverAt)}px)` }}
                />
              )}
              {edgeOf('in')}
              {edgeOf('out')}
            </div>
            <Playhead player={player} clock={clock} view={view} scrubbing={scrubbing} />
          </div>
        </div>
      </ContextMenu>
      <TimelineScrollbar view={view} clock={clock} />
    </section>
  );
}
