import { z } from 'zod';
import { largestSide } from '#shared/design/layers/common.ts';
import { ellipseSchema } from '#shared/design/layers/ellipse.ts';
import { groupSchema } from '#shared/design/layers/group.ts';
import { imageSchema } from '#shared/design/layers/image.ts';
import { lineSchema } from '#shared/design/layers/line.ts';
import { pathSchema } from '#shared/design/layers/path.ts';
import { polygonSchema } from '#shared/design/layers/polygon.ts';
import { qrSchema } from '#shared/design/layers/qr.ts';
import { rectangleSchema } from '#shared/design/layers/rectangle.ts';
import { textSchema } from '#shared/design/layers/text.ts';
import { fillSchema } from '#shared/design/paint.ts';

/** A page of a design: one picture of a carousel. */
export const pageSchema = z.looseObject({
  id: z.string().min(1),
  name: z.string(),
  /** Fractional key among the pages. */
  order: z.string().min(1),
  background: fillSchema,
});
export type Page = z.infer<typeof pageSchema>;

/** A layer of any type. */
export const nodeSchema = z.discriminatedUnion('type', [
  textSchema,
  imageSchema,
  rectangleSchema,
  ellipseSchema,
  lineSchema,
  polygonSchema,
  pathSchema,
  qrSchema,
  groupSchema,
]);
export type DesignNode = z.infer<typeof nodeSchema>;
export type LayerType = DesignNode['type'];

/** A line to align to, at a px of the page; it is never painted. */
export const guideLineSchema = z.object({ id: z.string().min(1), axis: z.enum(['x', 'y']), at: z.number() });
export type GuideLine = z.infer<typeof guideLineSchema>;

const margin = z.number().min(0).max(10_000);

/**
 * Another size of the design, derived from it by `resizeDesign` and then changed by its overrides, so that
 * edits of the design flow into every field that the size did not override.
 */
export const variantSchema = z.looseObject({
  id: z.string().min(1),
  /** `platform/format`, or '' for a free size. */
  format: z.string(),
  name: z.string(),
  width: z.int().min(1).max(largestSide),
  height: z.int().min(1).max(largestSide),
  order: z.string().min(1),
  /** Fields by layer id that this size has of its own; `hidden: true` is how a layer is left out. */
  overrides: z.record(z.string(), z.record(z.string(), z.unknown())),
  /** Backgrounds by page id that this size has of its own. */
  backgrounds: z.record(z.string(), fillSchema),
  /** What a person has looked at and found good: the mark of the result then; see `reviewMark`. */
  reviewed: z.string().nullable(),
  /** px along its edges that its platform covers; words keep out of them. Absent or null: none. */
  safe: z.object({ top: margin, right: margin, bottom: margin, left: margin }).nullable().optional(),
  /** Lines to align to of its own; absent: none. */
  guides: z.array(guideLineSchema).max(200).optional(),
});
export type Variant = z.infer<typeof variantSchema>;

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
    /** px beyond the edge that a printer cuts off; 0 to 500. Painted only when asked for. */
    bleed: z.number().min(0).max(500).optional(),
    /** px from each edge that important things keep away from. */
    safeArea: z.object({ top: margin, right: margin, bottom: margin, left: margin }).nullable().optional(),
    guides: z.array(guideLineSchema).max(200).optional(),
    /** px between the lines of the grid that layers may stick to; null or absent: no grid. */
    grid: z.number().min(1).max(10_000).nullable().optional(),
    variants: z.record(z.string(), variantSchema).optional(),
  })
  .refine((body) => Object.keys(body.pages).length > 0, 'a design has at least one page')
  .refine((body) => Object.entries(body.pages).every(([id, page]) => page.id === id), 'page ids match')
  .refine(
    (body) =>
      Object.entries(body.nodes).every(
        ([id, node]) => node.id === id && Object.hasOwn(body.pages, node.pageId),
      ),
    'layer ids match and their pages exist',
  )
  .refine(
    (body) => Object.values(body.nodes).every((node) => parentIsSound(body.nodes, node)),
    'a parent is a group of the same page, without circles and not nested too deeply',
  );
export type DesignBody = z.infer<typeof designSchema>;

/** Groups around a layer at most; whoever walks the tree may recurse this deep. */
export const deepestNesting = 100;

/**
 * False when a parent is missing, is no group, lies on another page, leads back to the node, or more than
 * `deepestNesting` groups are around it.
 */
export function parentIsSound(nodes: Readonly<Record<string, DesignNode>>, node: DesignNode): boolean {
  let parentId = node.parentId;
  for (let depth = 0; parentId !== null; depth += 1) {
    const parent = Object.hasOwn(nodes, parentId) ? nodes[parentId] : undefined;
    // A circle is as deep as one likes, so the depth finds it too.
    if (!parent || parent.type !== 'group' || parent.pageId !== node.pageId || depth >= deepestNesting)
      return false;
    parentId = parent.parentId;
  }
  return true;
}

/** The JSON Schema of a design body, for people and tools that write designs (`galley design schema`). */
export function designJsonSchema(): object {
  return z.toJSONSchema(designSchema, { io: 'input' });
}
