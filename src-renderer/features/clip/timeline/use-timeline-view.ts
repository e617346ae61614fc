import { useCallback, useMemo, useState } from 'react';
import { frameClock, type FrameClock } from '../fields/time-text.ts';
import { fitDensity, fitRange, type Scale, withinDensity, withinStart, zoomAround } from './scale.ts';

/** Room behind the end, so that it can be taken hold of; and the least that is ever shown, in seconds. */
const roomBehind = 1.04;
const leastShown = 2;

export interface TimelineView {
  scale: Scale;
  /** Pixels of the visible lane. */
  width: number;
  /** Seconds that can be brought into view: the clip and a little room. */
  extent: number;
  /** True while the whole clip is in view. */
  whole: boolean;
  setWidth(width: number): void;
  /** `x` in pixels of the lane; the middle when absent. */
  zoom(factor: number, x?: number): void;
  scrollBy(pixels: number): void;
  scrollTo(start: number): void;
  fit(from: number, to: number): void;
  /** Brings a time into view when it is not. */
  reveal(seconds: number): void;
  /** Keeps the scale as it is now, whatever becomes of the length. */
  hold(): void;
}

/** Which part of the clip the timeline shows. Starts with all of it, and keeps the part when the window is resized. */
export function useTimelineView(clip: FrameClock): TimelineView {
  const [width, setLaneWidth] = useState(800);
  const [asked, setAsked] = useState<Scale | null>(null);
  const { duration, fps, soundOnly } = clip;
  const clock = useMemo(
    () => frameClock(Math.max(leastShown, duration * roomBehind), soundOnly ? null : fps),
    [duration, fps, soundOnly],
  );
  const whole = fitDensity(width, clock.duration);
  const scale = useMemo(() => {
    // A scale that is coarser than the whole stays while a clip gets shorter: nothing jumps.
    const density = asked ? Math.min(asked.density, clock.fps * 48) : withinDensity(whole, width, clock);
    return { density, start: withinStart(asked?.start ?? 0, density, width, clock) };
  }, [asked, whole, width, clock]);

  const setWidth = useCallback((next: number) => setLaneWidth(Math.max(1, next)), []);
  return {
    scale,
    width,
    extent: clock.duration,
    whole: scale.density <= whole * 1.0001,
    setWidth,
    zoom: (factor, x) => setAsked(zoomAround(scale, factor, x ?? width / 2, width, clock)),
    scrollBy: (pixels) => setAsked({ ...scale, start: scale.start + pixels / scale.density }),
    scrollTo: (start) => setAsked({ ...scale, start }),
    fit: (from, to) => setAsked(from <= 0 && to >= duration ? null : fitRange(from, to, width, clock)),
    reveal: (seconds) => {
      const x = (seconds - scale.start) * scale.density;
      if (x < -0.5 || x > width + 0.5) setAsked({ ...scale, start: seconds - (width * 0.1) / scale.density });
    },
    hold: () => setAsked((before) => before ?? scale),
  };
}
