import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point, RotatedBox } from '#shared/design/geometry.ts';
import { centreOf } from '#shared/design/geometry.ts';
import type { HandleName } from '#shared/design/handles.ts';
import { handlePosition, resizeByHandle, rotationTowards } from '#shared/design/handles.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { Guide } from '#shared/design/snapping.ts';
import { snapMove } from '#shared/design/snapping.ts';
import { leavesOf, lineBetween, lineEnds, selectionBox } from '../session/layer-boxes.ts';
import { isCorner, resizeLayer, scaleLayer, turnLayer } from '../session/transforms.ts';
import type { Grip } from './grips.ts';

export interface Modifiers {
  shift: boolean;
  alt: boolean;
  /** Ctrl or ⌘: no snapping. */
  free: boolean;
}

/** Where a gesture has come to: the layers as they would be, and what to show over them. */
export interface DragFrame {
  nodes: DesignNode[];
  frame: RotatedBox | null;
  guides: Guide[];
  label: string | null;
}

export interface DragStart {
  body: DesignBody;
  ids: readonly string[];
  leaves: DesignNode[];
  box: RotatedBox;
  /** What to stick to. */
  others: readonly Rectangle[];
}

const whole = (value: number): string => String(Math.round(value));

export function dragStart(
  body: DesignBody,
  ids: readonly string[],
  others: readonly Rectangle[],
): DragStart | null {
  const box = selectionBox(body, ids);
  return box && { body, ids, leaves: leavesOf(body, ids), box, others };
}

/** Moves by page px, sticking to the page and to neighbours; shift keeps to one axis. */
export function dragMove(
  start: DragStart,
  bounds: Rectangle,
  by: Point,
  tolerance: number,
  modifiers: Modifiers,
): DragFrame {
  let { x: dx, y: dy } = by;
  if (modifiers.shift) {
    if (Math.abs(dx) > Math.abs(dy)) dy = 0;
    else dx = 0;
  }
  dx = Math.round(bounds.x + dx) - bounds.x;
  dy = Math.round(bounds.y + dy) - bounds.y;
  let guides: Guide[] = [];
  if (!modifiers.free) {
    const moved = { ...bounds, x: bounds.x + dx, y: bounds.y + dy };
    const snap = snapMove(moved, start.others, start.body, tolerance);
    const fixedX = modifiers.shift && dx === 0;
    const fixedY = modifiers.shift && dy === 0;
    if (!fixedX) dx += snap.dx;
    if (!fixedY) dy += snap.dy;
    guides = snap.guides.filter((guide) => (guide.axis === 'x' ? !fixedX : !fixedY));
  }
  return {
    nodes: start.leaves.map((node) => ({ ...node, x: node.x + dx, y: node.y + dy })),
    frame: { ...start.box, x: start.box.x + dx, y: start.box.y + dy },
    guides,
    label: null,
  };
}

/** The nearest edge or centre line on one axis; null beyond the tolerance. */
function stick(
  value: number,
  spans: readonly (readonly [number, number])[],
  tolerance: number,
): number | null {
  let best: number | null = null;
  for (const [from, to] of spans) {
    for (const stop of [from, (from + to) / 2, to]) {
      if (
        Math.abs(stop - value) <= tolerance &&
        (best === null || Math.abs(stop - value) < Math.abs(best - value))
      )
        best = stop;
    }
  }
  return best;
}

/** Brings the dragged handle of an upright box onto a nearby line. */
function stickHandle(
  start: DragStart,
  name: HandleName,
  by: Point,
  tolerance: number,
): { by: Point; guides: Guide[] } {
  const at = handlePosition(start.box, name);
  const frames = [{ x: 0, y: 0, width: start.body.width, height: start.body.height }, ...start.others];
  const xs = frames.map((frame) => [frame.x, frame.x + frame.width] as const);
  const ys = frames.map((frame) => [frame.y, frame.y + frame.height] as const);
  const onX = /[ew]/.test(name) ? stick(at.x + by.x, xs, tolerance) : null;
  const onY = /[ns]/.test(name) ? stick(at.y + by.y, ys, tolerance) : null;
  const guides: Guide[] = [];
  if (onX !== null) guides.push({ axis: 'x', position: onX, from: 0, to: start.body.height });
  if (onY !== null) guides.push({ axis: 'y', position: onY, from: 0, to: start.body.width });
  return { by: { x: onX === null ? by.x : onX - at.x, y: onY === null ? by.y : onY - at.y }, guides };
}

/** Resizes by a handle. Corners of texts, groups and several layers keep their shape; shift does for the rest. */
export function dragResize(
  start: DragStart,
  name: HandleName,
  by: Point,
  tolerance: number,
  modifiers: Modifiers,
): DragFrame {
  const [only] = start.leaves;
  const single = start.ids.length === 1 && only?.id === start.ids[0] ? only : null;
  const flowing = single?.type === 'text' && single.sizing !== 'fixed';
  const keepAspect = isCorner(name) && (modifiers.shift || !single || flowing);
  const mayStick = !modifiers.free && !keepAspect && !modifiers.alt && start.box.rotation === 0;
  const stuck = mayStick ? stickHandle(start, name, by, tolerance) : { by, guides: [] };
  const box = resizeByHandle(start.box, name, stuck.by.x, stuck.by.y, {
    keepAspect,
    fromCentre: modifiers.alt,
  });
  const label = `${whole(box.width)} × ${whole(box.height)}`;
  if (single) {
    const node = resizeLayer(single, box, name);
    return { nodes: [node], frame: selectionBoxOf(node), guides: stuck.guides, label };
  }
  const nodes = start.leaves.map((node) => scaleLayer(node, start.box, box));
  return { nodes, frame: box, guides: stuck.guides, label };
}

function selectionBoxOf({ x, y, width, height, rotation }: DesignNode): RotatedBox {
  return { x, y, width, height, rotation };
}

/** Degrees within which a free turn sticks to an upright position. */
const upright = 2;

/** Turns towards a point of the page: in steps of 15° with shift. */
export function dragRotate(start: DragStart, pointer: Point, modifiers: Modifiers): DragFrame {
  // The knob hangs below the box, so the bottom points to the pointer.
  const target = (rotationTowards(start.box, pointer, modifiers.shift ? 15 : undefined) + 180) % 360;
  const near = Math.round(target / 90) * 90;
  const rotation = !modifiers.shift && Math.abs(target - near) <= upright ? near % 360 : target;
  const turn = rotation - start.box.rotation;
  const about = centreOf(start.box);
  return {
    nodes: start.leaves.map((node) => turnLayer(node, about, turn)),
    frame: { ...start.box, rotation },
    guides: [],
    label: `${whole(rotation)}°`,
  };
}

/** Moves one end of a straight line; shift turns it in steps of 15°. */
export function dragEnd(start: DragStart, grip: Grip, pointer: Point, modifiers: Modifiers): DragFrame {
  const [node] = start.leaves;
  const ends = node ? lineEnds(node) : null;
  if (!node || !ends) return { nodes: [], frame: null, guides: [], label: null };
  const fixed = grip.name === 'start' ? ends[1] : ends[0];
  let end = pointer;
  if (modifiers.shift) {
    const length = Math.hypot(pointer.x - fixed.x, pointer.y - fixed.y);
    const step = Math.PI / 12;
    const angle = Math.round(Math.atan2(pointer.y - fixed.y, pointer.x - fixed.x) / step) * step;
    end = { x: fixed.x + Math.cos(angle) * length, y: fixed.y + Math.sin(angle) * length };
  }
  const line = grip.name === 'start' ? lineBetween(end, fixed) : lineBetween(fixed, end);
  const moved = { ...node, ...line } as DesignNode;
  return { nodes: [moved], frame: selectionBoxOf(moved), guides: [], label: whole(line.width) };
}
