import { resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D, Rectangle } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { makeGradient } from '#shared/design/draw/gradient.ts';
import { drawPictureFill } from '#shared/design/draw/picture-fill.ts';
import type { Fill } from '#shared/design/paint.ts';

/**
 * Fills a shape. `trace` leaves the shape as the context's current path; gradients and pictures lie over
 * `box`; `nodeId` says whose picture it is (see `DrawEnvironment.picture`).
 */
export function fillShape(
  context: Canvas2D,
  fill: Fill | null,
  box: Rectangle,
  environment: DrawEnvironment,
  nodeId: string,
  trace: () => unknown,
  rule: 'evenodd' | 'nonzero' = 'nonzero',
): void {
  if (fill === null || box.width <= 0 || box.height <= 0) return;
  if (typeof fill !== 'string' && fill.kind === 'picture') {
    context.save();
    trace();
    context.clip(rule);
    drawPictureFill(context, fill, box, environment, nodeId);
    context.restore();
    return;
  }
  trace();
  context.fillStyle =
    typeof fill === 'string'
      ? resolveColour(fill, environment.tokens)
      : makeGradient(context, fill, box, environment.tokens);
  context.fill(rule);
}

/** What the picture of a page's background is known by, among the ids of layers. */
export function backgroundId(pageId: string): string {
  return `background:${pageId}`;
}
