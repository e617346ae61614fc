import type { Point } from '#shared/design/geometry.ts';
import type { PathNode } from '#shared/design/layers/path.ts';
import { removeNodes } from '#shared/design/operations.ts';
import type { PenPath } from '#shared/design/pen.ts';
import {
  nearestOnPaths,
  toggledSmooth,
  withArmMoved,
  withoutPoint,
  withPointAt,
  withPointMoved,
} from '#shared/design/pen.ts';
import type { Editor } from '../session/editor.ts';
import { pathsOf, writePaths } from './path-layers.ts';
import type { PenMarks } from './pen-marks.ts';

/** CSS px within which a point, an arm or the outline is caught. */
const reach = 8;

type Part = 'point' | 'in' | 'out';

/** Changing the points of a path layer: move, add, take away, corner or smooth. */
export class PathEditing {
  private node: PathNode | null = null;
  private paths: readonly PenPath[] = [];
  private active: { path: number; point: number } | null = null;
  private dragged: { part: Part; changed: boolean } | null = null;
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  /** Whether a path is being changed; follows undo and other windows. */
  get isOn(): boolean {
    const { pathId } = this.editor.tool.snapshot();
    const node = pathId === null ? undefined : this.editor.store.snapshot().body.nodes[pathId];
    if (node?.type !== 'path') {
      if (pathId !== null) this.editor.tool.editPath(null);
      this.node = null;
      return false;
    }
    if (node !== this.node) {
      if (node.id !== this.node?.id) this.active = null;
      this.node = node;
      this.paths = pathsOf(node);
    }
    return true;
  }

  marks(): PenMarks | null {
    return this.isOn ? { paths: this.paths, active: this.active, next: null } : null;
  }

  private get near(): number {
    return reach / this.editor.viewport.snapshot().scale;
  }

  private find(at: Point): { path: number; point: number; part: Part } | null {
    const close = (point: Point | null | undefined): boolean =>
      !!point && Math.hypot(point.x - at.x, point.y - at.y) <= this.near;
    const { active } = this;
    const held = active ? this.paths[active.path]?.points[active.point] : undefined;
    if (active && held) {
      if (close(held.out)) return { ...active, part: 'out' };
      if (close(held.in)) return { ...active, part: 'in' };
    }
    for (const [path, run] of this.paths.entries()) {
      const point = run.points.findIndex((each) => close(each));
      if (point >= 0) return { path, point, part: 'point' };
    }
    return null;
  }

  private put(path: number, run: PenPath): void {
    this.paths = this.paths.with(path, run);
  }

  private write(): void {
    if (this.node) writePaths(this.editor.store, this.node.id, this.paths);
  }

  cursorAt(at: Point): string {
    if (this.find(at)) return 'move';
    const place = nearestOnPaths(this.paths, at);
    return place && place.distance <= this.near ? 'copy' : 'default';
  }

  /** Answers false for a press beside the path: that ends the editing. */
  down(event: PointerEvent, at: Point): boolean {
    const found = this.find(at);
    if (found) {
      this.active = { path: found.path, point: found.point };
      if (event.altKey && found.part === 'point') this.removePoint();
      else this.dragged = { part: found.part, changed: false };
      return true;
    }
    const place = nearestOnPaths(this.paths, at);
    const run = place ? this.paths[place.path] : undefined;
    if (!place || !run || place.distance > this.near) return false;
    this.put(place.path, withPointAt(run, place.segment, place.at));
    this.active = { path: place.path, point: place.segment + 1 };
    this.dragged = { part: 'point', changed: true };
    return true;
  }

  move(event: PointerEvent, at: Point): void {
    const { active, dragged } = this;
    const run = active ? this.paths[active.path] : undefined;
    if (!active || !dragged || !run) return;
    dragged.changed = true;
    this.put(
      active.path,
      dragged.part === 'point'
        ? withPointMoved(run, active.point, at)
        : withArmMoved(run, active.point, dragged.part, at, event.altKey),
    );
  }

  up(): void {
    const { dragged } = this;
    this.dragged = null;
    if (dragged?.changed) this.write();
  }

  /** Corner becomes smooth, smooth becomes corner. */
  toggle(at: Point): void {
    const found = this.find(at);
    const run = found ? this.paths[found.path] : undefined;
    if (!found || !run) return;
    this.active = { path: found.path, point: found.point };
    this.put(found.path, toggledSmooth(run, found.point));
    this.write();
  }

  /** Takes the active point away; with its last two points a path goes, and with its last path the layer. */
  removePoint(): boolean {
    const { active, node } = this;
    const run = active ? this.paths[active.path] : undefined;
    if (!active || !run || !node) return false;
    const left = withoutPoint(run, active.point);
    this.active = null;
    this.paths = left ? this.paths.with(active.path, left) : this.paths.toSpliced(active.path, 1);
    const { store, tool } = this.editor;
    if (this.paths.length > 0) this.write();
    else {
      tool.editPath(null);
      store.apply(removeNodes(store.snapshot().body, [node.id]), { select: [] });
    }
    return true;
  }

  /** Escape during a drag: as it was before. */
  cancel(): boolean {
    if (!this.dragged) return false;
    this.dragged = null;
    this.node = null;
    return true;
  }
}
