import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import type { Canvas2D, Rectangle } from '#shared/design/draw/canvas.ts';
import { paintedBounds } from '#shared/design/draw/effects.ts';
import { drawBackground, drawNode } from '#shared/design/draw/page.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { PaintedNode } from '#shared/design/tree.ts';
import { paintOrder } from '#shared/design/tree.ts';
import type { Pictures } from '../session/pictures.ts';
import type { View } from '../session/viewport.ts';
import { areaShowing, changedArea, overlap } from './changed-area.ts';

/** One canvas of the stage with the layers of the page that lie on it. */
interface Sheet {
  layer: Layer;
  painted: readonly PaintedNode[];
  /** The paper lies on this sheet. */
  paper: boolean;
  /** What must be painted anew: a part of the page in design px, everything, or nothing. */
  stale: Rectangle | 'all' | null;
}

/**
 * The painted page on three sheets of a Konva stage. At rest everything lies on the lowest; a gesture lifts
 * what moves (and what lies between) to the middle one and what lies over it to the upper one, so that a
 * frame of the gesture paints the middle sheet only. After a change only the part of the page that changed
 * is painted anew. Layers are drawn by the shared `drawNode`, as in every export.
 */
export class Scene {
  readonly stage: Stage;
  private readonly below = this.makeSheet(true);
  private readonly active = this.makeSheet(false);
  private readonly above = this.makeSheet(false);
  private readonly pictures: Pictures;
  private body: DesignBody | null = null;
  private pageId = '';
  private order: readonly PaintedNode[] = [];
  /** Layers as a gesture would leave them. */
  private moved = new Map<string, DesignNode>();
  private split = false;
  private view: View = { scale: 1, x: 0, y: 0 };

  constructor(container: HTMLDivElement, pictures: Pictures) {
    this.pictures = pictures;
    this.stage = new Stage({ container, width: 1, height: 1, listening: false });
    this.stage.add(this.below.layer, this.active.layer, this.above.layer);
  }

  private get sheets(): Sheet[] {
    return [this.below, this.active, this.above];
  }

  private makeSheet(paper: boolean): Sheet {
    // Only the stale part is cleared, by `paint` itself.
    const layer = new Layer({ listening: false, clearBeforeDraw: false });
    const sheet: Sheet = { layer, painted: [], paper, stale: 'all' };
    const shape = new Shape({ listening: false, perfectDrawEnabled: false });
    shape.sceneFunc((context) => this.paint(sheet, context._context));
    layer.add(shape);
    return sheet;
  }

  setSize(width: number, height: number): void {
    this.stage.size({ width, height });
    this.redraw();
  }

  setView(view: View): void {
    const ratio = this.below.layer.getCanvas().getPixelRatio();
    // On whole px of the screen the window shows the same pixels as an export at this scale.
    const whole = (value: number): number => Math.round(value * ratio) / ratio;
    this.view = { scale: view.scale, x: whole(view.x), y: whole(view.y) };
    this.redraw();
  }

  /** Shows a page as it is in the document; only what differs from before is painted. */
  sync(body: DesignBody, pageId: string): void {
    const before = this.body;
    const shown = paintOrder(body, pageId);
    const same =
      before !== null &&
      !this.split &&
      pageId === this.pageId &&
      before.width === body.width &&
      before.height === body.height &&
      before.pages[pageId] === body.pages[pageId];
    const area = same ? changedArea(this.order, shown) : 'all';
    this.body = body;
    this.pageId = pageId;
    this.order = shown;
    this.moved.clear();
    this.below.painted = shown;
    if (this.split) {
      this.split = false;
      this.active.paper = false;
      for (const sheet of [this.active, this.above]) {
        sheet.painted = [];
        this.spoil(sheet, 'all');
      }
    }
    this.spoil(this.below, area);
  }

  redraw(): void {
    for (const sheet of this.sheets) this.spoil(sheet, 'all');
  }

  private spoil(sheet: Sheet, area: Rectangle | 'all' | null): void {
    if (area === null) return;
    if (area === 'all' || sheet.stale === 'all') sheet.stale = 'all';
    else if (sheet.stale === null) sheet.stale = area;
    else {
      const x = Math.min(sheet.stale.x, area.x);
      const y = Math.min(sheet.stale.y, area.y);
      const right = Math.max(sheet.stale.x + sheet.stale.width, area.x + area.width);
      const bottom = Math.max(sheet.stale.y + sheet.stale.height, area.y + area.height);
      sheet.stale = { x, y, width: right - x, height: bottom - y };
    }
    sheet.layer.batchDraw();
  }

  /** Begins a gesture over some layers. */
  lift(ids: ReadonlySet<string>): void {
    const moves = ({ node, masks }: PaintedNode): boolean =>
      ids.has(node.id) || masks.some((mask) => ids.has(mask.id));
    const first = this.order.findIndex(moves);
    let last = this.order.findLastIndex(moves);
    if (first < 0) return;
    const blends = ({ node }: PaintedNode): boolean => (node.blend ?? 'normal') !== 'normal';
    // What blends with the layers below it can only do so on one sheet with them.
    const lastBlending = this.order.findLastIndex(blends);
    const alone = lastBlending >= first;
    if (alone) last = Math.max(last, lastBlending);
    const from = alone ? 0 : first;
    this.below.painted = this.order.slice(0, from);
    this.active.painted = this.order.slice(from, last + 1);
    this.above.painted = this.order.slice(last + 1);
    this.active.paper = alone;
    this.split = true;
    this.redraw();
  }

  /** Shows layers as a gesture would leave them; nothing of the document changes. */
  preview(nodes: readonly DesignNode[]): void {
    const sheet = this.split ? this.active : this.below;
    for (const node of nodes) {
      const before = this.moved.get(node.id) ?? this.body?.nodes[node.id];
      this.moved.set(node.id, node);
      // Where it was and where it is now; one that was not there yet has only that.
      if (before) this.spoil(sheet, paintedBounds(before));
      this.spoil(sheet, paintedBounds(node));
    }
  }

  /** A picture has come: what shows it is painted anew, or everything for ''. */
  refreshPicture(assetId: string): void {
    if (assetId === '') {
      this.redraw();
      return;
    }
    const background = this.body?.pages[this.pageId]?.background;
    for (const sheet of this.sheets) {
      const paper = sheet.paper && typeof background === 'object';
      this.spoil(sheet, paper ? 'all' : areaShowing(sheet.painted, assetId, (node) => this.now(node)));
    }
  }

  private now(node: DesignNode): DesignNode {
    return this.moved.get(node.id) ?? node;
  }

  private paint(sheet: Sheet, context: CanvasRenderingContext2D): void {
    const { body, view } = this;
    const { stale } = sheet;
    sheet.stale = null;
    const page = body?.pages[this.pageId];
    const { width, height } = context.canvas;
    const ratio = sheet.layer.getCanvas().getPixelRatio();
    const scale = view.scale * ratio;
    const left = view.x * ratio;
    const top = view.y * ratio;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (stale === null || stale === 'all' || !body) context.clearRect(0, 0, width, height);
    else {
      const x = Math.floor(stale.x * scale + left) - 1;
      const y = Math.floor(stale.y * scale + top) - 1;
      const right = Math.ceil((stale.x + stale.width) * scale + left) + 1;
      const bottom = Math.ceil((stale.y + stale.height) * scale + top) + 1;
      context.beginPath();
      context.rect(x, y, right - x, bottom - y);
      context.clip();
      context.clearRect(x, y, right - x, bottom - y);
    }
    if (body && page) {
      context.translate(left, top);
      context.scale(scale, scale);
      context.beginPath();
      context.rect(0, 0, body.width, body.height);
      context.clip();
      const seen = { x: -left / scale, y: -top / scale, width: width / scale, height: height / scale };
      this.pictures.scale = scale;
      this.pictures.visible = stale === null || stale === 'all' ? seen : overlap(seen, stale);
      const plain = context as unknown as Canvas2D;
      if (sheet.paper) drawBackground(plain, body, page, this.pictures.environment);
      this.paintLayers(sheet.painted, plain);
    }
    context.restore();
  }

  private paintLayers(painted: readonly PaintedNode[], context: Canvas2D): void {
    const { environment, visible, surfaces } = this.pictures;
    for (const { node, opacity, masks } of painted) {
      const shown = this.now(node);
      const box = paintedBounds(shown);
      const outside =
        box.x > visible.x + visible.width ||
        box.y > visible.y + visible.height ||
        box.x + box.width < visible.x ||
        box.y + box.height < visible.y;
      if (outside) continue;
      drawNode(
        context,
        shown,
        opacity,
        environment,
        masks.length === 0 ? masks : masks.map((mask) => this.now(mask)),
      );
      surfaces.release();
    }
  }

  destroy(): void {
    this.stage.destroy();
  }
}
