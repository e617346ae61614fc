import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { picturesWanted, assetsUsed } from '#shared/design/draw/pictures-wanted.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { maskChoice, maskedGroups, maskWith, releaseMasks } from '#shared/design/masks.ts';
import { addNodes, applyPatch } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';

const on = { pageId: 'page-1', order: '' };

function photoUnderShape(): DesignBody {
  return addNodes(emptyDesign(100, 100, 'page-1'), [
    { ...imageDefaults, ...on, id: 'photo', assetId: 'sea' },
    { ...rectangleDefaults, ...on, id: 'shape' },
  ]).body;
}

test('the front-most shape masks the others, in one step that can be undone', () => {
  const body = photoUnderShape();
  expect(maskChoice(body, ['photo', 'shape'])?.id).toBe('shape');
  const made = maskWith(body, ['photo', 'shape'], 'group');
  expect(
    paintOrder(made.body, 'page-1').map(({ node, masks }) => [node.id, masks.map(({ id }) => id)]),
  ).toEqual([['photo', ['shape']]]);
  expect(applyPatch(made.body, made.inverse)).toEqual(body);
});

test('released, the mask is an ordinary layer again', () => {
  const masked = maskWith(photoUnderShape(), ['photo', 'shape'], 'group').body;
  expect(maskedGroups(masked, ['photo']).map(({ id }) => id)).toEqual(['group']);
  const free = releaseMasks(masked, ['group']).body;
  expect(paintOrder(free, 'page-1').map(({ node }) => node.id)).toEqual(['photo', 'shape']);
  expect(maskedGroups(free, ['group'])).toEqual([]);
});

test('pictures alone mask nothing, and one layer neither', () => {
  const body = photoUnderShape();
  expect(maskChoice(body, ['shape'])).toBeNull();
  const two = addNodes(body, [{ ...imageDefaults, ...on, id: 'other' }]).body;
  expect(maskWith(two, ['photo', 'other'], 'group').patch).toEqual([]);
});

test('pictures of layers, masks, fills and backgrounds are wanted and count as used', () => {
  const picture = (assetId: string) =>
    ({ kind: 'picture', assetId, fit: 'tile', focus: { x: 0.5, y: 0.5 }, tileScale: 2 }) as const;
  const masked = maskWith(photoUnderShape(), ['photo', 'shape'], 'group').body;
  const shape = masked.nodes['shape'];
  const page = masked.pages['page-1'];
  if (!shape || !page) throw new Error('incomplete');
  const filled = { ...shape, fill: picture('fill') } as typeof shape;
  const body: DesignBody = {
    ...masked,
    nodes: { ...masked.nodes, shape: filled },
    pages: { 'page-1': { ...page, background: picture('paper') } },
  };
  const wanted = picturesWanted(body, 'page-1').map(({ assetId, nodeId, tileScale }) => [
    assetId,
    nodeId,
    tileScale,
  ]);
  expect(wanted).toEqual([
    ['paper', 'background:page-1', 2],
    ['sea', 'photo', null],
    ['fill', 'shape', 2],
  ]);
  expect(assetsUsed(body).toSorted()).toEqual(['fill', 'paper', 'sea']);
});
