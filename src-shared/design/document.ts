import type { Bilingual } from '#shared/contract/failure.ts';
import type { DocumentFormat, Repaired } from '#shared/documents/envelope.ts';
import { layers } from '#shared/design/layers/registry.ts';
import { orderBetween } from '#shared/design/order.ts';
import type { DesignBody, DesignNode, Page } from '#shared/design/schema.ts';
import { designSchema, nodeSchema, pageSchema, parentIsSound } from '#shared/design/schema.ts';

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty key is no id, and `__proto__` is no key of a plain object. */
function isUsableId(id: string): boolean {
  return id !== '' && id !== '__proto__';
}

/** Puts the fallback wherever a field does not fit its schema; null when even that does not help. */
function mend<Value>(
  schema: { safeParse: (value: unknown) => { success: boolean; data?: Value; error?: { issues: Issue[] } } },
  fields: Fields,
  fallback: Fields,
): { value: Value; changed: string[] } | null {
  const first = schema.safeParse(fields);
  if (first.success && first.data !== undefined) return { value: first.data, changed: [] };
  const broken = [...new Set((first.error?.issues ?? []).map((issue) => String(issue.path[0])))];
  const mended = { ...fields };
  for (const name of broken) mended[name] = fallback[name];
  const second = schema.safeParse(mended);
  return second.success && second.data !== undefined ? { value: second.data, changed: broken } : null;
}
interface Issue {
  path: PropertyKey[];
}

function repairPages(saved: unknown, notes: Bilingual[]): Record<string, Page> {
  const pages: Record<string, Page> = {};
  for (const [savedId, value] of Object.entries(isFields(saved) ? saved : {})) {
    const id = isUsableId(savedId) ? savedId : `page-${Object.keys(pages).length + 1}-repaired`;
    const fallback = { id, name: '', order: orderBetween(lastOrder(pages), null), background: '#ffffff' };
    const mended = isFields(value) ? mend(pageSchema, { ...value, id }, fallback) : null;
    pages[id] = mended?.value ?? fallback;
    if (mended === null || mended.changed.length > 0) {
      notes.push({ en: 'A damaged page was repaired.', zh: '修复了一个损坏的页面。' });
    }
  }
  if (Object.keys(pages).length === 0) {
    pages['page-1'] = { id: 'page-1', name: '', order: orderBetween(null, null), background: '#ffffff' };
    notes.push({ en: 'The pages were missing; an empty one was added.', zh: '页面缺失，已添加一个空白页。' });
  }
  return pages;
}

function lastOrder(records: Record<string, { order: string }>): string | null {
  return Object.values(records).reduce<string | null>(
    (last, each) => (last === null || each.order > last ? each.order : last),
    null,
  );
}

function repairNode(id: string, saved: Fields, nodes: Record<string, DesignNode>, pageId: string) {
  const { type } = saved;
  if (typeof type !== 'string' || !Object.hasOwn(layers, type)) return null;
  const { defaults } = layers[type as DesignNode['type']];
  const fallback = { ...defaults, id, pageId, order: orderBetween(lastOrder(nodes), null) };
  return mend<DesignNode>(nodeSchema, { ...saved, id }, fallback);
}

/**
 * Makes a damaged design readable: missing or wrong fields get their defaults, lost parents and pages are
 * replaced, and layers beyond repair move to `unreadableNodes`, where they stay in the file.
 */
export function repairDesign(saved: unknown): Repaired {
  if (!isFields(saved)) return { body: saved, notes: [] };
  const notes: Bilingual[] = [];
  const pages = repairPages(saved.pages, notes);
  const firstPageId = Object.keys(pages)[0] ?? 'page-1';
  const nodes: Record<string, DesignNode> = {};
  const unreadableNodes: Fields = { ...(isFields(saved.unreadableNodes) ? saved.unreadableNodes : {}) };
  for (const [id, value] of Object.entries(isFields(saved.nodes) ? saved.nodes : {})) {
    const mended = isUsableId(id) && isFields(value) ? repairNode(id, value, nodes, firstPageId) : null;
    if (!mended) {
      unreadableNodes[isUsableId(id) ? id : `nameless-${Object.keys(unreadableNodes).length + 1}`] = value;
      notes.push({
        en: 'A layer that cannot be read was set aside; it stays in the file.',
        zh: '有一个图层无法读取，已搁置，但仍保留在文件中。',
      });
      continue;
    }
    const node = { ...mended.value };
    if (!pages[node.pageId]) node.pageId = firstPageId;
    nodes[id] = node;
    if (mended.changed.length > 0) {
      notes.push({
        en: `The layer “${node.name || id}” was repaired (${mended.changed.join(', ')}).`,
        zh: `修复了图层“${node.name || id}”（${mended.changed.join('、')}）。`,
      });
    }
  }
  for (const node of Object.values(nodes)) {
    if (parentIsSound(nodes, node)) continue;
    nodes[node.id] = { ...node, parentId: null };
    notes.push({
      en: `The layer “${node.name || node.id}” lost its group and lies on the page now.`,
      zh: `图层“${node.name || node.id}”的分组已丢失，现位于页面上。`,
    });
  }
  const size = (value: unknown): number =>
    typeof value === 'number' && value >= 1 && value <= 20_000 ? Math.round(value) : 1080;
  const body: DesignBody = { ...saved, width: size(saved.width), height: size(saved.height), pages, nodes };
  if (body.width !== saved.width || body.height !== saved.height) {
    notes.push({ en: 'The size of the design was repaired.', zh: '修复了设计的尺寸。' });
  }
  if (Object.keys(unreadableNodes).length > 0) body.unreadableNodes = unreadableNodes;
  return { body, notes };
}

/**
 * How designs are saved and read. Version 2 added layer types, fills, effects, runs of text and sizes; every
 * body of version 1 is one of version 2, but a Galley that knows only version 1 must not save over them.
 */
export const designFormat: DocumentFormat<DesignBody> = {
  kind: 'design',
  version: 2,
  migrations: { 1: (body) => body },
  schema: designSchema,
  repair: repairDesign,
};

/** A new design with one white page. */
export function emptyDesign(width: number, height: number, pageId: string): DesignBody {
  const page: Page = { id: pageId, name: '', order: orderBetween(null, null), background: '#ffffff' };
  return { width, height, pages: { [pageId]: page }, nodes: {} };
}
