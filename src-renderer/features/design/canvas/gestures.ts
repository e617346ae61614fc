import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point } from '#shared/design/geometry.ts';
import { boundsOf, boundsOfNode, unionOf } from '#shared/design/geometry.ts';
import type { Edit } from '#shared/design/operations.ts';
import { duplicateNodes, updateNodes } from '#shared/design/operations.ts';
import type { GuideLine } from '#shared/design/schema.ts';
import type { Measure } from '#shared/design/snapping.ts';
import { measuresBetween } from '#shared/design/snapping.ts';
import { newId } from '#shared/domain/id.ts';
import type { Editor } from '../session/editor.ts';
import { rootsOf } from '../session/arrange.ts';
import { joinEdits } from '../session/editor-store.ts';
import { selectionBox } from '../session/layer-boxes.ts';
import { anyKeeps, keeps } from '../session/locks.ts';
import { moveGuide, removeGuide, snapTargets } from '../session/setup-edits.ts';
import { fieldsOf, roundLayer } from '../session/transforms.ts';
import { viewOptions } from '../session/view-options.ts';
import type { DragFrame, DragStart, Modifiers } from './drags.ts';
import { dragEnd, dragMove, dragResize, dragRotate, dragStart } from './drags.ts';
import type { Grip } from './grips.ts';
import { cursorOf, gripAt, gripsFor } from './grips.ts';
import type { Overlay } from './overlay.ts';
import { emptyOverlay } from './overlay.ts';
import { PathEditing } from './path-editing.ts';
import { PenTool } from './pen-tool.ts';
import { Pinch } from './pinch.ts';
import { chosenFor, neighbours, pickAt, pickWithin } from './picking.ts';
import type { Scene } from './scene.ts';

/** CSS px: before a press becomes a drag, within which things stick, and how far thin lines are caught. */
const dragThreshold = 3;
const stickiness = 6;
const thinMargin = 5;
/** CSS px within which a guide is caught, and from the edge of the table where letting go takes it away. */
const guideReach = 3;
export const rulerSize = 20;

type Gesture =
  | { kind: 'press'; from: Point; id: string; wasSelected: boolean }
  | { kind: 'marquee'; from: Point; before: readonly string[] }
  | { kind: 'pan'; last: Point }
  | { kind: 'pen' }
  | { kind: 'path' }
  | { kind: 'zoom'; from: Point; out: boolean }
  | { kind: 'guide'; guide: GuideLine; at: number; moved: boolean }
  | {
      kind: 'drag';
      from: Point;
      start: DragStart;
      grip: Grip | null;
      bounds: Rectangle;
      copy: Edit | null;
      last: DragFrame | null;
    };

function modifiersOf(event: PointerEvent): Modifiers {
  return { shift: event.shiftKey, alt: event.altKey, free: event.ctrlKey || event.metaKey };
}

/** What the pointer does on the canvas. A gesture writes to the scene only; its end is one step of undo. */
export class Gestures {
  private gesture: Gesture | null = null;
  private hovered: string | null = null;
  /** Space is held: the pointer moves the table. */
  private panning = false;
  /** Alt is held: the distances from the selection to what is under the pointer are shown. */
  private measuring = false;
  private readonly pinch = new Pinch();
  readonly pen: PenTool;
  readonly path: PathEditing;
  private readonly host: HTMLElement;
  private readonly editor: Editor;
  private readonly scene: Scene;
  private readonly overlay: Overlay;
  private readonly onBusy: (busy: boolean) => void;

  constructor(
    host: HTMLElement,
    editor: Editor,
    scene: Scene,
    overlay: Overlay,
    onBusy: (busy: boolean) => void,
  ) {
    this.host = host;
    this.editor = editor;
    this.scene = scene;
    this.overlay = overlay;
    this.onBusy = onBusy;
    this.pen = new PenTool(editor);
    this.path = new PathEditing(editor);
  }

  private screenPoint(event: { clientX: number; clientY: number }): Point {
    const frame = this.host.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  }

  private pagePoint(event: { clientX: number; clientY: number }): Point {
    return this.editor.viewport.toPage(this.screenPoint(event));
  }

  private get scale(): number {
    return this.editor.viewport.snapshot().scale;
  }

  private grips(): Grip[] {
    const { body, selection, editing, readOnly } = this.editor.store.snapshot();
    const { name } = this.editor.tool.snapshot();
    if (readOnly || editing !== null || name !== 'select' || this.path.isOn) return [];
    return gripsFor(body, selection, this.scale);
  }

  private distances(): Measure[] {
    const { body, selection } = this.editor.store.snapshot();
    const own = selectionBox(body, selection);
    if (!this.measuring || !own) return [];
    const node =
      this.hovered === null || selection.includes(this.hovered) ? undefined : body.nodes[this.hovered];
    const other = node ? boundsOfNode(body, node) : { x: 0, y: 0, width: body.width, height: body.height };
    return measuresBetween(boundsOf(own), other);
  }

  setMeasuring(measuring: boolean): void {
    if (measuring === this.measuring) return;
    this.measuring = measuring;
    this.refresh();
  }

  /** Redraws what lies over the page at rest. */
  refresh(): void {
    if (this.gesture?.kind === 'drag' || this.gesture?.kind === 'marquee') return;
    const { body, selection, editing } = this.editor.store.snapshot();
    this.overlay.setSetup(body, viewOptions());
    const pen = this.path.marks() ?? this.pen.marks();
    if (pen) {
      this.overlay.show({ ...emptyOverlay, pen });
      return;
    }
    const frame = selectionBox(body, selection);
    const many = selection.length > 1;
    const hover =
      this.hovered !== null && !selection.includes(this.hovered) ? selectionBox(body, [this.hovered]) : null;
    this.overlay.show({
      ...emptyOverlay,
      outlines: many ? selection.flatMap((id) => selectionBox(body, [id]) ?? []) : [],
      hover: editing === null ? hover : null,
      frame,
      grips: this.grips(),
      measures: this.distances(),
    });
  }

  setPanning(panning: boolean): void {
    this.panning = panning;
    this.host.style.cursor = panning ? 'grab' : this.restingCursor();
  }

  private restingCursor(): string {
    const { name } = this.editor.tool.snapshot();
    if (this.panning || name === 'hand') return 'grab';
    return { select: '', zoom: 'zoom-in', pen: 'crosshair', pencil: 'crosshair' }[name];
  }

  /** A press with a tool in the hand. Answers whether the tool took it. */
  private downWithTool(event: PointerEvent): boolean {
    const { tool, store } = this.editor;
    const { name } = tool.snapshot();
    if (event.button !== 0) return false;
    if (name === 'zoom') {
      this.begin({ kind: 'zoom', from: this.screenPoint(event), out: event.altKey }, event);
      return true;
    }
    if (store.snapshot().readOnly) return false;
    if (name === 'pen' || name === 'pencil') {
      this.begin({ kind: 'pen' }, event);
      this.pen.down(event, this.pagePoint(event));
      this.refresh();
      return true;
    }
    if (!this.path.isOn) return false;
    if (this.path.down(event, this.pagePoint(event))) {
      this.begin({ kind: 'path' }, event);
      this.refresh();
      return true;
    }
    tool.editPath(null);
    return false;
  }

  /** The guide under a point of the screen, while guides are shown. */
  guideAt(screen: Point): GuideLine | null {
    const { body } = this.editor.store.snapshot();
    if (!viewOptions().guides) return null;
    const { x, y, scale } = this.editor.viewport.snapshot();
    const away = (guide: GuideLine): number =>
      guide.axis === 'x'
        ? Math.abs(guide.at * scale + x - screen.x)
        : Math.abs(guide.at * scale + y - screen.y);
    return (body.guides ?? []).find((guide) => away(guide) <= guideReach) ?? null;
  }

  down(event: PointerEvent): void {
    const { store } = this.editor;
    const { body, pageId, selection, scope, readOnly } = store.snapshot();
    if (event.pointerType === 'touch') {
      this.pinch.down(event.pointerId, this.screenPoint(event));
      if (this.pinch.active) {
        // A second finger: what the first one began was not meant.
        this.cancel();
        this.pen.abandon();
        return;
      }
    }
    const hand = this.panning || this.editor.tool.snapshot().name === 'hand';
    if (event.button === 1 || (event.button === 0 && hand)) {
      event.preventDefault();
      this.begin({ kind: 'pan', last: this.screenPoint(event) }, event);
      this.host.style.cursor = 'grabbing';
      return;
    }
    if (this.downWithTool(event)) return;
    const point = this.pagePoint(event);
    if (event.button === 2) {
      const picked = pickAt(body, pageId, point, thinMargin / this.scale, scope);
      if (picked && !selection.includes(picked.id)) store.select([picked.id]);
      else if (!picked) store.enter(null, []);
      return;
    }
    if (event.button !== 0) return;
    const grip = gripAt(this.grips(), this.screenPoint(event), (at) => this.editor.viewport.toScreen(at));
    if (grip) {
      this.startDrag(event, grip, null);
      return;
    }
    const guide = readOnly ? null : this.guideAt(this.screenPoint(event));
    if (guide) {
      this.begin({ kind: 'guide', guide, at: guide.at, moved: false }, event);
      return;
    }
    const picked = pickAt(body, pageId, point, thinMargin / this.scale, scope);
    if (!picked) {
      if (!event.shiftKey) store.enter(null, []);
      // A finger beside the layers moves the table.
      if (event.pointerType === 'touch') this.begin({ kind: 'pan', last: this.screenPoint(event) }, event);
      else this.begin({ kind: 'marquee', from: point, before: event.shiftKey ? selection : [] }, event);
      return;
    }
    // Ctrl or ⌘ reaches into groups.
    const id = event.ctrlKey || event.metaKey ? picked.leaf.id : picked.id;
    const leftGroup = scope !== null && chosenFor(body, picked.leaf, scope) === null;
    const wasSelected = selection.includes(id);
    if (event.shiftKey) {
      store.toggle(id);
      return;
    }
    if (leftGroup) store.enter(null, [id]);
    else if (!wasSelected) store.select([id]);
    else if (store.snapshot().editing !== null) store.edit(null);
    if (!readOnly) this.begin({ kind: 'press', from: this.screenPoint(event), id, wasSelected }, event);
  }

  private begin(gesture: Gesture, event: PointerEvent): void {
    this.gesture = gesture;
    this.host.setPointerCapture(event.pointerId);
  }

  private startDrag(event: PointerEvent, grip: Grip | null, from: Point | null): void {
    const { store } = this.editor;
    const { body, pageId, selection } = store.snapshot();
    let copy: Edit | null = null;
    let ids = selection;
    if (!grip && event.altKey) {
      copy = duplicateNodes(body, selection, newId, { x: 0, y: 0 });
      ids = rootsOf(copy);
    }
    const source = copy?.body ?? body;
    const moving = new Set(ids);
    const options = viewOptions();
    const targets = options.snapping
      ? snapTargets(source, neighbours(source, pageId, moving), options)
      : null;
    const start = dragStart(source, ids, targets);
    const bounds = start && unionOf(start.leaves.map(boundsOf));
    if (!start || !bounds || anyKeeps(source, ids, 'place')) return;
    if (copy) this.scene.sync(source, pageId);
    this.begin(
      { kind: 'drag', from: from ?? this.screenPoint(event), start, grip, bounds, copy, last: null },
      event,
    );
    this.scene.lift(new Set(start.leaves.map((leaf) => leaf.id)));
    this.onBusy(true);
  }

  move(event: PointerEvent): void {
    const screen = this.screenPoint(event);
    const { gesture } = this;
    if (event.pointerType === 'touch' && this.pinch.move(event.pointerId, screen, this.editor.viewport))
      return;
    if (!gesture) {
      this.hover(event);
      return;
    }
    switch (gesture.kind) {
      case 'pan':
        this.editor.viewport.panBy(screen.x - gesture.last.x, screen.y - gesture.last.y);
        gesture.last = screen;
        return;
      case 'pen':
        this.pen.move(event, (each) => this.pagePoint(each));
        this.refresh();
        return;
      case 'path':
        this.path.move(event, this.pagePoint(event));
        this.refresh();
        return;
      case 'zoom':
        return;
      case 'guide':
        this.dragGuide(gesture, screen);
        return;
      case 'press':
        if (Math.hypot(screen.x - gesture.from.x, screen.y - gesture.from.y) < dragThreshold) return;
        this.startDrag(event, null, gesture.from);
        return;
      case 'marquee':
        this.marquee(gesture, this.pagePoint(event));
        return;
      case 'drag':
        this.drag(gesture, screen, modifiersOf(event));
    }
  }

  private drag(gesture: Extract<Gesture, { kind: 'drag' }>, screen: Point, modifiers: Modifiers): void {
    const { start, grip, from, bounds } = gesture;
    const by = { x: (screen.x - from.x) / this.scale, y: (screen.y - from.y) / this.scale };
    const tolerance = stickiness / this.scale;
    const pointer = this.editor.viewport.toPage(screen);
    const frame = !grip
      ? dragMove(start, bounds, by, tolerance, modifiers)
      : grip.kind === 'resize'
        ? dragResize(start, grip.name, by, tolerance, modifiers)
        : grip.kind === 'rotate'
          ? dragRotate(start, pointer, modifiers)
          : dragEnd(start, grip, pointer, modifiers);
    gesture.last = frame;
    this.scene.preview(frame.nodes);
    const { guides, measures, label } = frame;
    this.overlay.show({ ...emptyOverlay, frame: frame.frame, guides, measures, label });
  }

  private dragGuide(gesture: Extract<Gesture, { kind: 'guide' }>, screen: Point): void {
    const { body } = this.editor.store.snapshot();
    const { axis, id } = gesture.guide;
    gesture.moved = true;
    gesture.at = Math.round(this.editor.viewport.toPage(screen)[axis]);
    this.host.style.cursor = axis === 'x' ? 'ew-resize' : 'ns-resize';
    this.overlay.setSetup(moveGuide(body, id, gesture.at).body, viewOptions());
    const toScreen = this.editor.viewport.toPage({ x: screen.x + 24, y: screen.y + 12 });
    this.overlay.show({
      ...emptyOverlay,
      frame: null,
      tag: { words: `${gesture.at}`, at: toScreen },
    });
  }

  /** Back over the ruler, or out of the table: the guide goes. */
  private dropGuide({ guide, at, moved }: Extract<Gesture, { kind: 'guide' }>, screen: Point): void {
    const { store } = this.editor;
    const { body } = store.snapshot();
    if (!moved) return;
    const edge = guide.axis === 'x' ? screen.x : screen.y;
    const size = guide.axis === 'x' ? this.host.clientWidth : this.host.clientHeight;
    const outside = edge < (viewOptions().rulers ? rulerSize : 0) || edge > size;
    store.apply(outside ? removeGuide(body, guide.id) : moveGuide(body, guide.id, at));
  }

  private marquee(gesture: Extract<Gesture, { kind: 'marquee' }>, to: Point): void {
    const { store } = this.editor;
    const { body, pageId } = store.snapshot();
    const area = {
      x: Math.min(gesture.from.x, to.x),
      y: Math.min(gesture.from.y, to.y),
      width: Math.abs(to.x - gesture.from.x),
      height: Math.abs(to.y - gesture.from.y),
    };
    const found = new Set([...gesture.before, ...pickWithin(body, pageId, area, null)]);
    const { selection } = store.snapshot();
    if (found.size !== selection.length || selection.some((id) => !found.has(id))) store.select([...found]);
    this.overlay.show({
      ...emptyOverlay,
      marquee: area,
      outlines: [...found].flatMap((id) => selectionBox(body, [id]) ?? []),
    });
  }

  private hover(event: PointerEvent): void {
    const { body, pageId, scope } = this.editor.store.snapshot();
    const { name } = this.editor.tool.snapshot();
    if (this.panning) return;
    if (name !== 'select') {
      this.host.style.cursor = name === 'zoom' && event.altKey ? 'zoom-out' : this.restingCursor();
      if (name === 'pen') {
        this.pen.move(event, (each) => this.pagePoint(each));
        this.refresh();
      }
      return;
    }
    if (this.path.isOn) {
      this.host.style.cursor = this.path.cursorAt(this.pagePoint(event));
      return;
    }
    const screen = this.screenPoint(event);
    const grip = gripAt(this.grips(), screen, (at) => this.editor.viewport.toScreen(at));
    const guide = grip ? null : this.guideAt(screen);
    const picked =
      grip || guide ? null : pickAt(body, pageId, this.pagePoint(event), thinMargin / this.scale, scope);
    this.host.style.cursor = grip
      ? cursorOf(grip)
      : guide
        ? guide.axis === 'x'
          ? 'ew-resize'
          : 'ns-resize'
        : picked
          ? 'move'
          : '';
    const hovered = picked?.id ?? null;
    const measuring = event.altKey;
    if (hovered === this.hovered && measuring === this.measuring) return;
    this.hovered = hovered;
    this.measuring = measuring;
    this.refresh();
  }

  leave(): void {
    if (this.hovered === null) return;
    this.hovered = null;
    this.refresh();
  }

  up(event: PointerEvent): void {
    if (event.pointerType === 'touch' && this.pinch.up(event.pointerId)) return;
    const { gesture } = this;
    this.gesture = null;
    if (!gesture) return;
    const { store } = this.editor;
    if (gesture.kind === 'pan') this.host.style.cursor = this.restingCursor();
    if (gesture.kind === 'pen') this.pen.up();
    if (gesture.kind === 'path') this.path.up();
    if (gesture.kind === 'zoom') this.editor.viewport.zoomBy(gesture.out ? 1 / 1.5 : 1.5, gesture.from);
    if (gesture.kind === 'guide') this.dropGuide(gesture, this.screenPoint(event));
    if (gesture.kind === 'press' && gesture.wasSelected && !event.shiftKey) store.select([gesture.id]);
    if (gesture.kind === 'drag') this.commit(gesture);
    this.onBusy(false);
    this.refresh();
  }

  private commit({ start, copy, last }: Extract<Gesture, { kind: 'drag' }>): void {
    const { store } = this.editor;
    if (!last) {
      this.resync();
      return;
    }
    const changed = updateNodes(start.body, fieldsOf(last.nodes.map(roundLayer)));
    store.apply(copy ? joinEdits(copy, changed) : changed, { select: start.ids });
  }

  private resync(): void {
    const { body, pageId } = this.editor.store.snapshot();
    this.scene.sync(body, pageId);
  }

  /** Escape during a gesture: everything as before. Answers whether there was one. */
  cancel(): boolean {
    const { gesture } = this;
    if (!gesture) return false;
    this.gesture = null;
    if (gesture.kind === 'marquee') this.editor.store.select(gesture.before);
    if (gesture.kind === 'drag') this.resync();
    if (gesture.kind === 'path') this.path.cancel();
    if (gesture.kind === 'pan') this.host.style.cursor = this.restingCursor();
    this.onBusy(false);
    this.refresh();
    return true;
  }

  /** The browser took a pointer away, for a gesture of its own. */
  lost(event: PointerEvent): void {
    this.pinch.up(event.pointerId);
    this.cancel();
  }

  /** Keys of the pen and of points, before any action has them. Answers whether the key was theirs. */
  key(event: KeyboardEvent): boolean {
    const { tool } = this.editor;
    const taken = this.takes(event.key);
    if (taken) {
      this.host.style.cursor = this.restingCursor();
      this.refresh();
      return true;
    }
    return event.key === 'Escape' && tool.putDown();
  }

  private takes(key: string): boolean {
    if (key === 'Enter' && this.path.isOn) {
      this.editor.tool.editPath(null);
      return true;
    }
    if (key === 'Enter' || key === 'Escape') return this.pen.finish();
    if (key !== 'Delete' && key !== 'Backspace') return false;
    return this.path.isOn ? this.path.removePoint() : this.pen.stepBack();
  }

  /** Into a group, or into a text. */
  doubleClick(event: MouseEvent): void {
    const { store } = this.editor;
    const { body, pageId, scope, readOnly } = store.snapshot();
    if (this.editor.tool.snapshot().name !== 'select') return;
    if (this.path.isOn) {
      this.path.toggle(this.pagePoint(event));
      this.refresh();
      return;
    }
    const picked = pickAt(body, pageId, this.pagePoint(event), thinMargin / this.scale, scope);
    if (!picked) return;
    if (picked.id !== picked.leaf.id) {
      const inner = chosenFor(body, picked.leaf, picked.id);
      store.enter(picked.id, inner === null ? [] : [inner]);
    } else if (readOnly || keeps(body, picked.leaf.id, 'content')) return;
    else if (picked.leaf.type === 'text') store.edit(picked.leaf.id);
    else if (picked.leaf.type === 'image' && picked.leaf.assetId !== '') store.crop(picked.leaf.id);
    else if (picked.leaf.type === 'path' && !keeps(body, picked.leaf.id, 'place'))
      this.editor.tool.editPath(picked.leaf.id);
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) {
      const step = event.deltaMode === 0 ? event.deltaY : event.deltaY * 16;
      // A pinch comes in steps of a few px, a notch of a wheel in one of a hundred and more.
      const factor = Math.exp(-Math.max(-40, Math.min(40, step)) / 100);
      this.editor.viewport.zoomBy(factor, this.screenPoint(event));
    } else if (event.shiftKey) this.editor.viewport.panBy(-(event.deltaY || event.deltaX), 0);
    else this.editor.viewport.panBy(-event.deltaX, -event.deltaY);
  }
}
