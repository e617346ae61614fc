import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { addNodes } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { readableColour } from './readable-colour.ts';

const centre = { x: 50, y: 50 };

function pageOf(background: string): DesignBody {
  const blank = emptyDesign(100, 100, 'page-1');
  return { ...blank, pages: { 'page-1': { id: 'page-1', name: '', order: 'a0', background } } };
}

test.each([
  ['#ffffff', 'token:ink'],
  ['token:paper', 'token:ink'],
  ['#e8b55c', 'token:ink'],
  ['#222', 'token:paper'],
  ['token:ink', 'token:paper'],
  ['#1f7a5cff', 'token:paper'],
])('a new text on %s is %s', (background, colour) => {
  expect(readableColour(pageOf(background), 'page-1', centre)).toBe(colour);
});

test('a filled shape counts before the page, an empty one does not', () => {
  const square = { ...rectangleDefaults, id: 'square', pageId: 'page-1', order: '', x: 25, y: 25 };
  const filled = { ...square, width: 50, height: 50, fill: '#1b2430' };
  const light = pageOf('#ffffff');
  expect(readableColour(addNodes(light, [filled]).body, 'page-1', centre)).toBe('token:paper');
  expect(readableColour(addNodes(light, [filled]).body, 'page-1', { x: 5, y: 5 })).toBe('token:ink');
  expect(readableColour(addNodes(light, [{ ...filled, fill: null }]).body, 'page-1', centre)).toBe(
    'token:ink',
  );
});
