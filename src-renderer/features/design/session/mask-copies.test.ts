import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { maskWith } from '#shared/design/masks.ts';
import { addNodes, applyPatch } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { designSchema } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';
import { placeLayers } from './arrange.ts';
import { readLayers, copiedLayers, placedCopies } from './clipboard.ts';
import { duplicatePage } from './page-edits.ts';

function masked(): DesignBody {
  const on = { pageId: 'page-1', order: '' };
  const body = addNodes(emptyDesign(400, 400, 'page-1'), [
    { ...imageDefaults, ...on, id: 'photo', width: 400, height: 400 },
    { ...imageDefaults, ...on, id: 'other', width: 400, height: 400 },
    { ...rectangleDefaults, ...on, id: 'shape', x: 150, y: 150, width: 100, height: 100 },
  ]).body;
  return maskWith(body, ['photo', 'other', 'shape'], 'group').body;
}

function shown(body: DesignBody, pageId = 'page-1'): [string, string[]][] {
  return paintOrder(body, pageId).map(({ node, masks }) => [node.id, masks.map(({ id }) => id)]);
}

test('a copied page shows its layers through its own masks', () => {
  const body = masked();
  const { edit, pageId } = duplicatePage(body, 'page-1');
  const [first, second] = shown(edit.body, pageId);
  const [maskId = ''] = first?.[1] ?? [];
  expect(second?.[1]).toEqual([maskId]);
  expect(edit.body.nodes[maskId]).toMatchObject({ type: 'rectangle', pageId });
  expect(designSchema.safeParse(edit.body).success).toBe(true);
  expect(applyPatch(edit.body, edit.inverse)).toEqual(body);
});

test('pasted, a masked group has its own mask; a layer pasted alone is masked by nothing', () => {
  const body = masked();
  const nodes = readLayers(copiedLayers(body, ['group'])) ?? [];
  const pasted = placedCopies(body, 'page-1', nodes, { x: 10, y: 20 });
  const copies = shown(pasted.edit.body).filter(([id]) => !body.nodes[id]);
  const [maskId = ''] = copies[0]?.[1] ?? [];
  expect(copies.map(([, masks]) => masks)).toEqual([[maskId], [maskId]]);
  expect(pasted.edit.body.nodes[maskId]).toMatchObject({ type: 'rectangle', x: 160, y: 170 });
  expect(pasted.roots.map((id) => pasted.edit.body.nodes[id]?.type)).toEqual(['group']);
  expect(body.nodes[maskId]).toBeUndefined();

  const alone = placedCopies(body, 'page-1', readLayers(copiedLayers(body, ['photo'])) ?? [], { x: 0, y: 0 });
  expect(shown(alone.edit.body).at(-1)?.[1]).toEqual([]);
});

test('a mask that is dragged out of its group masks nothing, and undo puts it back', () => {
  const body = masked();
  const out = placeLayers(body, ['shape'], null, null);
  expect(out.body.nodes['group']).toMatchObject({ maskId: null });
  expect(shown(out.body)).toEqual([
    ['photo', []],
    ['other', []],
    ['shape', []],
  ]);
  expect(applyPatch(out.body, out.inverse)).toEqual(body);
  // Behind another layer of its own group it stays the mask.
  const back = placeLayers(body, ['shape'], 'group', 'photo');
  expect(shown(back.body)).toEqual(shown(body));
});
