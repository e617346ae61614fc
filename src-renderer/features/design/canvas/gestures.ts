import type { Point } from '#shared/design/geometry.ts';
import type { Editor } from '../session/editor.ts';
import { keeps } from '../session/locks.ts';
import type { Modifiers } from './drags.ts';
import type { Grip } from './grips.ts';
import { GuideDrag, guideAt, guideCursor } from './guide-drag.ts';
import { LayerDrag } from './layer-drag.ts';
import type { Overlay } from './overlay.ts';
import { chooseWithin } from './marquee.ts';
import { PathEditing } from './path-editing.ts';
import { PenTool } from './pen-tool.ts';
import { Pinch } from './pinch.ts';
import { chosenFor } from './picking.ts';
import { Resting } from './resting.ts';
import type { Scene } from './scene.ts';

/** CSS px before a press becomes a drag. */
const dragThreshold = 3;

type Gesture =
  | { kind: 'press'; from: Point; id: string; wasSelected: boolean }
  | { kind: 'marquee'; from: Point; before: readonly string[] }
  | { kind: 'pan'; last: Point }
  | { kind: 'pen' }
  | { kind: 'path' }
  | { kind: 'zoom'; from: Point; out: boolean }
  | { kind: 'guide'; guide: GuideDrag }
  | { kind: 'drag'; drag: LayerDrag };

function modifiersOf(event: PointerEvent): Modifiers {
  return { shift: event.shiftKey, alt: event.altKey, free: event.ctrlKey || event.metaKey };
}

/** What the pointer does on the canvas. A gesture writes to the scene only; its end is one step of undo. */
export class Gestures {
  private gesture: Gesture | null = null;
  /** Space is held: the pointer moves the table. */
  private panning = false;
  private readonly pinch = new Pinch();
  readonly pen: PenTool;
  readonly path: PathEditing;
  private readonly resting: Resting;
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
    this.resting = new Resting(editor, overlay, this.pen, this.path);
  }

  private screenPoint(event: { clientX: number; clientY: number }): Point {
    const frame = this.host.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  }

  private pagePoint(event: { clientX: number; clientY: number }): Point {
    return this.editor.viewport.toPage(this.screenPoint(event));
  }

  private get table(): { width: number; height: number } {
    return { width: this.host.clientWidth, height: this.host.clientHeight };
  }

  setMeasuring(measuring: boolean): void {
    this.resting.setMeasuring(measuring);
  }

  /** Redraws what lies over the page at rest. */
  refresh(): void {
    if (this.gesture?.kind === 'drag' || this.gesture?.kind === 'marquee') return;
    this.resting.show();
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

  down(event: PointerEvent): void {
    const { store } = this.editor;
    const { body, selection, scope, readOnly } = store.snapshot();
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
      const picked = this.resting.pick(point);
      if (picked && !selection.includes(picked.id)) store.select([picked.id]);
      else if (!picked) store.enter(null, []);
      return;
    }
    if (event.button !== 0) return;
    const grip = this.resting.gripUnder(this.screenPoint(event));
    if (grip) {
      this.startDrag(event, grip, null);
      return;
    }
    const guide = readOnly ? null : guideAt(this.editor, this.screenPoint(event));
    if (guide) {
      this.host.style.cursor = guideCursor(guide);
      this.begin({ kind: 'guide', guide: new GuideDrag(guide, this.editor, this.overlay) }, event);
      return;
    }
    const picked = this.resting.pick(point);
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

  private startDrag(event: PointerEvent, grip: Grip | null, from: Point | null): void {
    const drag = LayerDrag.begin(
      this.editor,
      this.scene,
      grip,
      from ?? this.screenPoint(event),
      event.altKey,
    );
    if (!drag) return;
    this.begin({ kind: 'drag', drag }, event);
    this.onBusy(true);
  }

  private begin(gesture: Gesture, event: PointerEvent): void {
    this.gesture = gesture;
    this.host.setPointerCapture(event.pointerId);
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
        gesture.guide.move(screen);
        return;
      case 'press':
        if (Math.hypot(screen.x - gesture.from.x, screen.y - gesture.from.y) < dragThreshold) return;
        this.startDrag(event, null, gesture.from);
        return;
      case 'marquee':
        chooseWithin(this.editor.store, this.overlay, gesture.from, this.pagePoint(event), gesture.before);
        return;
      case 'drag':
        gesture.drag.move(screen, modifiersOf(event), this.scene, this.overlay);
    }
  }

  private hover(event: PointerEvent): void {
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
    const { altKey } = event;
    this.host.style.cursor = this.resting.hover(this.screenPoint(event), this.pagePoint(event), altKey);
  }

  leave(): void {
    this.resting.leave();
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
    if (gesture.kind === 'guide') gesture.guide.drop(this.screenPoint(event), this.table);
    if (gesture.kind === 'press' && gesture.wasSelected && !event.shiftKey) store.select([gesture.id]);
    if (gesture.kind === 'drag' && !gesture.drag.commit()) this.resync();
    this.onBusy(false);
    this.refresh();
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
    const { body, readOnly } = store.snapshot();
    if (this.editor.tool.snapshot().name !== 'select') return;
    if (this.path.isOn) {
      this.path.toggle(this.pagePoint(event));
      this.refresh();
      return;
    }
    const picked = this.resting.pick(this.pagePoint(event));
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
