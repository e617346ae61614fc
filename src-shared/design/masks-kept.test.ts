import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { boundsOfNode } from '#shared/design/geometry.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { maskChoice, maskWith } from '#shared/design/masks.ts';
import { mergeRow } from '#shared/design/merge.ts';
import type { Edit } from '#shared/design/operations.ts';
import {
  addNodes,
  applyPatch,
  duplicateNodes,
  groupNodes,
  removeNodes,
  ungroupNode,
  updateNodes,
} from '#shared/design/operations.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { childrenOf, paintOrder } from '#shared/design/tree.ts';

const on = { pageId: 'page-1', order: '' };

/** Two photos of 400 px that show through a square of 100 px in their middle. */
function masked(): DesignBody {
  const body = addNodes(emptyDesign(400, 400, 'page-1'), [
    { ...imageDefaults, ...on, id: 'photo', width: 400, height: 400 },
    { ...imageDefaults, ...on, id: 'other', width: 400, height: 400 },
    { ...rectangleDefaults, ...on, id: 'shape', x: 150, y: 150, width: 100, height: 100 },
  ]).body;
  return maskWith(body, ['photo', 'other', 'shape'], 'group').body;
}

function shown(body: DesignBody): [string, string[]][] {
  return paintOrder(body, 'page-1').map(({ node, masks }) => [node.id, masks.map(({ id }) => id)]);
}

function undoes(before: DesignBody, edit: Edit): void {
  expect(applyPatch(edit.body, edit.inverse)).toEqual(before);
}

test('a copy shows through its own mask', () => {
  const body = masked();
  let count = 0;
  const copied = duplicateNodes(body, ['group'], () => `copy-${(count += 1)}`);
  const group = Object.values(copied.body.nodes).find((node) => node.type === 'group' && node.id !== 'group');
  const inside = childrenOf(copied.body, 'page-1', group?.id ?? '');
  expect(group).toMatchObject({ maskId: inside.at(-1)?.id });
  expect(inside.at(-1)).toMatchObject({ type: 'rectangle' });
  expect(shown(copied.body).map(([, masks]) => masks)).toEqual([
    ['shape'],
    ['shape'],
    [inside.at(-1)?.id],
    [inside.at(-1)?.id],
  ]);
  undoes(body, copied);
});

test('without its mask everything shows whole, and the group can have a mask again', () => {
  const body = masked();
  const bare = removeNodes(body, ['shape']);
  expect(bare.body.nodes['group']).toMatchObject({ maskId: null });
  expect(shown(bare.body)).toEqual([
    ['photo', []],
    ['other', []],
  ]);
  undoes(body, bare);
  const again = addNodes(bare.body, [{ ...rectangleDefaults, ...on, id: 'new', parentId: 'group' }]).body;
  expect(maskChoice(again, ['group'])?.id).toBe('new');
});

test('a mask that has nothing left to mask shows itself', () => {
  const body = masked();
  const alone = removeNodes(body, ['photo', 'other']);
  expect(shown(alone.body)).toEqual([['shape', []]]);
  undoes(body, alone);
});

test('ungrouped, the mask is a layer among the others', () => {
  const body = masked();
  const loose = ungroupNode(body, 'group');
  expect(shown(loose.body).map(([id]) => id)).toEqual(['photo', 'other', 'shape']);
  undoes(body, loose);
});

test('layers grouped inside stay masked, and a mask grouped with one takes it along', () => {
  const body = masked();
  const photos = groupNodes(body, ['photo', 'other'], 'inner');
  expect(shown(photos.body)).toEqual([
    ['photo', ['shape']],
    ['other', ['shape']],
  ]);
  undoes(body, photos);
  const taken = groupNodes(body, ['other', 'shape'], 'inner');
  expect(shown(taken.body)).toEqual([
    ['photo', []],
    ['other', ['shape']],
  ]);
  expect(taken.body.nodes['group']).toMatchObject({ maskId: null });
  undoes(body, taken);
  const whole = groupNodes(body, ['group'], 'outer');
  expect(shown(whole.body)).toEqual(shown(body));
});

test('a hidden mask masks nothing, and shown again it does', () => {
  const hidden = updateNodes(masked(), { shape: { hidden: true } }).body;
  expect(shown(hidden)).toEqual([
    ['photo', []],
    ['other', []],
  ]);
  expect(shown(updateNodes(hidden, { shape: { hidden: false } }).body)).toEqual(shown(masked()));
});

test('a masked group is as large as what can be seen of it', () => {
  const body = masked();
  const box = (of: DesignBody) => {
    const group = of.nodes['group'];
    return group && boundsOfNode(of, group);
  };
  expect(box(body)).toEqual({ x: 150, y: 150, width: 100, height: 100 });
  expect(box(removeNodes(body, ['shape']).body)).toEqual({ x: 0, y: 0, width: 400, height: 400 });
});

test('another size keeps the mask over its photos', () => {
  const { body } = resizeDesign(masked(), 800, 400);
  expect(shown(body)).toEqual(shown(masked()));
  const [photo, shape] = [body.nodes['photo'], body.nodes['shape']];
  if (!photo || !shape) throw new Error('Layers are missing.');
  const ratio = (inner: number, outer: number): number => Math.round((inner / outer) * 100);
  expect(ratio(shape.width, photo.width)).toBe(25);
  expect(ratio(shape.x - photo.x, photo.width)).toBe(38);
});

test('a row of a table changes the masked picture and the words, not the mask', () => {
  const body = updateNodes(masked(), { photo: { bound: { picture: 'Photo' } } }).body;
  const merged = mergeRow(body, ['Photo'], ['sea.jpg'], () => 'sea').body;
  expect(merged.nodes['photo']).toMatchObject({ assetId: 'sea' });
  expect(shown(merged)).toEqual(shown(body));
});
