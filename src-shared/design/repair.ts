import { z } from 'zod';
import type { Bilingual } from '#shared/contract/failure.ts';
import type { Repaired } from '#shared/documents/envelope.ts';
import { layers } from '#shared/design/layers/registry.ts';
import { orderBetween } from '#shared/design/order.ts';
import type { DesignBody, DesignNode, Page, Variant } from '#shared/design/schema.ts';
import { designSchema, nodeSchema, pageSchema, parentIsSound, variantSchema } from '#shared/design/schema.ts';

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An empty key is no id, and `__proto__` is no key of a plain object. */
function isUsableId(id: string): boolean {
  return id !== '' && id !== '__proto__';
}

/** What is left of a field when only its damaged parts go: entries of a list, fields of an object. */
function pruned(value: unknown, issues: readonly Issue[]): unknown {
  const parts = new Set(issues.map(({ path }) => String(path[1])));
  if (issues.some(({ path }) => path.length < 2)) return undefined;
  if (Array.isArray(value)) return value.filter((_, index) => !parts.has(String(index)));
  return isFields(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !parts.has(name)))
    : undefined;
}

/**
 * Takes the damaged parts out of fields that do not fit their schema, and puts the fallback where that is not
 * enough; null when even that does not help.
 */
function mend<Value>(
  schema: { safeParse: (value: unknown) => { success: boolean; data?: Value; error?: { issues: Issue[] } } },
  fields: Fields,
  fallback: Fields,
): Mended<Value> | null {
  const first = schema.safeParse(fields);
  if (first.success && first.data !== undefined) return { value: first.data, changed: [] };
  const issues = first.error?.issues ?? [];
  const changed = [...new Set(issues.map(({ path }) => String(path[0])))];
  const mended = { ...fields };
  for (const name of changed) {
    const left = pruned(
      fields[name],
      issues.filter(({ path }) => String(path[0]) === name),
    );
    if (left === undefined) mended[name] = fallback[name];
    else mended[name] = left;
  }
  const second = schema.safeParse(mended);
  if (second.success && second.data !== undefined) return { value: second.data, changed };
  for (const name of changed) mended[name] = fallback[name];
  const third = schema.safeParse(mended);
  return third.success && third.data !== undefined ? { value: third.data, changed } : null;
}
interface Issue {
  path: PropertyKey[];
}
interface Mended<Value> {
  value: Value;
  changed: string[];
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

/** The set-up of the pages and the linked sizes, as far as they can be read. */
function repairSetup(saved: Fields, notes: Bilingual[]): Pick<DesignBody, (typeof setupFields)[number]> {
  const { shape } = designSchema;
  const present = Object.fromEntries(
    setupFields.flatMap((name) => (saved[name] === undefined ? [] : [[name, saved[name]]])),
  );
  const variants = isFields(present['variants']) ? repairVariants(present['variants'], notes) : undefined;
  if (variants) present['variants'] = variants;
  const schema = z.object({
    bleed: shape.bleed,
    safeArea: shape.safeArea,
    guides: shape.guides,
    grid: shape.grid,
    variants: shape.variants,
  });
  const mended = mend(schema, present, {});
  if (mended === null || mended.changed.length > 0) {
    notes.push({
      en: 'Margins, guides or the grid of the design were damaged and were repaired.',
      zh: '设计的边距、参考线或网格已损坏，已修复。',
    });
  }
  // Absent fields stay absent, which the type of what zod answers does not say.
  const left = Object.entries(mended?.value ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(left) as Pick<DesignBody, (typeof setupFields)[number]>;
}
const setupFields = ['bleed', 'safeArea', 'guides', 'grid', 'variants'] as const;

function repairVariants(saved: Fields, notes: Bilingual[]): Record<string, Variant> {
  const variants: Record<string, Variant> = {};
  for (const [id, value] of Object.entries(saved)) {
    const fallback = {
      id,
      format: '',
      name: '',
      order: orderBetween(lastOrder(variants), null),
      overrides: {},
      backgrounds: {},
      reviewed: null,
    };
    const mended = isUsableId(id) && isFields(value) ? mend(variantSchema, { ...value, id }, fallback) : null;
    if (mended) variants[id] = mended.value;
    if (mended && mended.changed.length === 0) continue;
    notes.push(
      mended
        ? { en: 'A damaged size of the design was repaired.', zh: '修复了设计的一个损坏的尺寸版本。' }
        : {
            en: 'A size of the design could not be read and was left out. Add it again.',
            zh: '设计的一个尺寸版本无法读取，已忽略。请重新添加。',
          },
    );
  }
  return variants;
}

function repairNode(id: string, saved: Fields, order: string, pageId: string) {
  const { type } = saved;
  if (typeof type !== 'string' || !Object.hasOwn(layers, type)) return null;
  const { defaults } = layers[type as DesignNode['type']];
  const fallback = { ...defaults, id, pageId, order };
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
  let frontOrder: string | null = null;
  const unreadableNodes: Fields = { ...(isFields(saved.unreadableNodes) ? saved.unreadableNodes : {}) };
  for (const [id, value] of Object.entries(isFields(saved.nodes) ? saved.nodes : {})) {
    const mended: Mended<DesignNode> | null =
      isUsableId(id) && isFields(value)
        ? repairNode(id, value, orderBetween(frontOrder, null), firstPageId)
        : null;
    if (!mended) {
      unreadableNodes[isUsableId(id) ? id : `nameless-${Object.keys(unreadableNodes).length + 1}`] = value;
      notes.push({
        en: 'A layer that cannot be read was set aside; it stays in the file.',
        zh: '有一个图层无法读取，已搁置，但仍保留在文件中。',
      });
      continue;
    }
    const node: DesignNode = { ...mended.value };
    if (!Object.hasOwn(pages, node.pageId)) node.pageId = firstPageId;
    nodes[id] = node;
    if (frontOrder === null || node.order > frontOrder) frontOrder = node.order;
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
  const setup = repairSetup(saved, notes);
  const size = (value: unknown): number =>
    typeof value === 'number' && value >= 1 && value <= 20_000 ? Math.round(value) : 1080;
  const { bleed: _bleed, safeArea: _safeArea, guides: _guides, grid: _grid, variants: _all, ...rest } = saved;
  const width = size(saved.width);
  const height = size(saved.height);
  const body: DesignBody = { ...rest, ...setup, width, height, pages, nodes };
  if (body.width !== saved.width || body.height !== saved.height) {
    notes.push({ en: 'The size of the design was repaired.', zh: '修复了设计的尺寸。' });
  }
  if (Object.keys(unreadableNodes).length > 0) body.unreadableNodes = unreadableNodes;
  return { body, notes };
}
