import type { Point } from '#shared/design/geometry.ts';
import { boundsOf, boundsOfNode } from '#shared/design/geometry.ts';
import type { Measure } from '#shared/design/snapping.ts';
import { measuresBetween } from '#shared/design/snapping.ts';
import type { Editor } from '../session/editor.ts';
import { selectionBox } from '../session/layer-boxes.ts';
import { viewOptions } from '../session/view-options.ts';
import type { Grip } from './grips.ts';
import { cursorOf, gripAt, gripsFor } from './grips.ts';
import { guideAt, guideCursor } from './guide-drag.ts';
import type { Overlay } from './overlay.ts';
import { emptyOverlay } from './overlay.ts';
import type { PathEditing } from './path-editing.ts';
import type { PenTool } from './pen-tool.ts';
import { pickAt } from './picking.ts';

/** CSS px within which thin lines are caught. */
const thinMargin = 5;

/** What lies under the pointer and over the page while no gesture is under way. */
export class Resting {
  private hovered: string | null = null;
  /** Alt is held: the distances from the selection to what is under the pointer are shown. */
  private measuring = false;
  private readonly editor: Editor;
  private readonly overlay: Overlay;
  private readonly pen: PenTool;
  private readonly path: PathEditing;

  constructor(editor: Editor, overlay: Overlay, pen: PenTool, path: PathEditing) {
    this.editor = editor;
    this.overlay = overlay;
    this.pen = pen;
    this.path = path;
  }

  /** The layer at a point of the page, as a click would choose it. */
  pick(point: Point): ReturnType<typeof pickAt> {
    const { store, viewport } = this.editor;
    const { body, pageId, scope, selection } = store.snapshot();
    return pickAt(body, pageId, point, thinMargin / viewport.snapshot().scale, scope, selection);
  }

  private grips(): Grip[] {
    const { store, tool, viewport } = this.editor;
    const { body, selection, editing, readOnly } = store.snapshot();
    if (readOnly || editing !== null || tool.snapshot().name !== 'select' || this.path.isOn) return [];
    return gripsFor(body, selection, viewport.snapshot().scale);
  }

  /** The handle of the selection at a point of the screen. */
  gripUnder(screen: Point): Grip | null {
    return gripAt(this.grips(), screen, (at) => this.editor.viewport.toScreen(at));
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
    this.show();
  }

  /** Draws what lies over the page. */
  show(): void {
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

  /** The pointer came to a place; answers its cursor there. `measuring`: Alt is held. */
  hover(screen: Point, point: Point, measuring: boolean): string {
    const grip = this.gripUnder(screen);
    const guide = grip ? null : guideAt(this.editor, screen);
    const picked = grip || guide ? null : this.pick(point);
    const hovered = picked?.id ?? null;
    if (hovered !== this.hovered || measuring !== this.measuring) {
      this.hovered = hovered;
      this.measuring = measuring;
      this.show();
    }
    return grip ? cursorOf(grip) : guide ? guideCursor(guide) : picked ? 'move' : '';
  }

  leave(): void {
    if (this.hovered === null) return;
    this.hovered = null;
    this.show();
  }
}
