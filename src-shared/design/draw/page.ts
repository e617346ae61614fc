import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { backgroundId, fillShape } from '#shared/design/draw/fill.ts';
import { layers } from '#shared/design/layers/registry.ts';
import type { LayerDefinition } from '#shared/design/layers/registry.ts';
import type { DesignBody, DesignNode, Page } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';

/*
 * One way to draw, two hosts. Every layer type has one draw function over a plain 2D context. In the window
 * a custom Konva.Shape calls `drawInOwnBox` in its sceneFunc (Konva has already moved, rotated and faded the
 * context); the painter calls `drawPage` on @napi-rs/canvas without Konva in between. Konva itself would
 * only repeat the same context calls, so leaving it out of Node saves its set-up (globals, patched canvas
 * creation) and about a fifth of the time, and the pixels stay those of the window.
 */

/** Draws a layer in its own box; position, rotation and opacity are the caller's. */
export function drawInOwnBox(context: Canvas2D, node: DesignNode, environment: DrawEnvironment): void {
  // Each entry takes exactly the node type it is listed under, which TypeScript cannot follow here.
  const definition = layers[node.type] as LayerDefinition<DesignNode>;
  definition.draw(context, node, environment);
}

/** Draws a layer on its page. */
export function drawNode(
  context: Canvas2D,
  node: DesignNode,
  opacity: number,
  environment: DrawEnvironment,
): void {
  context.save();
  context.globalAlpha = opacity;
  if (node.rotation === 0) {
    context.translate(node.x, node.y);
  } else {
    context.translate(node.x + node.width / 2, node.y + node.height / 2);
    context.rotate((node.rotation * Math.PI) / 180);
    context.translate(-node.width / 2, -node.height / 2);
  }
  drawInOwnBox(context, node, environment);
  context.restore();
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
    drawNode(context, painted.node, painted.opacity, environment);
  }
}
