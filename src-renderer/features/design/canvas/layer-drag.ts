import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point } from '#shared/design/geometry.ts';
import { boundsOf, unionOf } from '#shared/design/geometry.ts';
import type { Edit } from '#shared/design/operations.ts';
import { duplicateNodes, updateNodes } from '#shared/design/operations.ts';
import { newId } from '#shared/domain/id.ts';
import { rootsOf } from '../session/arrange.ts';
import type { Editor } from '../session/editor.ts';
import { joinEdits } from '../session/editor-store.ts';
import { anyKeeps } from '../session/locks.ts';
import { snapTargets } from '../session/setup-edits.ts';
import { fieldsOf, roundLayer } from '../session/transforms.ts';
import { viewOptions } from '../session/view-options.ts';
import type { DragFrame, DragStart, Modifiers } from './drags.ts';
import { dragEnd, dragMove, dragResize, dragRotate, dragStart } from './drags.ts';
import type { Grip } from './grips.ts';
import type { Overlay } from './overlay.ts';
import { emptyOverlay } from './overlay.ts';
import { neighbours } from './picking.ts';
import type { Scene } from './scene.ts';

/** CSS px within which things stick. */
const stickiness = 6;

/** The chosen layers, or copies of them, moved, resized or turned: shown by the scene, one edit at the end. */
export class LayerDrag {
  private last: DragFrame | null = null;
  private readonly from: Point;
  private readonly start: DragStart;
  private readonly bounds: Rectangle;
  private readonly grip: Grip | null;
  private readonly copy: Edit | null;
  private readonly editor: Editor;

  private constructor(
    editor: Editor,
    from: Point,
    start: DragStart,
    bounds: Rectangle,
    grip: Grip | null,
    copy: Edit | null,
  ) {
    this.editor = editor;
    this.from = from;
    this.start = start;
    this.bounds = bounds;
    this.grip = grip;
    this.copy = copy;
  }

  /** Lifts what moves; null when nothing may. `from` is where the press was, CSS px. */
  static begin(
    editor: Editor,
    scene: Scene,
    grip: Grip | null,
    from: Point,
    copies: boolean,
  ): LayerDrag | null {
    const { body, pageId, selection } = editor.store.snapshot();
    const copy = copies && !grip ? duplicateNodes(body, selection, newId, { x: 0, y: 0 }) : null;
    const ids = copy ? rootsOf(copy) : selection;
    const source = copy?.body ?? body;
    const options = viewOptions();
    const targets = options.snapping
      ? snapTargets(source, neighbours(source, pageId, new Set(ids)), options)
      : null;
    const start = dragStart(source, ids, targets);
    const bounds = start && unionOf(start.leaves.map(boundsOf));
    if (!start || !bounds || anyKeeps(source, ids, 'place')) return null;
    if (copy) scene.sync(source, pageId);
    scene.lift(new Set(start.leaves.map((leaf) => leaf.id)));
    return new LayerDrag(editor, from, start, bounds, grip, copy);
  }

  move(screen: Point, modifiers: Modifiers, scene: Scene, overlay: Overlay): void {
    const { start, grip, from, bounds } = this;
    const { viewport } = this.editor;
    const { scale } = viewport.snapshot();
    const by = { x: (screen.x - from.x) / scale, y: (screen.y - from.y) / scale };
    const tolerance = stickiness / scale;
    const pointer = viewport.toPage(screen);
    const frame = !grip
      ? dragMove(start, bounds, by, tolerance, modifiers)
      : grip.kind === 'resize'
        ? dragResize(start, grip.name, by, tolerance, modifiers)
        : grip.kind === 'rotate'
          ? dragRotate(start, pointer, modifiers)
          : dragEnd(start, grip, pointer, modifiers);
    this.last = frame;
    scene.preview(frame.nodes);
    const { guides, measures, label } = frame;
    overlay.show({ ...emptyOverlay, frame: frame.frame, guides, measures, label });
  }

  /** Makes it one step of undo; false when nothing was moved. */
  commit(): boolean {
    if (!this.last) return false;
    const changed = updateNodes(this.start.body, fieldsOf(this.last.nodes.map(roundLayer)));
    const whole = this.copy ? joinEdits(this.copy, changed) : changed;
    this.editor.store.apply(whole, { select: this.start.ids });
    return true;
  }
}
