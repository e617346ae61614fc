import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { addNodes, updateNodes } from '#shared/design/operations.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { addVariant, clearOverride, removeVariant } from '#shared/design/variants/edits.ts';
import { EditorStore } from './editor-store.ts';

function withStory(): DesignBody {
  const square = {
    ...rectangleDefaults,
    id: 'square',
    pageId: 'p',
    order: '',
    x: 90,
    y: 90,
    width: 200,
    height: 200,
  };
  const body = addNodes(emptyDesign(1000, 1000, 'p'), [square]).body;
  return addVariant(body, { id: 'story', format: '', name: 'Story', width: 1080, height: 1920 }).body;
}

test('an open size is shown and edited; the design that is saved gets its overrides, one step of undo each', () => {
  const origin = withStory();
  const store = new EditorStore(origin, false);
  const saved: DesignBody[] = [];
  store.onBody((body) => saved.push(body));
  store.openVariant('story');
  expect(store.snapshot()).toMatchObject({ variantId: 'story', body: { width: 1080, height: 1920 } });
  store.apply(updateNodes(store.snapshot().body, { square: { x: 500 } }));
  expect(store.snapshot().body.nodes['square']?.x).toBe(500);
  expect(saved.at(-1)?.nodes['square']?.x).toBe(90);
  expect(saved.at(-1)?.variants?.['story']?.overrides).toEqual({ square: { x: 500 } });
  store.openVariant(null);
  expect(store.snapshot().body.nodes['square']?.x).toBe(90);
  store.undo();
  expect(store.snapshot().master).toEqual(origin);
  store.redo();
  store.openVariant('story');
  expect(store.snapshot().body.nodes['square']?.x).toBe(500);
  store.applyToMaster(clearOverride(store.snapshot().master, 'story', 'square'));
  expect(store.snapshot().body.nodes['square']?.x).not.toBe(500);
});

test('what is tried out in a size is one step when it is kept, and nothing when it is not', () => {
  const store = new EditorStore(withStory(), false);
  store.openVariant('story');
  const before = store.snapshot().body;
  const tried = updateNodes(before, { square: { opacity: 0.5 } });
  store.preview(tried.patch);
  store.preview(null);
  expect(store.snapshot().body).toBe(before);
  store.preview(tried.patch);
  store.apply(updateNodes(store.snapshot().body, { square: { opacity: 0.25 } }));
  expect(store.snapshot().master.variants?.['story']?.overrides).toEqual({ square: { opacity: 0.25 } });
  store.undo();
  expect(store.snapshot().body).toEqual(before);
});

test('a size that is taken away while it is open gives way to the design', () => {
  const store = new EditorStore(withStory(), false);
  store.openVariant('story');
  store.applyToMaster(removeVariant(store.snapshot().master, 'story'));
  expect(store.snapshot()).toMatchObject({ variantId: null, body: { width: 1000 } });
});
