import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point, RotatedBox } from '#shared/design/geometry.ts';
import { centreOf, rotatePoint } from '#shared/design/geometry.ts';

/** The eight handles by compass direction, in the box's own, unrotated sense. */
export const handleNames = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type HandleName = (typeof handleNames)[number];

/** Which way each handle pulls: -1 left or up, 1 right or down, 0 not at all. */
const pulls: Record<HandleName, { x: -1 | 0 | 1; y: -1 | 0 | 1 }> = {
  nw: { x: -1, y: -1 },
  n: { x: 0, y: -1 },
  ne: { x: 1, y: -1 },
  e: { x: 1, y: 0 },
  se: { x: 1, y: 1 },
  s: { x: 0, y: 1 },
  sw: { x: -1, y: 1 },
  w: { x: -1, y: 0 },
};

/** Where a handle of a turned box stands on the page. */
export function handlePosition(box: RotatedBox, handle: HandleName): Point {
  const pull = pulls[handle];
  const centre = centreOf(box);
  const local = { x: centre.x + (pull.x * box.width) / 2, y: centre.y + (pull.y * box.height) / 2 };
  return rotatePoint(local, centre, box.rotation);
}

export interface ResizeChoices {
  /** Keep width : height. */
  keepAspect?: boolean;
  /** Grow to both sides of the centre instead of away from the opposite handle. */
  fromCentre?: boolean;
  /** px; default 1. */
  smallest?: number;
}

/**
 * The box after its handle was dragged by (dx, dy) page px. The opposite handle stays where it is on the
 * page (or the centre, with `fromCentre`), whatever the rotation. A side never falls below `smallest`.
 */
export function resizeByHandle(
  box: RotatedBox,
  handle: HandleName,
  dx: number,
  dy: number,
  choices: ResizeChoices = {},
): RotatedBox {
  const smallest = choices.smallest ?? 1;
  const pull = pulls[handle];
  const along = rotatePoint({ x: dx, y: dy }, { x: 0, y: 0 }, -box.rotation);
  const factor = choices.fromCentre ? 2 : 1;
  let width = Math.max(smallest, box.width + pull.x * along.x * factor);
  let height = Math.max(smallest, box.height + pull.y * along.y * factor);
  if (pull.x === 0) width = box.width;
  if (pull.y === 0) height = box.height;
  if (choices.keepAspect && box.width > 0 && box.height > 0) {
    const scaleX = width / box.width;
    const scaleY = height / box.height;
    const dragged = pull.x === 0 ? scaleY : pull.y === 0 ? scaleX : strongest(scaleX, scaleY);
    const scale = Math.max(dragged, smallest / box.width, smallest / box.height);
    width = box.width * scale;
    height = box.height * scale;
  }
  const centre = centreOf(box);
  if (choices.fromCentre) {
    return { ...box, x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  }
  // The centre moves by half the growth, in the box's own directions.
  const shift = { x: (pull.x * (width - box.width)) / 2, y: (pull.y * (height - box.height)) / 2 };
  const moved = rotatePoint({ x: centre.x + shift.x, y: centre.y + shift.y }, centre, box.rotation);
  return { ...box, x: moved.x - width / 2, y: moved.y - height / 2, width, height };
}

function strongest(a: number, b: number): number {
  return Math.abs(a - 1) >= Math.abs(b - 1) ? a : b;
}

/** Scales a box of a selection along with the selection's frame; its own rotation stays. */
export function scaleWithin(box: RotatedBox, from: Rectangle, to: Rectangle): RotatedBox {
  const scaleX = from.width === 0 ? 1 : to.width / from.width;
  const scaleY = from.height === 0 ? 1 : to.height / from.height;
  const centre = centreOf(box);
  const newCentre = { x: to.x + (centre.x - from.x) * scaleX, y: to.y + (centre.y - from.y) * scaleY };
  // A box turned by about a quarter feels the frame's width in its height.
  const quarter = Math.abs(Math.sin((box.rotation * Math.PI) / 180)) > Math.SQRT1_2;
  const width = box.width * (quarter ? scaleY : scaleX);
  const height = box.height * (quarter ? scaleX : scaleY);
  return { ...box, x: newCentre.x - width / 2, y: newCentre.y - height / 2, width, height };
}

/** The rotation, in degrees, that points the top of a box to a page point; in steps when `step` is given. */
export function rotationTowards(box: Rectangle, point: Point, step?: number): number {
  const centre = centreOf(box);
  const degrees = (Math.atan2(point.y - centre.y, point.x - centre.x) * 180) / Math.PI + 90;
  const stepped = step === undefined ? degrees : Math.round(degrees / step) * step;
  return ((stepped % 360) + 360) % 360;
}
