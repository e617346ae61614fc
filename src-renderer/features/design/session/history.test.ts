import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { addNodes, edit, moveNodes, removeNodes, updateNodes } from '#shared/design/operations.ts';
import type { DesignBody, Variant } from '#shared/design/schema.ts';
import { EditorStore } from './editor-store.ts';
import type { StoredHistory } from './history.ts';

const pageId = 'page-1';
const names = ['a', 'b', 'c', 'd'];

function start(): DesignBody {
  const blank = { ...emptyDesign(800, 600, pageId), guides: [] };
  return addNodes(
    blank,
    names.slice(0, 3).map((id, index) => ({ ...rectangleDefaults, id, pageId, order: '', x: index * 10 })),
  ).body;
}

const variant = (id: string, width: number): Variant => ({
  id,
  format: '',
  name: id,
  width,
  height: 100,
  order: 'a',
  overrides: {},
  backgrounds: {},
  reviewed: null,
});

type Action = (store: EditorStore) => void;
const name = fc.constantFrom(...names);
const px = fc.integer({ min: 1, max: 500 });

/** Everything that an edit can be: layers, pages, size, set-up and sizes of the design; merged and amended ones. */
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.tuple(name, px).map(
    ([id, by]): Action =>
      (store) => {
        store.apply(moveNodes(store.snapshot().body, [id], by, -by), { mergeKey: `move:${id}` });
      },
  ),
  fc.tuple(name, px).map(
    ([id, opacity]): Action =>
      (store) => {
        store.apply(updateNodes(store.snapshot().body, { [id]: { opacity: opacity / 500 } }), {
          amend: true,
        });
      },
  ),
  name.map(
    (id): Action =>
      (store) =>
        store.apply(removeNodes(store.snapshot().body, [id])),
  ),
  name.map(
    (id): Action =>
      (store) => {
        store.apply(addNodes(store.snapshot().body, [{ ...rectangleDefaults, id, pageId, order: '' }]));
      },
  ),
  px.map(
    (width): Action =>
      (store) => {
        store.apply(edit(store.snapshot().body, [{ table: 'size', value: { width, height: 300 } }]));
      },
  ),
  px.map(
    (at): Action =>
      (store) => {
        const { bleed } = store.snapshot().body;
        const guides = [{ id: 'guide', axis: 'x' as const, at }];
        store.apply(
          edit(store.snapshot().body, [
            { table: 'setup', value: bleed === undefined ? { guides, bleed: at } : { guides } },
          ]),
        );
      },
  ),
  fc.tuple(name, fc.option(px)).map(
    ([id, width]): Action =>
      (store) => {
        const value = width === null ? null : variant(id, width);
        store.apply(edit(store.snapshot().body, [{ table: 'variants', id, value }]));
      },
  ),
);

function undoAll(store: EditorStore): void {
  while (store.snapshot().canUndo) store.undo();
}

function redoAll(store: EditorStore): void {
  while (store.snapshot().canRedo) store.redo();
}

/** What saving and reading it back makes of it. */
function throughJson(history: StoredHistory): StoredHistory {
  return JSON.parse(JSON.stringify(history)) as StoredHistory;
}

describe('undo', () => {
  test('takes any sequence of edits back to the start, and redo brings all of it again', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const store = new EditorStore(start(), false);
        for (const act of actions) act(store);
        const end = store.snapshot().body;
        undoAll(store);
        expect(store.snapshot().body).toEqual(start());
        redoAll(store);
        expect(store.snapshot().body).toEqual(end);
      }),
    );
  });

  test('goes on after a restart wherever it stood', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), fc.nat(40), (actions, back) => {
        const before = new EditorStore(start(), false);
        for (const act of actions) act(before);
        const end = before.snapshot().body;
        for (let step = 0; step < back && before.snapshot().canUndo; step += 1) before.undo();
        const { body } = before.snapshot();
        const after = new EditorStore(
          JSON.parse(JSON.stringify(body)) as DesignBody,
          false,
          throughJson(before.storedHistory()),
        );
        expect(after.snapshot()).toMatchObject({
          canUndo: before.snapshot().canUndo,
          canRedo: before.snapshot().canRedo,
        });
        redoAll(after);
        expect(after.snapshot().body).toEqual(end);
        undoAll(after);
        expect(after.snapshot().body).toEqual(start());
      }),
    );
  });

  test('keeps a hundred steps and a megabyte for the next start', () => {
    const store = new EditorStore(start(), false);
    for (let step = 0; step < 300; step += 1) store.apply(moveNodes(store.snapshot().body, ['a'], 1, 0));
    for (let step = 0; step < 20; step += 1) store.undo();
    const kept = store.storedHistory();
    expect(kept.undone).toHaveLength(20);
    expect(kept.done).toHaveLength(80);
    for (let step = 0; step < 40; step += 1) {
      store.apply(updateNodes(store.snapshot().body, { a: { name: String(step).repeat(20_000) } }));
    }
    expect(JSON.stringify(store.storedHistory()).length).toBeLessThan(1_000_000);
    expect(store.storedHistory().done.length).toBeGreaterThan(4);
  });

  test('forgets what cannot be read, and everything beyond it', () => {
    const store = new EditorStore(start(), false);
    for (let step = 0; step < 4; step += 1) store.apply(moveNodes(store.snapshot().body, ['a'], 1, 0));
    const kept = throughJson(store.storedHistory());
    const broken = kept.done[1];
    if (broken) broken.inverse = [{ table: 'nodes', id: 'a', value: { type: 'nothing' } }];
    const after = new EditorStore(store.snapshot().body, false, kept);
    undoAll(after);
    expect(after.snapshot().body.nodes['a']).toMatchObject({ x: 2 });
  });

  test('a long merged step stores each layer once', () => {
    const store = new EditorStore(start(), false);
    for (let step = 0; step < 50; step += 1)
      store.apply(moveNodes(store.snapshot().body, ['a'], 1, 0), { amend: true });
    const kept = store.storedHistory();
    expect(kept.done).toHaveLength(1);
    expect(kept.done[0]).toMatchObject({ patch: [{ id: 'a' }], inverse: [{ id: 'a' }] });
  });
});
