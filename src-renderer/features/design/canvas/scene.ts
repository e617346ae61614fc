import { Group } from 'konva/lib/Group.js';
import { Layer } from 'konva/lib/Layer.js';
import { Shape } from 'konva/lib/Shape.js';
import { Stage } from 'konva/lib/Stage.js';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { drawBackground, drawInOwnBox } from '#shared/design/draw/page.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';
import type { Pictures } from '../session/pictures.ts';
import type { View } from '../session/viewport.ts';

/** A layer on the canvas: Konva places it, the shared draw function paints it. */
interface Painted {
  shape: Shape;
  node: DesignNode;
}

interface Sheet {
  layer: Layer;
  page: Group;
}

function makeSheet(): Sheet {
  const layer = new Layer({ listening: false });
  const page = new Group({ listening: false });
  layer.add(page);
  return { layer, page };
}

/**
 * The painted page as Konva nodes on three sheets. At rest everything lies on the lowest; a gesture lifts
 * what moves (and what lies between) to the middle one and what lies over it to the upper one, so that a
 * frame of the gesture repaints the middle sheet only.
 */
export class Scene {
  readonly stage: Stage;
  private readonly below = makeSheet();
  private readonly active = makeSheet();
  private readonly above = makeSheet();
  private readonly paper = new Shape({ listening: false, perfectDrawEnabled: false });
  private shown: { body: DesignBody; pageId: string } | null = null;
  private readonly painted = new Map<string, Painted>();
  private order: string[] = [];
  private split = false;

  private readonly pictures: Pictures;

  constructor(container: HTMLDivElement, pictures: Pictures) {
    this.pictures = pictures;
    this.stage = new Stage({ container, width: 1, height: 1, listening: false });
    this.paper.sceneFunc((context) => {
      const page = this.shown?.body.pages[this.shown.pageId];
      const plain = context._context as unknown as Canvas2D;
      if (this.shown && page) drawBackground(plain, this.shown.body, page, this.pictures.environment);
    });
    this.below.page.add(this.paper);
    this.stage.add(this.below.layer, this.active.layer, this.above.layer);
  }

  private get sheets(): Sheet[] {
    return [this.below, this.active, this.above];
  }

  setSize(width: number, height: number): void {
    this.stage.size({ width, height });
  }

  setView(view: View): void {
    for (const { layer } of this.sheets) {
      layer.setAttrs({ x: view.x, y: view.y, scaleX: view.scale, scaleY: view.scale });
      layer.batchDraw();
    }
  }

  private makeShape(node: DesignNode): Painted {
    const shape = new Shape({ listening: false, perfectDrawEnabled: false });
    const painted: Painted = { shape, node };
    shape.sceneFunc((context) => {
      // Konva has moved, turned and faded the context; the shared function draws in the layer's own box.
      const plain = context._context as unknown as Canvas2D;
      drawInOwnBox(plain, painted.node, this.pictures.environment);
    });
    return painted;
  }

  private place({ shape }: Painted, node: DesignNode): void {
    shape.setAttrs({
      x: node.x + node.width / 2,
      y: node.y + node.height / 2,
      offsetX: node.width / 2,
      offsetY: node.height / 2,
      rotation: node.rotation,
    });
  }

  /** Shows a page as it is in the document. */
  sync(body: DesignBody, pageId: string): void {
    this.shown = { body, pageId };
    const shown = paintOrder(body, pageId);
    const ids = new Set(shown.map(({ node }) => node.id));
    for (const [id, { shape }] of this.painted) {
      if (ids.has(id)) continue;
      shape.destroy();
      this.painted.delete(id);
    }
    this.join();
    for (const { node, opacity } of shown) {
      const painted = this.painted.get(node.id) ?? this.makeShape(node);
      this.painted.set(node.id, painted);
      painted.node = node;
      this.place(painted, node);
      painted.shape.opacity(opacity);
    }
    const order = shown.map(({ node }) => node.id);
    if (order.length !== this.order.length || order.some((id, index) => id !== this.order[index])) {
      for (const id of order) {
        const shape = this.painted.get(id)?.shape;
        shape?.remove();
        if (shape) this.below.page.add(shape);
      }
    }
    this.order = order;
    for (const sheet of this.sheets) sheet.page.clip({ x: 0, y: 0, width: body.width, height: body.height });
    this.redraw();
  }

  redraw(): void {
    for (const { layer } of this.sheets) layer.batchDraw();
  }

  /** Begins a gesture over some layers. */
  lift(ids: ReadonlySet<string>): void {
    this.join();
    const first = this.order.findIndex((id) => ids.has(id));
    const last = this.order.findLastIndex((id) => ids.has(id));
    if (first < 0) return;
    for (const [index, id] of this.order.entries()) {
      if (index < first) continue;
      const shape = this.painted.get(id)?.shape;
      if (shape) shape.moveTo(index <= last ? this.active.page : this.above.page);
    }
    this.split = true;
    this.redraw();
  }

  /** Ends a gesture: everything back on the lowest sheet. */
  private join(): void {
    if (!this.split) return;
    this.split = false;
    for (const id of this.order) {
      const shape = this.painted.get(id)?.shape;
      if (shape && shape.getParent() !== this.below.page) shape.moveTo(this.below.page);
    }
  }

  /** Shows layers as a gesture would leave them; nothing of the document changes. */
  preview(nodes: readonly DesignNode[]): void {
    for (const node of nodes) {
      const painted = this.painted.get(node.id);
      if (!painted) continue;
      const { width, height } = painted.node;
      const sameInk = node.width === width && node.height === height && node.type !== 'line';
      const sameText =
        node.type !== 'text' || painted.node.type !== 'text' || node.fontSize === painted.node.fontSize;
      if (!sameInk || !sameText) painted.node = node;
      this.place(painted, node);
    }
    this.active.layer.batchDraw();
  }

  destroy(): void {
    this.stage.destroy();
  }
}
