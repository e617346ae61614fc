import { resizeDesign } from '#shared/design/resize.ts';
import type { Change, Edit } from '#shared/design/operations.ts';
import { edit, withCopiedMask } from '#shared/design/operations.ts';
import { ordersBetween } from '#shared/design/order.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';

/**
 * The pages of a template after a page of the design, arranged anew for the design's size. A page without
 * layers gives way to them. One undoable step; also answers the first new page. `newId` gives a fresh id each time.
 */
export function insertTemplate(
  body: DesignBody,
  pageId: string,
  template: DesignBody,
  newId: () => string,
): { edit: Edit; pageId: string } {
  const fitting =
    template.width === body.width && template.height === body.height
      ? template
      : resizeDesign(template, body.width, body.height).body;
  const shown = pagesInOrder(body);
  const place = shown.findIndex((page) => page.id === pageId);
  const isEmpty = Object.values(body.nodes).every((node) => node.pageId !== pageId);
  const added = pagesInOrder(fitting);
  const after = isEmpty ? shown[place - 1] : shown[place];
  const orders = ordersBetween(after?.order ?? null, shown[place + 1]?.order ?? null, added.length);
  const pageIds = new Map(added.map((page) => [page.id, newId()]));
  const nodeIds = new Map(Object.keys(fitting.nodes).map((id) => [id, newId()]));
  const changes: Change[] = added.map((page, index) => {
    const id = pageIds.get(page.id) ?? newId();
    return { table: 'pages', id, value: { ...page, id, order: orders[index] ?? page.order } };
  });
  for (const node of Object.values(fitting.nodes)) {
    const id = nodeIds.get(node.id) ?? newId();
    const parentId = node.parentId === null ? null : (nodeIds.get(node.parentId) ?? null);
    const own = withCopiedMask(node, nodeIds);
    const value = { ...own, id, pageId: pageIds.get(node.pageId) ?? pageId, parentId };
    changes.push({ table: 'nodes', id, value });
  }
  if (isEmpty) changes.push({ table: 'pages', id: pageId, value: null });
  return { edit: edit(body, changes), pageId: pageIds.get(added[0]?.id ?? '') ?? pageId };
}
