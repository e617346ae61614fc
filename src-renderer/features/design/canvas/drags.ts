import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point, RotatedBox } from '#shared/design/geometry.ts';
import { centreOf } from '#shared/design/geometry.ts';
import type { HandleName } from '#shared/design/handles.ts';
import { handlePosition, resizeByHandle, rotationTowards } from '#shared/design/handles.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { Guide, Measure, SnapTargets } from '#shared/design/snapping.ts';
import { marksOf, snapEdge, snapMove, snapSize } from '#shared/design/snapping.ts';
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
  measures: Measure[];
  label: string | null;
}

export interface DragStart {
  body: DesignBody;
  ids: readonly string[];
  leaves: DesignNode[];
  box: RotatedBox;
  /** What to stick to; null: nothing does. */
  targets: SnapTargets | null;
}

const whole = (value: number): string => String(Math.round(value));

export function dragStart(
  body: DesignBody,
  ids: readonly string[],
  targets: SnapTargets | null,
): DragStart | null {
  const box = selectionBox(body, ids);
  return box && { body, ids, leaves: leavesOf(body, ids), box, targets };
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
  let marks: Pick<DragFrame, 'guides' | 'measures'> = { guides: [], measures: [] };
  if (!modifiers.free && start.targets) {
    const moved = { ...bounds, x: bounds.x + dx, y: bounds.y + dy };
    const snap = snapMove(moved, start.targets, tolerance);
    const fixedX = modifiers.shift && Math.abs(by.x) <= Math.abs(by.y);
    const fixedY = modifiers.shift && !fixedX;
    if (!fixedX) dx += snap.dx;
    if (!fixedY) dy += snap.dy;
    marks =
      fixedX || fixedY ? marksOf({ ...bounds, x: bounds.x + dx, y: bounds.y + dy }, start.targets) : snap;
  }
  return {
    nodes: start.leaves.map((node) => ({ ...node, x: node.x + dx, y: node.y + dy })),
    frame: { ...start.box, x: start.box.x + dx, y: start.box.y + dy },
    guides: marks.guides,
    measures: marks.measures,
    label: null,
  };
}

/** Brings the dragged handle of an upright box onto a nearby line, or its side to a neighbour's length. */
function stickHandle(
  { box, targets }: DragStart & { targets: SnapTargets },
  name: HandleName,
  by: Point,
  tolerance: number,
): Point {
  const at = handlePosition(box, name);
  const along = (axis: 'x' | 'y', moving: boolean, grows: 1 | -1): number => {
    if (!moving) return by[axis];
    const edge = snapEdge(axis, at[axis] + by[axis], targets, tolerance);
    if (edge !== null) return edge - at[axis];
    const before = axis === 'x' ? box.width : box.height;
    const size = snapSize(axis, before + grows * by[axis], targets.others, tolerance);
    return size === null ? by[axis] : grows * (size - before);
  };
  return {
    x: along('x', /[ew]/.test(name), name.includes('w') ? -1 : 1),
    y: along('y', /[ns]/.test(name), name.includes('n') ? -1 : 1),
  };
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
  // Shift turns a kept ratio around, as it does a free one.
  const ratio = single?.keepRatio === true ? !modifiers.shift : modifiers.shift;
  const keepAspect = isCorner(name) && (ratio || !single || flowing);
  const { targets } = start;
  const upright = start.box.rotation === 0;
  const mayStick = !modifiers.free && !keepAspect && !modifiers.alt && upright;
  const stuck = mayStick && targets ? stickHandle({ ...start, targets }, name, by, tolerance) : by;
  const box = resizeByHandle(start.box, name, stuck.x, stuck.y, {
    keepAspect,
    fromCentre: modifiers.alt,
  });
  const label = `${whole(box.width)} × ${whole(box.height)}`;
  const marks = targets && !modifiers.free && upright ? marksOf(box, targets) : { guides: [], measures: [] };
  if (single) {
    const node = resizeLayer(single, box, name);
    return { nodes: [node], frame: selectionBoxOf(node), ...marks, label };
  }
  const nodes = start.leaves.map((node) => scaleLayer(node, start.box, box));
  return { nodes, frame: box, ...marks, label };
}

function selectionBoxOf({ x, y, width, height, rotation }: DesignNode): RotatedBox {
  return { x, y, width, height, rotation };
}

/** Degrees within which a free turn sticks to an upright position. */
const nearlyUpright = 2;

/** Turns towards a point of the page: in steps of 15° with shift. */
export function dragRotate(start: DragStart, pointer: Point, modifiers: Modifiers): DragFrame {
  // The knob hangs below the box, so the bottom points to the pointer.
  const target = (rotationTowards(start.box, pointer, modifiers.shift ? 15 : undefined) + 180) % 360;
  const near = Math.round(target / 90) * 90;
  const rotation = !modifiers.shift && Math.abs(target - near) <= nearlyUpright ? near % 360 : target;
  const turn = rotation - start.box.rotation;
  const about = centreOf(start.box);
  return {
    nodes: start.leaves.map((node) => turnLayer(node, about, turn)),
    frame: { ...start.box, rotation },
    guides: [],
    measures: [],
    label: `${whole(rotation)}°`,
  };
}

/** Moves one end of a straight line; shift turns it in steps of 15°. */
export function dragEnd(start: DragStart, grip: Grip, pointer: Point, modifiers: Modifiers): DragFrame {
  const [node] = start.leaves;
  const ends = node ? lineEnds(node) : null;
  if (!node || !ends) return { nodes: [], frame: null, guides: [], measures: [], label: null };
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
  return { nodes: [moved], frame: selectionBoxOf(moved), guides: [], measures: [], label: whole(line.width) };
}
