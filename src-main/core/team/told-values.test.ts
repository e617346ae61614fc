import { expect, it } from 'vitest';
import { toldValues, valuesTogether } from './told-values.ts';

it('tells short values of the fields that changed, and names the others only', () => {
  const before = { title: 'Menu', labels: ['a'], body: 'One', campaign: 'Spring' };
  const after = { title: 'x'.repeat(200), labels: ['a', 'b'], body: 'Two', campaign: 'Spring' };
  expect(toldValues(before, after, ['title', 'body', 'labels'])).toEqual([
    { field: 'title', from: 'Menu', to: `${'x'.repeat(79)}…` },
    { field: 'labels', from: 'a', to: 'a, b' },
  ]);
  expect(toldValues({}, { owner: 'Ann' }, ['owner'])).toEqual([{ field: 'owner', from: '', to: 'Ann' }]);
});

it('edits in one sitting go from the first value to the last', () => {
  const first = [
    { field: 'title', from: 'a', to: 'b' },
    { field: 'link', from: '', to: 'x' },
  ];
  expect(valuesTogether(first, [{ field: 'title', from: 'b', to: 'c' }])).toEqual([
    { field: 'link', from: '', to: 'x' },
    { field: 'title', from: 'a', to: 'c' },
  ]);
});
