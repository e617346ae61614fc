import { expect, test } from 'vitest';
import { designFormat, emptyDesign } from '#shared/design/document.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { startClipStudio } from '../session/testing.ts';
import { createDesignPages } from './design-pages.ts';

test('a page is found by its id, in the way in which the render paints it', async () => {
  const studio = startClipStudio({ segments: [] });
  const body = emptyDesign(100, 100, 'first');
  // In order of `order`, not of their names.
  const pages = {
    ...body.pages,
    'a-late': { id: 'a-late', name: '', order: 'a2', background: '#ffffff' },
    middle: { id: 'middle', name: '', order: 'a1', background: '#ffffff' },
  };
  const document = writeDocument(designFormat, { ...body, pages });
  studio.answers.set('designs.get', () => ({ id: 'd', revision: 7, document }));
  const book = createDesignPages();
  expect(book.address('d', 'middle')).toBeNull();
  await expect.poll(() => book.address('d', 'middle')).toBe('design/d.2#7');
  expect(book.address('d', 'a-late', { clear: true })).toBe('design-clear/d.3#7');
  expect(book.address('d', null, { frame: { width: 90, height: 160 } })).toBe('design-sized/d.1x90x160#7');
  // As the render does for a page that was deleted.
  expect(book.address('d', 'deleted', { clear: false })).toBe('design/d.1#7');
  expect(studio.calls).toEqual(['designs.get']);
});
