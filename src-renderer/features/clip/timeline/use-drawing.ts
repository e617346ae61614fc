import { type RefObject, useEffect, useReducer, useRef, useSyncExternalStore } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { FrameClock } from '../fields/time-text.ts';
import { useClipEditor } from '../session/editor.tsx';
import { type Colours, coloursOf, drawTimeline } from './draw-timeline.ts';
import type { Ground } from './hit.ts';
import type { MediaBook } from './media-book.ts';
import { useDrawnWords } from './use-drawn-words.ts';
import { useThemeTick } from './use-theme-tick.ts';

/** Counts what arrives: filmstrips, waves, facts of sources. */
function useArrivals(subscribe: (listener: () => void) => () => void): number {
  const [count, arrived] = useReducer((before: number) => before + 1, 0);
  useEffect(() => subscribe(arrived), [subscribe]);
  return count;
}

/** The canvas, kept as the timeline is: drawn again when anything it shows has changed. */
export function useDrawing(
  ground: Ground,
  media: MediaBook,
  clock: FrameClock,
  size: { width: number; height: number },
  range: { from: number; to: number } | null,
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { sources } = useClipEditor();
  const words = useDrawnWords();
  const { locale } = useWords();
  const tick = useThemeTick();
  const arrived = useArrivals(media.subscribe);
  const known = useArrivals(sources.subscribe);
  const ratio = useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener);
      return () => window.removeEventListener('resize', listener);
    },
    () => window.devicePixelRatio || 1,
  );
  const { width, height } = size;
  const colours = useRef<{ of: Colours; tick: number } | null>(null);

  useEffect(() => {
    // Several changes within a frame are drawn once, in it.
    const frame = requestAnimationFrame(() => {
      const element = canvas.current;
      const context = element?.getContext('2d');
      if (!element || !context) return;
      const [pixelsWide, pixelsHigh] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (element.width !== pixelsWide) element.width = pixelsWide;
      if (element.height !== pixelsHigh) element.height = pixelsHigh;
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      // Read from the page once for each theme: that is slow.
      if (colours.current?.tick !== tick) colours.current = { of: coloursOf(element), tick };
      drawTimeline({
        context,
        width,
        height,
        clock,
        media,
        source: (assetId) => sources.get(assetId),
        range,
        colours: colours.current.of,
        words,
        locale,
        ...ground,
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [ground, media, clock, width, height, ratio, range, words, locale, tick, arrived, known, sources]);
  return canvas;
}
