import { expect, it } from 'vitest';
import { onlyLayers, withBleed } from '#shared/design/export/painting-area.ts';
import { groupDefaults } from '#shared/design/layers/group.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { paintOrder } from '#shared/design/tree.ts';

function design(nodes: Record<string, object>, more: object = {}): DesignBody {
  const all = Object.entries(nodes).map(([id, node], index) => [
    id,
    { ...node, id, pageId: 'p', order: `a${index}` } as DesignNode,
  ]);
  const page = { id: 'p', name: '', order: 'a0', background: '#ffffff' };
  return {
    width: 400,
    height: 300,
    pages: { p: page },
    nodes: Object.fromEntries(all) as DesignBody['nodes'],
    ...more,
  };
}

it('a bleed grows the page on every side and moves the layers along', () => {
  const body = withBleed(design({ a: { ...rectangleDefaults, x: 10, y: 20 } }, { bleed: 9 }));
  expect([body.width, body.height, body.nodes['a']?.x, body.nodes['a']?.y]).toEqual([418, 318, 19, 29]);
  const without = design({});
  expect(withBleed(without)).toBe(without);
});

it('some layers alone lie on a page as large as their ink', () => {
  const body = design({
    behind: { ...rectangleDefaults, x: 0, y: 0, width: 400, height: 300 },
    group: { ...groupDefaults, opacity: 0.5 },
    one: { ...rectangleDefaults, parentId: 'group', x: 100, y: 50, width: 60, height: 40 },
    other: { ...rectangleDefaults, parentId: 'group', x: 150.5, y: 80, width: 20, height: 40 },
  });
  const alone = onlyLayers(body, 'p', ['group']);
  if (!alone) throw new Error('nothing was kept');
  const painted = paintOrder(alone, 'p');
  expect(painted.map(({ node, opacity }) => [node.id, opacity])).toEqual([
    ['one', 0.5],
    ['other', 0.5],
  ]);
  expect(painted[0]?.node).toMatchObject({ x: 0, y: 0 });
  expect(alone.width).toBeGreaterThanOrEqual(71);
  expect(alone.width).toBeLessThan(75);
});

it('a shadow belongs to the ink, and hidden layers have none', () => {
  const shadow = { x: 0, y: 0, blur: 20, colour: '#000000', opacity: 1 };
  const box = { ...rectangleDefaults, x: 100, y: 100, width: 50, height: 50 };
  const alone = onlyLayers(design({ a: { ...box, shadow } }), 'p', ['a']);
  expect(alone?.width).toBeGreaterThanOrEqual(110);
  expect(onlyLayers(design({ a: { ...box, hidden: true } }), 'p', ['a'])).toBeNull();
});
