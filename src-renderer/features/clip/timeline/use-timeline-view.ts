import { useCallback, useMemo, useState } from 'react';
import type { FrameClock } from '../fields/time-text.ts';
import { fitDensity, fitRange, type Scale, withinDensity, withinStart, zoomAround } from './scale.ts';

export interface TimelineView {
  scale: Scale;
  /** Pixels of the visible lane. */
  width: number;
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
}

/** Which part of the clip the timeline shows. Starts with all of it, and keeps the part when the window is resized. */
export function useTimelineView(clock: FrameClock): TimelineView {
  const [width, setLaneWidth] = useState(800);
  const [asked, setAsked] = useState<Scale | null>(null);
  const whole = fitDensity(width, clock.duration);
  const scale = useMemo(() => {
    const density = withinDensity(asked?.density ?? whole, width, clock);
    return { density, start: withinStart(asked?.start ?? 0, density, width, clock) };
  }, [asked, whole, width, clock]);

  const setWidth = useCallback((next: number) => setLaneWidth(Math.max(1, next)), []);
  return {
    scale,
    width,
    whole: scale.density <= whole * 1.0001,
    setWidth,
    zoom: (factor, x) => setAsked(zoomAround(scale, factor, x ?? width / 2, width, clock)),
    scrollBy: (pixels) => setAsked({ ...scale, start: scale.start + pixels / scale.density }),
    scrollTo: (start) => setAsked({ ...scale, start }),
    fit: (from, to) => setAsked(from <= 0 && to >= clock.duration ? null : fitRange(from, to, width, clock)),
    reveal: (seconds) => {
      const x = (seconds - scale.start) * scale.density;
      if (x < -0.5) setAsked({ ...scale, start: seconds - (width * 0.1) / scale.density });
      else if (x > width + 0.5) setAsked({ ...scale, start: seconds - (width * 0.1) / scale.density });
    },
  };
}
