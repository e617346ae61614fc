import type { Point } from '#shared/design/geometry.ts';
import type { PenPath, PenPoint } from '#shared/design/pen.ts';
import type { Editor } from '../session/editor.ts';
import type { Sample } from './path-layers.ts';
import { addPencilPath, addPenPath, outlineOf } from './path-layers.ts';
import type { PenMarks } from './pen-marks.ts';

/** CSS px: how near a press must be to the first point to close the path. */
const reach = 10;

/** Steps of 15° from a point, as shift asks for. */
function stepped(from: Point, to: Point): Point {
  const step = Math.PI / 12;
  const angle = Math.round(Math.atan2(to.y - from.y, to.x - from.x) / step) * step;
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + Math.cos(angle) * length, y: from.y + Math.sin(angle) * length };
}

/** Drawing with the pen (points and arms) or the pencil (by hand). Nothing is in the document before the end. */
export class PenTool {
  private points: PenPoint[] = [];
  private samples: Sample[] = [];
  private byPressure = false;
  private pressed = false;
  private next: Point | null = null;
  private readonly editor: Editor;

  constructor(editor: Editor) {
    this.editor = editor;
  }

  private get mode(): 'pen' | 'pencil' | null {
    const { name } = this.editor.tool.snapshot();
    return name === 'pen' || name === 'pencil' ? name : null;
  }

  marks(): PenMarks | null {
    if (this.samples.length > 1) {
      const outline = outlineOf(this.samples, 4 / this.editor.viewport.snapshot().scale, this.byPressure);
      return { paths: outline ? [{ ...outline, points: outline.points }] : [], active: null, next: null };
    }
    if (this.points.length === 0) return null;
    const path: PenPath = { points: this.points, closed: false };
    return {
      paths: [path],
      active: { path: 0, point: this.points.length - 1 },
      next: this.pressed ? null : this.next,
    };
  }

  private sample(event: PointerEvent, at: Point): void {
    this.byPressure = event.pointerType === 'pen';
    this.samples.push({ ...at, pressure: event.pressure || 0.5 });
  }

  down(event: PointerEvent, at: Point): void {
    this.pressed = true;
    if (this.mode === 'pencil') {
      this.samples = [];
      this.sample(event, at);
      return;
    }
    const [first] = this.points;
    const last = this.points.at(-1);
    const near = reach / this.editor.viewport.snapshot().scale;
    if (first && this.points.length > 1 && Math.hypot(first.x - at.x, first.y - at.y) <= near) {
      this.finish(true);
      return;
    }
    this.points.push(event.shiftKey && last ? stepped(last, at) : { ...at });
  }

  move(event: PointerEvent, toPage: (event: PointerEvent) => Point): void {
    const at = toPage(event);
    const last = this.points.at(-1);
    this.next = event.shiftKey && last && !this.pressed ? stepped(last, at) : at;
    if (!this.pressed) return;
    if (this.mode === 'pencil') {
      const all = event.getCoalescedEvents();
      for (const each of all.length > 0 ? all : [event]) this.sample(each, toPage(each));
      return;
    }
    if (!last) return;
    const far = Math.hypot(at.x - last.x, at.y - last.y) * this.editor.viewport.snapshot().scale > 3;
    if (!far) return;
    const out = event.shiftKey ? stepped(last, at) : at;
    this.points[this.points.length - 1] = {
      x: last.x,
      y: last.y,
      in: { x: 2 * last.x - out.x, y: 2 * last.y - out.y },
      out,
    };
  }

  up(): void {
    this.pressed = false;
    if (this.samples.length === 0) return;
    const { samples } = this;
    this.samples = [];
    if (samples.length > 1) addPencilPath(this.editor.store, samples, this.byPressure);
  }

  /** Takes the last point back while drawing. Answers whether there was one. */
  stepBack(): boolean {
    return this.points.pop() !== undefined;
  }

  /** Puts what was drawn on the page and the pen down. Answers whether anything was being drawn. */
  finish(closed = false): boolean {
    const points = this.points;
    this.points = [];
    this.pressed = false;
    this.next = null;
    if (points.length < 2) return points.length > 0;
    const [first] = points;
    const last = points.at(-1);
    // The arm that came out of the last point of an open path leads nowhere.
    if (!closed && last) delete last.out;
    if (!closed && first) delete first.in;
    addPenPath(this.editor.store, { points, closed });
    this.editor.tool.putDown();
    return true;
  }

  /** Forgets what was being drawn. */
  abandon(): boolean {
    const was = this.points.length > 0 || this.samples.length > 0;
    this.points = [];
    this.samples = [];
    this.pressed = false;
    this.next = null;
    return was;
  }
}
