import { expect, test } from 'vitest';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import type { PaintedNode } from '#shared/design/tree.ts';
import { areaShowing, changedArea } from './changed-area.ts';

function painted(id: string, x: number, more: Partial<DesignNode> = {}): PaintedNode {
  const node = { ...rectangleDefaults, id, pageId: 'p', order: 'a0', x, width: 10, height: 10, ...more };
  return { node: node as DesignNode, opacity: 1, locked: false, masks: [] };
}

test('nothing changed, nothing is painted', () => {
  const layers = [painted('a', 0), painted('b', 50)];
  expect(changedArea(layers, [...layers])).toBeNull();
});

test('where a layer was and where it is are painted, with its shadow', () => {
  const [one, other] = [painted('a', 0), painted('b', 50)];
  expect(changedArea([one, other], [painted('a', 20), other])).toEqual({ x: 0, y: 0, width: 30, height: 10 });
  const shadow = { x: 5, y: 5, blur: 0, colour: '#000000', opacity: 1 };
  expect(changedArea([one], [painted('a', 0, { shadow })])).toEqual({ x: 0, y: 0, width: 15, height: 15 });
});

test('a new and a missing layer are painted, another order all', () => {
  const [one, other] = [painted('a', 0), painted('b', 50)];
  expect(changedArea([one], [one, other])).toEqual({ x: 50, y: 0, width: 10, height: 10 });
  expect(changedArea([one, other], [other])).toEqual({ x: 0, y: 0, width: 10, height: 10 });
  expect(changedArea([one, other], [other, one])).toBe('all');
});

test('a picture that has come is painted where it is shown, itself or as a fill', () => {
  const shown = { ...imageDefaults, id: 'i', pageId: 'p', order: 'a0', x: 90, width: 10, height: 10 };
  const image: PaintedNode = { ...painted('i', 0), node: { ...shown, assetId: 'asset' } };
  const fill = { kind: 'picture', assetId: 'asset', fit: 'cover', focus: { x: 0.5, y: 0.5 } } as const;
  const layers = [painted('a', 0), painted('b', 50, { fill }), image];
  expect(areaShowing(layers, 'asset')).toEqual({ x: 50, y: 0, width: 50, height: 10 });
  expect(areaShowing(layers, 'other')).toBeNull();
  expect(areaShowing(layers, 'asset', (node) => ({ ...node, x: node.x + 5 }))?.x).toBe(55);
});
