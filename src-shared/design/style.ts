import type { DesignNode } from '#shared/design/schema.ts';
import { nodeSchema } from '#shared/design/schema.ts';

/** What a layer is, where it is and what it says: none of it is looks. */
const notStyle: ReadonlySet<string> = new Set([
  ...['id', 'type', 'pageId', 'parentId', 'order', 'name', 'x', 'y', 'width', 'height', 'rotation'],
  ...['hidden', 'locked', 'lockedAspects', 'keepRatio', 'pin', 'bound', 'flipX', 'flipY'],
  ...['text', 'runs', 'sizing', 'points', 'd', 'viewWidth', 'viewHeight', 'fillRule', 'sides', 'star'],
  ...['assetId', 'crop', 'content', 'maskId', 'startArrow', 'endArrow', 'alt', 'cutout'],
]);

/** The fields of looks that a layer type knows. */
function styleFields(type: DesignNode['type']): string[] {
  const schema = nodeSchema.options.find((option) => option.shape.type.value === type);
  return Object.keys(schema?.shape ?? {}).filter((field) => !notStyle.has(field));
}

/**
 * A layer with the looks of another, as far as its type knows them: fill, stroke, effects, letters, a picture's
 * look. The colour of letters stands for the fill of a shape and the other way round.
 */
export function withStyleOf(node: DesignNode, source: DesignNode): DesignNode {
  const from: Readonly<Record<string, unknown>> = { ...source };
  const next: Record<string, unknown> = { ...node };
  const known = new Set(styleFields(source.type));
  for (const field of styleFields(node.type)) {
    if (!known.has(field)) continue;
    if (from[field] === undefined) delete next[field];
    else next[field] = from[field];
  }
  const fill = from['fill'];
  if (node.type === 'text' && source.type !== 'text' && typeof fill === 'string') {
    next['colour'] = fill;
    delete next['fill'];
  }
  if (source.type === 'text' && node.type !== 'text' && 'fill' in node) {
    next['fill'] = fill ?? source.colour;
  }
  return next as DesignNode;
}
