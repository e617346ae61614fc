import type { Change, Edit } from '#shared/design/operations.ts';
import { edit, withCopiedMask } from '#shared/design/operations.ts';
import { orderBetween } from '#shared/design/order.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { newId } from '#shared/domain/id.ts';

/** The order key right after a page. */
function orderAfter(body: DesignBody, pageId: string): string {
  const pages = pagesInOrder(body);
  const place = pages.findIndex((page) => page.id === pageId);
  return orderBetween(pages[place]?.order ?? null, pages[place + 1]?.order ?? null);
}

/** A new page after another, of the same colour. */
export function addPage(body: DesignBody, after: string): { edit: Edit; pageId: string } {
  const pageId = newId();
  const background = body.pages[after]?.background ?? '#ffffff';
  const page = { id: pageId, name: '', order: orderAfter(body, after), background };
  return { edit: edit(body, [{ table: 'pages', id: pageId, value: page }]), pageId };
}

/** A copy of a page with its layers, right after it. */
export function duplicatePage(body: DesignBody, from: string): { edit: Edit; pageId: string } {
  const page = body.pages[from];
  const pageId = newId();
  if (!page) return { edit: edit(body, []), pageId: from };
  const nodes = Object.values(body.nodes).filter((node) => node.pageId === from);
  const ids = new Map(nodes.map((node) => [node.id, newId()]));
  const changes: Change[] = [
    { table: 'pages', id: pageId, value: { ...page, id: pageId, order: orderAfter(body, from) } },
    ...nodes.map((node): Change => {
      const id = ids.get(node.id) ?? newId();
      const parentId = node.parentId === null ? null : (ids.get(node.parentId) ?? null);
      return { table: 'nodes', id, value: { ...withCopiedMask(node, ids), id, pageId, parentId } };
    }),
  ];
  return { edit: edit(body, changes), pageId };
}

/** Takes a page with its layers away; the last page stays. */
export function removePage(body: DesignBody, pageId: string): Edit {
  if (Object.keys(body.pages).length < 2) return edit(body, []);
  const nodes = Object.values(body.nodes).filter((node) => node.pageId === pageId);
  // Layers go first and come back last, so that none is ever on a page that is not there.
  return edit(body, [
    ...nodes.map((node): Change => ({ table: 'nodes', id: node.id, value: null })),
    { table: 'pages', id: pageId, value: null },
  ]);
}

/** Puts a page at another place among the others (0 is the first). */
export function movePage(body: DesignBody, pageId: string, to: number): Edit {
  const page = body.pages[pageId];
  const rest = pagesInOrder(body).filter((each) => each.id !== pageId);
  if (!page) return edit(body, []);
  const place = Math.max(0, Math.min(rest.length, to));
  const order = orderBetween(rest[place - 1]?.order ?? null, rest[place]?.order ?? null);
  return edit(body, [{ table: 'pages', id: pageId, value: { ...page, order } }]);
}

export function renamePage(body: DesignBody, pageId: string, name: string): Edit {
  const page = body.pages[pageId];
  return edit(body, page ? [{ table: 'pages', id: pageId, value: { ...page, name } }] : []);
}
