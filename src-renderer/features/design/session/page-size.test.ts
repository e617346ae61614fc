import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { addNodes } from '#shared/design/operations.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { EditorStore } from './editor-store.ts';
import { changeSize } from './page-size.ts';

function sample(): DesignBody {
  const blank = emptyDesign(1000, 1000, 'page-1');
  const pageId = 'page-1';
  return addNodes(blank, [
    { ...rectangleDefaults, id: 'square', pageId, order: '', x: 700, y: 700, width: 200, height: 200 },
  ]).body;
}

test('width, height and the re-arranging after them are one step of undo', () => {
  const origin = sample();
  const store = new EditorStore(origin, false);
  const now = () => store.snapshot().body;
  store.apply(changeSize(origin, now(), { width: 500, height: 1000 }, false).edit);
  expect(now()).toMatchObject({ width: 500, nodes: { square: { x: 700, width: 200 } } });
  store.apply(changeSize(origin, now(), { width: 500, height: 600 }, false).edit, { amend: true });
  store.apply(changeSize(origin, now(), { width: 500, height: 600 }, true).edit, { amend: true });
  const arranged = resizeDesign(origin, 500, 600).body;
  expect(now()).toEqual(arranged);
  store.undo();
  expect(now()).toEqual(origin);
  expect(store.snapshot().canUndo).toBe(false);
  store.redo();
  expect(now()).toEqual(arranged);
});

test('turned off again, the layers are where they were and the size stays', () => {
  const origin = sample();
  const size = { width: 400, height: 300 };
  const arranged = changeSize(origin, origin, size, true).edit.body;
  expect(changeSize(origin, arranged, size, false).edit.body).toEqual({ ...origin, ...size });
});

test('nothing is changed where nothing differs', () => {
  const origin = sample();
  expect(changeSize(origin, origin, { width: 1000, height: 1000 }, false).edit.patch).toEqual([]);
});
