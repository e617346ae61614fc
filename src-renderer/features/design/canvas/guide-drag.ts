import type { Point } from '#shared/design/geometry.ts';
import type { GuideLine } from '#shared/design/schema.ts';
import type { Editor } from '../session/editor.ts';
import { moveGuide, removeGuide } from '../session/setup-edits.ts';
import { viewOptions } from '../session/view-options.ts';
import type { Overlay } from './overlay.ts';
import { emptyOverlay } from './overlay.ts';

/** CSS px within which a guide is caught, and from the edge of the table where letting go takes it away. */
const guideReach = 3;
export const rulerSize = 20;

/** The cursor over a guide: it moves across itself. */
export function guideCursor({ axis }: GuideLine): string {
  return axis === 'x' ? 'ew-resize' : 'ns-resize';
}

/** The guide under a point of the screen, while guides are shown. */
export function guideAt({ store, viewport }: Editor, screen: Point): GuideLine | null {
  const { body } = store.snapshot();
  if (!viewOptions().guides) return null;
  const { x, y, scale } = viewport.snapshot();
  const away = (guide: GuideLine): number =>
    guide.axis === 'x'
      ? Math.abs(guide.at * scale + x - screen.x)
      : Math.abs(guide.at * scale + y - screen.y);
  return (body.guides ?? []).find((guide) => away(guide) <= guideReach) ?? null;
}

/** A guide on its way to another place, or out of the table. */
export class GuideDrag {
  private at: number;
  private moved = false;
  private readonly guide: GuideLine;
  private readonly editor: Editor;
  private readonly overlay: Overlay;

  constructor(guide: GuideLine, editor: Editor, overlay: Overlay) {
    this.guide = guide;
    this.at = guide.at;
    this.editor = editor;
    this.overlay = overlay;
  }

  move(screen: Point): void {
    const { store, viewport } = this.editor;
    this.moved = true;
    this.at = Math.round(viewport.toPage(screen)[this.guide.axis]);
    this.overlay.setSetup(moveGuide(store.snapshot().body, this.guide.id, this.at).body, viewOptions());
    const beside = viewport.toPage({ x: screen.x + 24, y: screen.y + 12 });
    this.overlay.show({ ...emptyOverlay, frame: null, tag: { words: `${this.at}`, at: beside } });
  }

  /** Back over the ruler, or out of the table (CSS px): the guide goes. */
  drop(screen: Point, table: { width: number; height: number }): void {
    if (!this.moved) return;
    const { store } = this.editor;
    const { body } = store.snapshot();
    const [edge, size] = this.guide.axis === 'x' ? [screen.x, table.width] : [screen.y, table.height];
    const outside = edge < (viewOptions().rulers ? rulerSize : 0) || edge > size;
    store.apply(outside ? removeGuide(body, this.guide.id) : moveGuide(body, this.guide.id, this.at));
  }
}
