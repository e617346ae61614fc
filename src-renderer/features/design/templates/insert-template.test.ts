import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { groupDefaults } from '#shared/design/layers/group.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { applyPatch } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { designSchema } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { insertTemplate } from './insert-template.ts';

function template(): DesignBody {
  const body = emptyDesign(1080, 1350, 'one');
  body.pages['one'] = { id: 'one', name: 'Cover', order: 'a0', background: '#112233' };
  body.pages['two'] = { id: 'two', name: 'End', order: 'a1', background: '#445566' };
  const on = { pageId: 'one', order: 'a0' };
  body.nodes['group'] = { ...groupDefaults, ...on, id: 'group', maskId: 'box' };
  body.nodes['box'] = { ...rectangleDefaults, ...on, id: 'box', parentId: 'group' };
  return body;
}

let count = 0;
const newId = (): string => {
  count += 1;
  return `new-${count}`;
};

test('pages come after the shown one with their groups and masks, and undo takes them back', () => {
  const body = emptyDesign(1080, 1350, 'mine');
  body.nodes['here'] = { ...rectangleDefaults, id: 'here', pageId: 'mine', order: 'a0' };
  const { edit, pageId } = insertTemplate(body, 'mine', template(), newId);
  expect(pagesInOrder(edit.body).map((page) => page.name)).toEqual(['', 'Cover', 'End']);
  expect(edit.body.pages[pageId]?.name).toBe('Cover');
  expect(designSchema.safeParse(edit.body).success).toBe(true);
  const group = Object.values(edit.body.nodes).find((node) => node.type === 'group');
  const box = Object.values(edit.body.nodes).find((node) => node.parentId === group?.id);
  expect(group).toMatchObject({ maskId: box?.id });
  expect(applyPatch(edit.body, edit.inverse)).toEqual(body);
});

test('an empty page gives way, and another size is arranged anew', () => {
  const body = emptyDesign(1080, 1920, 'mine');
  const { edit } = insertTemplate(body, 'mine', template(), newId);
  expect(pagesInOrder(edit.body).map((page) => page.name)).toEqual(['Cover', 'End']);
  expect(edit.body).toMatchObject({ width: 1080, height: 1920 });
  expect(applyPatch(edit.body, edit.inverse)).toEqual(body);
});
