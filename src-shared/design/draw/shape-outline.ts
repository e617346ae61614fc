import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import { fittingRadii, polygonCorners, traceCorneredBox, traceCorners } from '#shared/design/draw/outline.ts';
import { tracePath } from '#shared/design/draw/path-data.ts';
import type { DesignNode } from '#shared/design/schema.ts';

/** Leaves the outline of a shape in its own box as the current path. False for a layer that has none. */
export function traceShape(context: Canvas2D, node: DesignNode): boolean {
  const { width, height } = node;
  switch (node.type) {
    case 'rectangle': {
      const { radius } = node;
      const radii = fittingRadii(width, height, node.radii ?? [radius, radius, radius, radius]);
      traceCorneredBox(context, width, height, radii);
      return true;
    }
    case 'ellipse':
      context.beginPath();
      context.ellipse(width / 2, height / 2, width / 2, height / 2, 0, 0, Math.PI * 2);
      return true;
    case 'polygon':
      traceCorners(context, polygonCorners(width, height, node.sides, node.inset), node.radius);
      return true;
    case 'path':
      tracePath(context, node.d, width / node.viewWidth, height / node.viewHeight);
      return true;
    default:
      return false;
  }
}
