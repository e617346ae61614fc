import type { Change, Edit } from '#shared/design/operations.ts';
import { edit } from '#shared/design/operations.ts';
import { orderBetween } from '#shared/design/order.ts';
import type { DesignBody, Variant } from '#shared/design/schema.ts';
import { reviewMark } from '#shared/design/variants/review.ts';

/** What a new linked size is made from. */
export type NewVariant = Pick<Variant, 'id' | 'format' | 'name' | 'width' | 'height' | 'safe'>;

/** The linked sizes in the order in which they are shown. */
export function variantsInOrder(body: DesignBody): Variant[] {
  return Object.values(body.variants ?? {}).toSorted((a, b) =>
    a.order === b.order ? (a.id < b.id ? -1 : 1) : a.order < b.order ? -1 : 1,
  );
}

/** Adds linked sizes after those that are there. */
export function addVariants(body: DesignBody, added: readonly NewVariant[]): Edit {
  let last = variantsInOrder(body).at(-1)?.order ?? null;
  const changes = added.map((each): Change => {
    const order = orderBetween(last, null);
    last = order;
    const value: Variant = { ...each, order, overrides: {}, backgrounds: {}, reviewed: null };
    return { table: 'variants', id: each.id, value };
  });
  return edit(body, changes);
}

/** Adds one linked size after those that are there. */
export function addVariant(body: DesignBody, added: NewVariant): Edit {
  return addVariants(body, [added]);
}

/** Takes a linked size away with its overrides, and layers that only this size showed. */
export function removeVariant(body: DesignBody, variantId: string): Edit {
  const variant = body.variants?.[variantId];
  if (!variant) return edit(body, []);
  const orphans = Object.keys(variant.overrides).filter((id) => isShownOnlyIn(body, id, variantId));
  return edit(body, [
    { table: 'variants', id: variantId, value: null },
    ...orphans.map((id): Change => ({ table: 'nodes', id, value: null })),
  ]);
}

/** Whether a layer was added in a size: the master hides it and no other size shows it. */
export function isShownOnlyIn(body: DesignBody, nodeId: string, variantId: string): boolean {
  const node = body.nodes[nodeId];
  if (!node || !node.hidden || node.addedIn !== variantId) return false;
  const children = Object.values(body.nodes).some((other) => other.parentId === nodeId);
  return (
    !children &&
    Object.values(body.variants ?? {}).every(
      (other) => other.id === variantId || other.overrides[nodeId]?.['hidden'] !== false,
    )
  );
}

function change(body: DesignBody, variantId: string, fields: Partial<Variant>): Edit {
  const variant = body.variants?.[variantId];
  if (!variant) return edit(body, []);
  return edit(body, [{ table: 'variants', id: variantId, value: { ...variant, ...fields } }]);
}

/** Calls a linked size something; '' shows the format's name. */
export function renameVariant(body: DesignBody, variantId: string, name: string): Edit {
  return change(body, variantId, { name });
}

/** Puts a linked size at another place among the others (0 is the first). */
export function moveVariant(body: DesignBody, variantId: string, to: number): Edit {
  const rest = variantsInOrder(body).filter((each) => each.id !== variantId);
  const place = Math.max(0, Math.min(rest.length, to));
  const order = orderBetween(rest[place - 1]?.order ?? null, rest[place]?.order ?? null);
  return change(body, variantId, { order });
}

/** Gives fields of a layer back to the master: one field, or all of the layer's. */
export function clearOverride(body: DesignBody, variantId: string, nodeId: string, field?: string): Edit {
  const variant = body.variants?.[variantId];
  const own = variant?.overrides[nodeId];
  if (!variant || !own) return edit(body, []);
  const { [nodeId]: _all, ...others } = variant.overrides;
  if (field === undefined) return change(body, variantId, { overrides: others });
  const { [field]: _field, ...kept } = own;
  const overrides = Object.keys(kept).length > 0 ? { ...others, [nodeId]: kept } : others;
  return change(body, variantId, { overrides });
}

/** Gives everything of a size back to the master. */
export function clearVariant(body: DesignBody, variantId: string): Edit {
  return change(body, variantId, { overrides: {}, backgrounds: {} });
}

/** Gives a page's background back to the master. */
export function clearBackground(body: DesignBody, variantId: string, pageId: string): Edit {
  const { [pageId]: _own, ...backgrounds } = body.variants?.[variantId]?.backgrounds ?? {};
  return change(body, variantId, { backgrounds });
}

/** Remembers that a person found a size good as it is now. */
export function markReviewed(body: DesignBody, variantId: string): Edit {
  return change(body, variantId, { reviewed: reviewMark(body, variantId) });
}
