import type { Point, RotatedBox } from '#shared/design/geometry.ts';
import { rotatePoint } from '#shared/design/geometry.ts';
import type { HandleName } from '#shared/design/handles.ts';
import { handleNames, handlePosition } from '#shared/design/handles.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { leavesOf, lineEnds, selectionBox } from '../session/layer-boxes.ts';
import { anyKeeps } from '../session/locks.ts';

/** Something to drag at the edge of the selection: a handle, the end of a line, or the turning knob. */
export type Grip = {
  /** Page px. */
  point: Point;
  /** CSS px on top of it. */
  offset: Point;
  /** Degrees of the drawn mark. */
  rotation: number;
} & (
  | { kind: 'resize'; name: HandleName }
  | { kind: 'end'; name: 'start' | 'end' }
  | { kind: 'rotate'; name: 'rotate' }
);

/** CSS px between the box and the knob that turns it, and how near a press must be. */
const knobDistance = 26;
const reach = 10;
/** A side shorter than this on the screen has no handle in its middle, CSS px. */
const roomForMiddle = 44;

const cornersOnly: readonly HandleName[] = ['nw', 'ne', 'se', 'sw'];

function handlesFor(body: DesignBody, ids: readonly string[], box: RotatedBox, scale: number): HandleName[] {
  const only = ids.length === 1 ? body.nodes[ids[0] ?? ''] : undefined;
  const wide = box.width * scale > roomForMiddle;
  const tall = box.height * scale > roomForMiddle;
  const isFlowing = only?.type === 'text' && only.sizing !== 'fixed';
  const groupLike = ids.length > 1 || only?.type === 'group';
  return handleNames.filter((name) => {
    if (cornersOnly.includes(name)) return true;
    if (groupLike) return false;
    if (name === 'n' || name === 's') return wide && !isFlowing;
    return tall || isFlowing;
  });
}

/** What can be dragged of a selection; nothing while any of it is locked. */
export function gripsFor(body: DesignBody, ids: readonly string[], scale: number): Grip[] {
  const box = selectionBox(body, ids);
  const leaves = leavesOf(body, ids);
  if (!box || leaves.length === 0) return [];
  if (anyKeeps(body, ids, 'place')) return [];
  const only = leaves.length === 1 ? leaves[0] : undefined;
  const ends = only && ids[0] === only.id ? lineEnds(only) : null;
  const none = { x: 0, y: 0 };
  if (ends) {
    return [
      { kind: 'end', name: 'start', point: ends[0], offset: none, rotation: 0 },
      { kind: 'end', name: 'end', point: ends[1], offset: none, rotation: 0 },
    ];
  }
  const grips = handlesFor(body, ids, box, scale).map(
    (name): Grip => ({
      kind: 'resize',
      name,
      point: handlePosition(box, name),
      offset: none,
      rotation: box.rotation,
    }),
  );
  const offset = rotatePoint({ x: 0, y: knobDistance }, none, box.rotation);
  grips.push({ kind: 'rotate', name: 'rotate', point: handlePosition(box, 's'), offset, rotation: 0 });
  return grips;
}

/** The grip under a point of the screen. */
export function gripAt(
  grips: readonly Grip[],
  screen: Point,
  toScreen: (point: Point) => Point,
): Grip | null {
  let best: Grip | null = null;
  let nearest = reach;
  for (const grip of grips) {
    const at = toScreen(grip.point);
    const distance = Math.hypot(at.x + grip.offset.x - screen.x, at.y + grip.offset.y - screen.y);
    if (distance <= nearest) {
      best = grip;
      nearest = distance;
    }
  }
  return best;
}

/** Pointing angle of each handle's cursor in an upright box, degrees clockwise from the top. */
const pointing: Record<HandleName, number> = {
  n: 0,
  ne: 45,
  e: 90,
  se: 135,
  s: 180,
  sw: 225,
  w: 270,
  nw: 315,
};
const cursors = ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'] as const;

export function cursorOf(grip: Grip): string {
  if (grip.kind === 'rotate') return 'grab';
  if (grip.kind === 'end') return 'crosshair';
  const angle = (((pointing[grip.name] + grip.rotation) % 180) + 180) % 180;
  return cursors[Math.round(angle / 45) % 4] ?? 'move';
}
