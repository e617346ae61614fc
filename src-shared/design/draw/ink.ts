import type { Canvas2D, Rectangle } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { boundsOf } from '#shared/design/geometry.ts';
import { layers } from '#shared/design/layers/registry.ts';
import type { LayerDefinition } from '#shared/design/layers/registry.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';

/** Moves a context from the page into a layer's own box: place, rotation and mirroring. */
export function enterBox(context: Canvas2D, node: DesignNode): void {
  const { x, y, width, height, rotation } = node;
  const mirrored = node.flipX === true || node.flipY === true;
  if (rotation === 0 && !mirrored) {
    context.translate(x, y);
    return;
  }
  context.translate(x + width / 2, y + height / 2);
  if (rotation !== 0) context.rotate((rotation * Math.PI) / 180);
  if (mirrored) context.scale(node.flipX === true ? -1 : 1, node.flipY === true ? -1 : 1);
  context.translate(-width / 2, -height / 2);
}

/** Draws what a layer is, on its page, without opacity or effects. */
export function drawInk(context: Canvas2D, node: DesignNode, environment: DrawEnvironment): void {
  context.save();
  enterBox(context, node);
  // Each entry takes exactly the node type it is listed under, which TypeScript cannot follow here.
  const definition = layers[node.type] as LayerDefinition<DesignNode>;
  definition.draw(context, node, environment);
  context.restore();
}

/** How far ink may reach beyond a layer's box, px; rather too far than too little. */
function reachOf(node: DesignNode): number {
  switch (node.type) {
    case 'line':
      return Math.max(node.strokeWidth, 12, node.startArrow || node.endArrow ? node.strokeWidth * 2 : 0);
    case 'path':
      // A mitre of the limit that `drawPath` sets.
      return node.stroke === null ? 0 : node.strokeWidth * 2;
    case 'text': {
      const outline = node.outline?.width ?? 0;
      const marker = node.highlight?.padding ?? 0;
      const largest = Math.max(node.fontSize, ...(node.runs ?? []).map((run) => run.fontSize ?? 0));
      const bent = node.path ? Math.max(node.width, node.height) : 0;
      const over = node.sizing === 'fixed' && !node.path ? layoutOfNode(node).height - node.height : 0;
      return largest + outline + marker + bent + Math.max(0, over);
    }
    default:
      return 0;
  }
}

/** The upright rectangle of the page that a layer's ink lies in, without its effects. */
export function inkBounds(node: DesignNode): Rectangle {
  const reach = reachOf(node);
  const { x, y, width, height } = boundsOf(node);
  return { x: x - reach, y: y - reach, width: width + reach * 2, height: height + reach * 2 };
}
