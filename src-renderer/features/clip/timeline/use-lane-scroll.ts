import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import type { TimelineView } from './use-timeline-view.ts';

/**
 * The wheel over the lanes: with Ctrl it zooms around the pointer (a pinch arrives as that too), with Shift or sideways it
 * moves in time; plain it scrolls the lanes when they do not all fit, else time.
 */
export function useLaneScroll(
  lane: RefObject<HTMLDivElement | null>,
  view: TimelineView,
  overflow: number,
): { scrolled: number; scrollLanes(pixels: number): void } {
  const [asked, setScrolled] = useState(0);
  const scrolled = Math.min(asked, overflow);
  const scrollLanes = (pixels: number): void =>
    setScrolled(Math.min(overflow, Math.max(0, scrolled + pixels)));
  // React listens to the wheel passively; zooming must keep the page where it is.
  const wheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const left = lane.current?.getBoundingClientRect().left ?? 0;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (event.ctrlKey || event.metaKey || event.altKey)
      view.zoom(Math.exp(-event.deltaY * 0.0025), event.clientX - left);
    else if (sideways) view.scrollBy(event.deltaX);
    else if (event.shiftKey || overflow <= 0) view.scrollBy(event.deltaY);
    else scrollLanes(event.deltaY);
  });
  useEffect(() => {
    const element = lane.current;
    const listener = (event: WheelEvent): void => wheel(event);
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [lane]);
  return { scrolled, scrollLanes };
}
