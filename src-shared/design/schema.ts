import { z } from 'zod';
import { colourSchema } from '#shared/design/colours.ts';
import { largestSide } from '#shared/design/layers/common.ts';
import { ellipseSchema } from '#shared/design/layers/ellipse.ts';
import { groupSchema } from '#shared/design/layers/group.ts';
import { imageSchema } from '#shared/design/layers/image.ts';
import { lineSchema } from '#shared/design/layers/line.ts';
import { rectangleSchema } from '#shared/design/layers/rectangle.ts';
import { textSchema } from '#shared/design/layers/text.ts';

/** A page of a design: one picture of a carousel. */
export const pageSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  /** Fractional key among the pages. */
  order: z.string().min(1),
  background: colourSchema,
});
export type Page = z.infer<typeof pageSchema>;

/** A layer of any type. */
export const nodeSchema = z.discriminatedUnion('type', [
  textSchema,
  imageSchema,
  rectangleSchema,
  ellipseSchema,
  lineSchema,
  groupSchema,
]);
export type DesignNode = z.infer<typeof nodeSchema>;
export type LayerType = DesignNode['type'];

const side = z.int().min(1).max(largestSide);

/**
 * A design: a flat map of pages and layers, with authored values only (no measured lines). All pages have
 * the design's size, in px. Unknown fields are kept.
 */
export const designSchema = z
  .looseObject({
    width: side,
    height: side,
    pages: z.record(z.string(), pageSchema),
    nodes: z.record(z.string(), nodeSchema),
  })
  .refine((body) => Object.keys(body.pages).length > 0, 'a design has at least one page')
  .refine((body) => Object.entries(body.pages).every(([id, page]) => page.id === id), 'page ids match')
  .refine(
    (body) =>
      Object.entries(body.nodes).every(
        ([id, node]) => node.id === id && body.pages[node.pageId] !== undefined,
      ),
    'layer ids match and their pages exist',
  )
  .refine(
    (body) => Object.values(body.nodes).every((node) => parentIsSound(body.nodes, node)),
    'a parent is a group of the same page, without circles',
  );
export type DesignBody = z.infer<typeof designSchema>;

/** False when a parent is missing, is no group, lies on another page, or leads back to the node. */
export function parentIsSound(nodes: Readonly<Record<string, DesignNode>>, node: DesignNode): boolean {
  const seen = new Set([node.id]);
  let parentId = node.parentId;
  while (parentId !== null) {
    const parent = nodes[parentId];
    if (!parent || parent.type !== 'group' || parent.pageId !== node.pageId || seen.has(parentId))
      return false;
    seen.add(parentId);
    parentId = parent.parentId;
  }
  return true;
}

/** The JSON Schema of a design body, for people and tools that write designs (`galley design schema`). */
export function designJsonSchema(): object {
  return z.toJSONSchema(designSchema, { io: 'input' });
}
