import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { descendantsOf } from '#shared/design/tree.ts';

/** A text's own px, and those of its runs, outline and marker; never below one px of type. */
export function scaleText(node: TextNode, scale: number): TextNode {
  const type = (size: number): number => Math.max(1, size * scale);
  return {
    ...node,
    fontSize: type(node.fontSize),
    letterSpacing: node.letterSpacing * scale,
    ...(node.paragraphSpacing === undefined ? {} : { paragraphSpacing: node.paragraphSpacing * scale }),
    ...(node.runs && {
      runs: node.runs.map((run) => ({
        ...run,
        ...(run.fontSize === undefined ? {} : { fontSize: type(run.fontSize) }),
        ...(run.letterSpacing === undefined ? {} : { letterSpacing: run.letterSpacing * scale }),
        ...(run.baseline === undefined ? {} : { baseline: run.baseline * scale }),
      })),
    }),
    ...(node.outline && { outline: { ...node.outline, width: node.outline.width * scale } }),
    ...(node.highlight && {
      highlight: {
        ...node.highlight,
        padding: node.highlight.padding * scale,
        radius: node.highlight.radius * scale,
      },
    }),
  };
}

/** Shadow and blur, which every layer may have. */
function scaleEffects(node: DesignNode, scale: number): Pick<DesignNode, 'shadow' | 'blur'> {
  const { shadow, blur } = node;
  return {
    ...(shadow && {
      shadow: { ...shadow, x: shadow.x * scale, y: shadow.y * scale, blur: shadow.blur * scale },
    }),
    ...(blur === undefined ? {} : { blur: blur * scale }),
  };
}

/** A layer with everything that is measured in px scaled, its box's size too; its place is kept. */
export function scaleLooks(node: DesignNode, scale: number): DesignNode {
  const common = {
    width: node.width * scale,
    height: node.height * scale,
    ...scaleEffects(node, scale),
  };
  switch (node.type) {
    case 'text':
      return { ...scaleText(node, scale), ...common };
    case 'rectangle': {
      const paint = { strokeWidth: node.strokeWidth * scale, radius: node.radius * scale };
      if (!node.radii) return { ...node, ...common, ...paint };
      const [topLeft, topRight, bottomRight, bottomLeft] = node.radii;
      return {
        ...node,
        ...common,
        ...paint,
        radii: [topLeft * scale, topRight * scale, bottomRight * scale, bottomLeft * scale],
      };
    }
    case 'polygon':
      return { ...node, ...common, strokeWidth: node.strokeWidth * scale, radius: node.radius * scale };
    case 'ellipse':
    case 'path':
    case 'line':
      return { ...node, ...common, strokeWidth: node.strokeWidth * scale };
    case 'image':
      return {
        ...node,
        ...common,
        radius: node.radius * scale,
        ...(node.radii && { radii: node.radii.map((radius) => radius * scale) }),
      };
    case 'qr':
    case 'group':
      return { ...node, ...common };
  }
}

/** A layer moved from one frame into another and scaled. */
export function scaleNode(
  node: DesignNode,
  from: Rectangle,
  to: { x: number; y: number },
  scale: number,
): DesignNode {
  return {
    ...scaleLooks(node, scale),
    x: to.x + (node.x - from.x) * scale,
    y: to.y + (node.y - from.y) * scale,
  };
}

/** The layer, and for a group everything inside it, scaled in one piece. */
export function scaleTree(
  body: DesignBody,
  node: DesignNode,
  from: Rectangle,
  to: { x: number; y: number },
  scale: number,
): DesignNode[] {
  const inside = node.type === 'group' ? descendantsOf(body, node.id) : [];
  return [node, ...inside].map((each) => scaleNode(each, from, to, scale));
}
