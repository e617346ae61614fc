import { describe, expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { addNodes, groupNodes } from '#shared/design/operations.ts';
import { childrenOf } from '#shared/design/tree.ts';
import { placeLayers } from '../session/arrange.ts';
import { dropPlace, layerRows } from './layer-rows.ts';

const page = 'page-1';
const flat = addNodes(
  emptyDesign(800, 600, page),
  ['a', 'b', 'c', 'd'].map((id) => ({ ...rectangleDefaults, id, name: id, pageId: page, order: '' })),
).body;
const grouped = groupNodes(flat, ['b', 'c'], 'group').body;
const none: ReadonlySet<string> = new Set();
const ids = (rows: readonly { node: { id: string } }[]): string[] => rows.map(({ node }) => node.id);

describe('the list of layers', () => {
  test('shows the front first and what is inside open groups', () => {
    expect(ids(layerRows(grouped, page, none, null))).toEqual(['d', 'group', 'c', 'b', 'a']);
    expect(ids(layerRows(grouped, page, new Set(['group']), null))).toEqual(['d', 'group', 'a']);
  });

  test('a search keeps the groups around what it finds, folded or not', () => {
    const found = layerRows(grouped, page, new Set(['group']), (node) => node.name === 'b');
    expect(ids(found)).toEqual(['group', 'b']);
  });

  test('marks the mask', () => {
    const group = grouped.nodes['group'];
    if (group?.type !== 'group') throw new Error('There is a group.');
    const masked = { ...grouped, nodes: { ...grouped.nodes, group: { ...group, maskId: 'c' } } };
    const rows = layerRows(masked, page, none, null);
    expect(rows.filter((row) => row.isMask).map(({ node }) => node.id)).toEqual(['c']);
  });
});

describe('dropping layers', () => {
  const rowOf = (body: typeof flat, id: string) => {
    const row = layerRows(body, page, none, null).find(({ node }) => node.id === id);
    if (!row) throw new Error('There is such a row.');
    return row;
  };

  test('on the upper half goes in front, on the lower half behind', () => {
    const before = dropPlace(flat, rowOf(flat, 'c'), 0.2);
    const { body } = placeLayers(flat, ['a'], before.parentId, before.behindId);
    expect(ids(layerRows(body, page, none, null))).toEqual(['d', 'a', 'c', 'b']);
    const after = dropPlace(flat, rowOf(flat, 'c'), 0.8);
    const behind = placeLayers(flat, ['d', 'a'], after.parentId, after.behindId).body;
    expect(ids(layerRows(behind, page, none, null))).toEqual(['c', 'd', 'a', 'b']);
  });

  test('on a group goes into it; a group left empty goes', () => {
    const into = dropPlace(grouped, rowOf(grouped, 'group'), 0.5);
    const inside = placeLayers(grouped, ['a'], into.parentId, into.behindId).body;
    expect(childrenOf(inside, page, 'group').map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    const out = placeLayers(grouped, ['b', 'c'], null, null).body;
    expect(out.nodes['group']).toBeUndefined();
    expect(ids(layerRows(out, page, none, null))).toEqual(['c', 'b', 'd', 'a']);
  });

  test('a group never goes into itself', () => {
    expect(placeLayers(grouped, ['group'], 'group', null).patch).toEqual([]);
  });
});
