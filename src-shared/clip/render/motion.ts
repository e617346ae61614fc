import type { StillMotion } from '../edit/segment.ts';
import type { PathKey } from './path.ts';

/** How far a still is zoomed in by its movement. */
const motionZoom = 1.15;
/** Middles at which a pan starts and ends: as far apart as the zoomed window can go in a picture of the frame's shape. */
const near = 0.5 / motionZoom;
const far = 1 - near;

/** The slow movement of a still as keys of its path over `seconds` on screen; none for a still that rests. */
export function motionKeys(motion: StillMotion, seconds: number): PathKey[] {
  const from = (x: number, y: number, zoom: number): PathKey => ({ at: 0, x, y, zoom });
  const to = (x: number, y: number, zoom: number): PathKey => ({ at: seconds, x, y, zoom });
  switch (motion) {
    case 'zoom-in':
      return [from(0.5, 0.5, 1), to(0.5, 0.5, motionZoom)];
    case 'zoom-out':
      return [from(0.5, 0.5, motionZoom), to(0.5, 0.5, 1)];
    // The window goes the other way than the picture seems to.
    case 'pan-left':
      return [from(near, 0.5, motionZoom), to(far, 0.5, motionZoom)];
    case 'pan-right':
      return [from(far, 0.5, motionZoom), to(near, 0.5, motionZoom)];
    case 'pan-up':
      return [from(0.5, near, motionZoom), to(0.5, far, motionZoom)];
    case 'pan-down':
      return [from(0.5, far, motionZoom), to(0.5, near, motionZoom)];
    case 'none':
      return [];
  }
}
