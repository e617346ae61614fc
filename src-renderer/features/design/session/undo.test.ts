import fc from 'fast-check';
import { expect, test } from 'vitest';
import { designFormat } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { maskWith, releaseMasks } from '#shared/design/masks.ts';
import type { Edit } from '#shared/design/operations.ts';
import {
  addNodes,
  duplicateNodes,
  edit,
  groupNodes,
  moveNodes,
  removeNodes,
  reorderNode,
  ungroupNode,
  updateNodes,
} from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { designSchema } from '#shared/design/schema.ts';
import { arbitraryDesign } from '#shared/design/testing/arbitrary-design.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import {
  addVariant,
  clearBackground,
  clearOverride,
  clearVariant,
  markReviewed,
  moveVariant,
  removeVariant,
  renameVariant,
  variantsInOrder,
} from '#shared/design/variants/edits.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { newId } from '#shared/domain/id.ts';
import { EditorStore } from './editor-store.ts';
import { addPage, duplicatePage, movePage, removePage, renamePage } from './page-edits.ts';
import { addGuide, changeSetup, moveGuide, removeGuide } from './setup-edits.ts';

/** Numbers that a step takes its layers, pages and amounts from. */
interface Choice {
  a: number;
  b: number;
  by: number;
}

const at = <Value>(values: readonly Value[], number: number): Value | undefined =>
  values[number % Math.max(1, values.length)];

const nodeIds = (body: DesignBody, { a, b }: Choice): string[] => {
  const all = Object.keys(body.nodes);
  return [at(all, a), at(all, b)].flatMap((id) => id ?? []);
};
const pageId = (body: DesignBody, { a }: Choice): string => at(pagesInOrder(body), a)?.id ?? '';
const sizeId = (body: DesignBody, { a }: Choice): string => at(variantsInOrder(body), a)?.id ?? '';
const guideId = (body: DesignBody, { b }: Choice): string => at(body.guides ?? [], b)?.id ?? '';

/** What is done to the body that is open: the design, or one of its sizes. */
const ofBody: Readonly<Record<string, (body: DesignBody, choice: Choice) => Edit>> = {
  add: (body, choice) =>
    addNodes(body, [{ ...rectangleDefaults, id: newId(), pageId: pageId(body, choice), order: '' }]),
  update: (body, choice) =>
    updateNodes(body, { [nodeIds(body, choice)[0] ?? '']: { x: choice.by, blur: choice.b, shadow: null } }),
  remove: (body, choice) => removeNodes(body, nodeIds(body, choice)),
  move: (body, choice) => moveNodes(body, nodeIds(body, choice), choice.by, -choice.by),
  reorder: (body, choice) =>
    reorderNode(
      body,
      nodeIds(body, choice)[0] ?? '',
      at(['front', 'back', 'forward', 'backward'] as const, choice.b) ?? 'front',
    ),
  group: (body, choice) => groupNodes(body, nodeIds(body, choice), newId()),
  ungroup: (body, choice) => ungroupNode(body, nodeIds(body, choice)[0] ?? ''),
  duplicate: (body, choice) => duplicateNodes(body, nodeIds(body, choice), newId),
  mask: (body, choice) => maskWith(body, nodeIds(body, choice), newId()),
  release: (body, choice) => releaseMasks(body, nodeIds(body, choice)),
  background: (body, choice) => {
    const page = body.pages[pageId(body, choice)];
    return edit(
      body,
      page ? [{ table: 'pages', id: page.id, value: { ...page, background: '#00ff00' } }] : [],
    );
  },
};

/** What is done to the design itself, whichever size is open. */
const ofMaster: Readonly<Record<string, (body: DesignBody, choice: Choice) => Edit>> = {
  addPage: (body, choice) => addPage(body, pageId(body, choice)).edit,
  duplicatePage: (body, choice) => duplicatePage(body, pageId(body, choice)).edit,
  removePage: (body, choice) => removePage(body, pageId(body, choice)),
  movePage: (body, choice) => movePage(body, pageId(body, choice), choice.b),
  renamePage: (body, choice) => renamePage(body, pageId(body, choice), `Page ${choice.by}`),
  setup: (body, { a, b }) => changeSetup(body, a % 2 === 0 ? { bleed: b } : { grid: b + 1, safeArea: null }),
  addGuide: (body, { by }) => addGuide(body, newId(), 'x', by),
  moveGuide: (body, choice) => moveGuide(body, guideId(body, choice), choice.by),
  removeGuide: (body, choice) => removeGuide(body, guideId(body, choice)),
  size: (body, { a, b }) => edit(body, [{ table: 'size', value: { width: a + 16, height: b + 16 } }]),
  addSize: (body, { a, b }) =>
    addVariant(body, { id: newId(), format: '', name: 'New', width: a * 20 + 16, height: b * 20 + 16 }),
  removeSize: (body, choice) => removeVariant(body, sizeId(body, choice)),
  renameSize: (body, choice) => renameVariant(body, sizeId(body, choice), `Size ${choice.by}`),
  moveSize: (body, choice) => moveVariant(body, sizeId(body, choice), choice.b),
  clearField: (body, choice) =>
    clearOverride(body, sizeId(body, choice), nodeIds(body, choice)[0] ?? '', 'x'),
  clearLayer: (body, choice) => clearOverride(body, sizeId(body, choice), nodeIds(body, choice)[0] ?? ''),
  clearSize: (body, choice) => clearVariant(body, sizeId(body, choice)),
  clearBackground: (body, choice) => clearBackground(body, sizeId(body, choice), pageId(body, choice)),
  review: (body, choice) => markReviewed(body, sizeId(body, choice)),
};

const step = fc.record({
  name: fc.constantFrom(...Object.keys(ofBody), ...Object.keys(ofMaster), 'open'),
  choice: fc.record({ a: fc.nat(40), b: fc.nat(40), by: fc.integer({ min: -500, max: 500 }) }),
});

/** What is saved of a body. */
const saved = (body: DesignBody): unknown => JSON.parse(JSON.stringify(body));

test('any sequence of edits in any size: sound throughout, all undone equals the start, redone the end', () => {
  fc.assert(
    fc.property(arbitraryDesign({ maxLayers: 6 }), fc.array(step, { maxLength: 14 }), (start, steps) => {
      const store = new EditorStore(start, false);
      for (const { name, choice } of steps) {
        const { body, master } = store.snapshot();
        if (name === 'open') {
          store.openVariant(at([null, ...variantsInOrder(master).map(({ id }) => id)], choice.a) ?? null);
        } else if (ofBody[name]) store.apply(ofBody[name](body, choice));
        else if (ofMaster[name]) store.applyToMaster(ofMaster[name](master, choice));
        const valid = designSchema.safeParse(store.snapshot().master);
        expect(valid.error?.issues ?? [], name).toEqual([]);
      }
      const end = store.snapshot().master;
      // What is kept for the next start undoes as well as what is in memory.
      const reopened = readDocument(
        designFormat,
        JSON.parse(JSON.stringify(writeDocument(designFormat, end))),
      );
      const kept = JSON.parse(JSON.stringify(store.storedHistory())) as ReturnType<
        EditorStore['storedHistory']
      >;
      const later = new EditorStore(reopened.body, false, kept);
      for (const each of [store, later]) {
        while (each.snapshot().canUndo) each.undo();
        expect(saved(each.snapshot().master)).toEqual(saved(start));
        while (each.snapshot().canRedo) each.redo();
        expect(saved(each.snapshot().master)).toEqual(saved(end));
      }
    }),
    { numRuns: 150 },
  );
});
