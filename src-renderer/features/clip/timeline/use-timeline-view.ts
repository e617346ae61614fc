import { useMemo, useSyncExternalStore } from 'react';
import { type FrameClock, frameClock } from '../fields/time-text.ts';
import { createStore } from '../session/selection.ts';
import { fitDensity, fitRange, type Scale, withinDensity, withinStart, zoomAround } from './scale.ts';

/** Room behind the end, so that it can be taken hold of; and the least that is ever shown, in seconds. */
const roomBehind = 1.04;
const leastShown = 2;

/** What of the clip is in view. */
interface ShownPart {
  scale: Scale;
  /** Pixels of the visible lane. */
  width: number;
  /** Seconds that can be brought into view: the clip and a little room. */
  extent: number;
  /** True while the whole clip is in view. */
  whole: boolean;
}

interface ViewChanges {
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

export type TimelineView = ShownPart & ViewChanges;

/** The view of one timeline, kept outside of the page, so that zooming draws the timeline alone. */
export interface TimelineViewStore extends ViewChanges {
  subscribe(listener: () => void): () => void;
  now(): ShownPart;
  /** What it shows for a clip of another length; the same object while nothing has changed. */
  of(clip: FrameClock): ShownPart;
}

interface Wish {
  width: number;
  /** null: all of the clip, however long it becomes. */
  asked: Scale | null;
}

const extentOf = ({ duration, fps, soundOnly }: FrameClock): FrameClock =>
  frameClock(Math.max(leastShown, duration * roomBehind), soundOnly ? null : fps);

function partOf({ width, asked }: Wish, clip: FrameClock): ShownPart {
  const clock = extentOf(clip);
  const all = fitDensity(width, clock.duration);
  // A scale that is coarser than the whole stays while a clip gets shorter: nothing jumps.
  const density = asked ? Math.min(asked.density, clock.fps * 48) : withinDensity(all, width, clock);
  const scale = { density, start: withinStart(asked?.start ?? 0, density, width, clock) };
  return { scale, width, extent: clock.duration, whole: density <= all * 1.0001 };
}

/** Starts with all of the clip, and keeps the part when the window is resized. */
export function createTimelineView(): TimelineViewStore {
  const wish = createStore<Wish>({ width: 800, asked: null });
  let clip = frameClock(leastShown, null);
  let known: { wish: Wish; clip: FrameClock; part: ShownPart } | null = null;
  const of = (next: FrameClock): ShownPart => {
    clip = next;
    if (known?.wish !== wish.get() || known.clip !== clip)
      known = { wish: wish.get(), clip, part: partOf(wish.get(), clip) };
    return known.part;
  };
  const now = (): ShownPart => of(clip);
  const ask = (asked: Scale | null): void => {
    const before = wish.get();
    const same = asked?.density === before.asked?.density && asked?.start === before.asked?.start;
    if (!same) wish.set({ ...before, asked });
  };
  return {
    subscribe: wish.subscribe,
    of,
    now,
    setWidth(next) {
      const width = Math.max(1, next);
      if (width !== wish.get().width) wish.set({ ...wish.get(), width });
    },
    zoom(factor, x) {
      const { scale, width } = now();
      ask(zoomAround(scale, factor, x ?? width / 2, width, extentOf(clip)));
    },
    scrollBy(pixels) {
      const { scale } = now();
      ask({ ...scale, start: scale.start + pixels / scale.density });
    },
    scrollTo: (start) => ask({ ...now().scale, start }),
    fit(from, to) {
      const whole = from <= 0 && to >= clip.duration;
      ask(whole ? null : fitRange(from, to, now().width, extentOf(clip)));
    },
    reveal(seconds) {
      const { scale, width } = now();
      const x = (seconds - scale.start) * scale.density;
      if (x < -0.5 || x > width + 0.5) ask({ ...scale, start: seconds - (width * 0.1) / scale.density });
    },
    hold: () => ask(wish.get().asked ?? now().scale),
  };
}

/** The part of a clip that is in view, with what changes it. */
export function useTimelineView(store: TimelineViewStore, clip: FrameClock): TimelineView {
  const part = useSyncExternalStore(store.subscribe, () => store.of(clip));
  return useMemo(() => ({ ...store, ...part }), [store, part]);
}
