import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { drawWithEffects } from '#shared/design/draw/effects.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { backgroundId, fillShape } from '#shared/design/draw/fill.ts';
import type { DesignBody, DesignNode, Page } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';

/*
 * One way to draw, several hosts. Every layer type has one draw function over a plain 2D context, and
 * `drawWithEffects` does the rest the same everywhere: the canvas of the window calls `drawNode` for the
 * layers that it repaints, the painter calls `drawPage`.
 */

/** Draws a layer on its page; `masks` are those of the groups around it (see `PaintedNode`). */
export function drawNode(
  context: Canvas2D,
  node: DesignNode,
  opacity: number,
  environment: DrawEnvironment,
  masks: readonly DesignNode[] = [],
): void {
  drawWithEffects(context, node, opacity, masks, environment);
}

/** Draws the paper of a page. */
export function drawBackground(
  context: Canvas2D,
  body: DesignBody,
  page: Page,
  environment: DrawEnvironment,
): void {
  const box = { x: 0, y: 0, width: body.width, height: body.height };
  fillShape(context, page.background, box, environment, backgroundId(page.id), () => {
    context.beginPath();
    context.rect(0, 0, body.width, body.height);
  });
}

/** Draws a page, in design px from (0, 0). `background` null leaves the paper out (transparent). */
export function drawPage(
  context: Canvas2D,
  body: DesignBody,
  pageId: string,
  environment: DrawEnvironment,
  background: 'page' | null = 'page',
): void {
  const page = body.pages[pageId];
  if (!page) return;
  if (background === 'page') {
    drawBackground(context, body, page, environment);
  }
  for (const painted of paintOrder(body, pageId)) {
    drawNode(context, painted.node, painted.opacity, environment, painted.masks);
  }
}
