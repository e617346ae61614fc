import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { groupDefaults } from '#shared/design/layers/group.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { addNodes } from '#shared/design/operations.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { EditorStore } from './editor-store.ts';
import { addPhone } from './new-elements.ts';
import { addShape } from './new-layers.ts';

const pageId = 'page-1';

function withGroup(fields: Partial<Extract<DesignNode, { type: 'group' }>> = {}): EditorStore {
  const inside = { ...rectangleDefaults, id: 'inside', pageId, parentId: 'group', order: '' };
  const body = addNodes(emptyDesign(1000, 800, pageId), [
    { ...groupDefaults, ...fields, id: 'group', pageId, order: '' },
    inside,
  ]).body;
  return new EditorStore(body, false);
}

test('a new layer comes to the middle of what is in sight, else of the page', () => {
  const store = withGroup();
  const middleOf = (id: string) => {
    const { x = 0, y = 0, width = 0, height = 0 } = store.snapshot().body.nodes[id] ?? {};
    return { x: x + width / 2, y: y + height / 2 };
  };
  expect(middleOf(addShape(store, 'ellipse'))).toEqual({ x: 500, y: 400 });
  store.landing = () => ({ x: 120, y: 700 });
  expect(middleOf(addShape(store, 'rectangle'))).toEqual({ x: 120, y: 700 });
  expect(middleOf(addShape(store, 'rectangle', { x: 400, y: 300 }))).toEqual({ x: 400, y: 300 });
});

test('the group that was entered takes what is new, in front of what is in it; otherwise the page does', () => {
  const store = withGroup();
  const parentOf = (id: string) => store.snapshot().body.nodes[id]?.parentId;
  expect(parentOf(addShape(store, 'ellipse'))).toBeNull();
  store.enter('group', ['inside']);
  const added = addShape(store, 'rectangle');
  expect(parentOf(added)).toBe('group');
  expect(store.snapshot()).toMatchObject({ scope: 'group', selection: [added] });
  const { nodes } = store.snapshot().body;
  expect((nodes[added]?.order ?? '') > (nodes['inside']?.order ?? '')).toBe(true);
  expect(parentOf(addPhone(store, 'Phone'))).toBe('group');
});

test.each([[{ locked: true }], [{ maskId: 'inside' }], [{ lockedAspects: ['content' as const] }]])(
  'a group with %j is left alone',
  (fields) => {
    const store = withGroup(fields);
    store.enter('group', ['inside']);
    const added = addShape(store, 'ellipse');
    expect(store.snapshot().body.nodes[added]?.parentId).toBeNull();
    expect(store.snapshot().scope).toBeNull();
  },
);
