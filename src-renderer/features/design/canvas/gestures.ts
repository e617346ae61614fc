import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { Point } from '#shared/design/geometry.ts';
import { boundsOf, unionOf } from '#shared/design/geometry.ts';
import type { Edit } from '#shared/design/operations.ts';
import { duplicateNodes, updateNodes } from '#shared/design/operations.ts';
import { newId } from '#shared/domain/id.ts';
import type { Editor } from '../session/editor.ts';
import { joinEdits } from '../session/editor-store.ts';
import { selectionBox } from '../session/layer-boxes.ts';
import { fieldsOf, roundLayer } from '../session/transforms.ts';
import type { DragFrame, DragStart, Modifiers } from './drags.ts';
import { dragEnd, dragMove, dragResize, dragRotate, dragStart } from './drags.ts';
import type { Grip } from './grips.ts';
import { cursorOf, gripAt, gripsFor } from './grips.ts';
import type { Overlay } from './overlay.ts';
import { emptyOverlay } from './overlay.ts';
import { chosenFor, neighbours, pickAt, pickWithin } from './picking.ts';
import type { Scene } from './scene.ts';

/** CSS px: before a press becomes a drag, within which things stick, and how far thin lines are caught. */
const dragThreshold = 3;
const stickiness = 6;
const thinMargin = 5;

type Gesture =
  | { kind: 'press'; from: Point; id: string; wasSelected: boolean }
  | { kind: 'marquee'; from: Point; before: readonly string[] }
  | { kind: 'pan'; last: Point }
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
    return readOnly || editing !== null ? [] : gripsFor(body, selection, this.scale);
  }

  /** Redraws what lies over the page at rest. */
  refresh(): void {
    if (this.gesture?.kind === 'drag' || this.gesture?.kind === 'marquee') return;
    const { body, selection, editing } = this.editor.store.snapshot();
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
    });
  }

  setPanning(panning: boolean): void {
    this.panning = panning;
    this.host.style.cursor = panning ? 'grab' : '';
  }

  down(event: PointerEvent): void {
    const { store } = this.editor;
    const { body, pageId, selection, scope, readOnly } = store.snapshot();
    if (event.button === 1 || (event.button === 0 && this.panning)) {
      event.preventDefault();
      this.begin({ kind: 'pan', last: this.screenPoint(event) }, event);
      this.host.style.cursor = 'grabbing';
      return;
    }
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
    const picked = pickAt(body, pageId, point, thinMargin / this.scale, scope);
    if (!picked) {
      if (!event.shiftKey) store.enter(null, []);
      this.begin({ kind: 'marquee', from: point, before: event.shiftKey ? selection : [] }, event);
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
      const fresh: string[] = [];
      copy = duplicateNodes(body, selection, newId, { x: 0, y: 0 });
      for (const change of copy.patch) {
        if (change.table === 'nodes' && change.value && change.value.parentId === null) fresh.push(change.id);
        else if (change.table === 'nodes' && change.value) {
          if (body.nodes[change.value.parentId ?? '']) fresh.push(change.id);
        }
      }
      ids = fresh;
    }
    const source = copy?.body ?? body;
    const moving = new Set(ids);
    const start = dragStart(source, ids, neighbours(source, pageId, moving));
    const bounds = start && unionOf(start.leaves.map(boundsOf));
    if (!start || !bounds || start.leaves.some((leaf) => leaf.locked)) return;
    if (ids.some((id) => source.nodes[id]?.locked)) return;
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
    if (!gesture) {
      this.hover(event);
      return;
    }
    switch (gesture.kind) {
      case 'pan':
        this.editor.viewport.panBy(screen.x - gesture.last.x, screen.y - gesture.last.y);
        gesture.last = screen;
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
    this.overlay.show({ ...emptyOverlay, frame: frame.frame, guides: frame.guides, label: frame.label });
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
    if (this.panning) return;
    const grip = gripAt(this.grips(), this.screenPoint(event), (at) => this.editor.viewport.toScreen(at));
    const picked = grip ? null : pickAt(body, pageId, this.pagePoint(event), thinMargin / this.scale, scope);
    this.host.style.cursor = grip ? cursorOf(grip) : picked ? 'move' : '';
    const hovered = picked?.id ?? null;
    if (hovered === this.hovered) return;
    this.hovered = hovered;
    this.refresh();
  }

  leave(): void {
    if (this.hovered === null) return;
    this.hovered = null;
    this.refresh();
  }

  up(event: PointerEvent): void {
    const { gesture } = this;
    this.gesture = null;
    if (!gesture) return;
    const { store } = this.editor;
    if (gesture.kind === 'pan') this.host.style.cursor = this.panning ? 'grab' : '';
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
    this.onBusy(false);
    this.refresh();
    return true;
  }

  /** Into a group, or into a text. */
  doubleClick(event: MouseEvent): void {
    const { store } = this.editor;
    const { body, pageId, scope, readOnly } = store.snapshot();
    const picked = pickAt(body, pageId, this.pagePoint(event), thinMargin / this.scale, scope);
    if (!picked) return;
    if (picked.id !== picked.leaf.id) {
      const inner = chosenFor(body, picked.leaf, picked.id);
      store.enter(picked.id, inner === null ? [] : [inner]);
    } else if (picked.leaf.type === 'text' && !readOnly) store.edit(picked.leaf.id);
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
