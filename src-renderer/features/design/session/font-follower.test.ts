import { afterAll, expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { textDefaults, type TextNode } from '#shared/design/layers/text.ts';
import { addNodes, updateNodes } from '#shared/design/operations.ts';
import { forgetTextMeasures } from '#shared/design/text/preparation.ts';
import { EditorStore } from './editor-store.ts';
import { followFonts } from './font-follower.ts';
import { fitText } from './layer-boxes.ts';

/** Families that have come: the others are measured twice as wide, as by a font that stands in. */
const here = new Set<string>();

class Measuring {
  getContext() {
    const context = {
      font: '',
      measureText: ({ length }: string) => {
        const size = Number(/([\d.]+)px/.exec(context.font)?.[1] ?? 10);
        const [first = ''] = context.font.split(',');
        const known = [...here].some((family) => first.includes(family));
        return { width: length * size * (known ? 0.5 : 1) };
      },
    };
    return context;
  }
}
const before = Reflect.get(globalThis, 'OffscreenCanvas') as unknown;
Reflect.set(globalThis, 'OffscreenCanvas', Measuring);
afterAll(() => Reflect.set(globalThis, 'OffscreenCanvas', before));

function source() {
  const asked: string[][] = [];
  const waiting: (() => void)[] = [];
  return {
    asked,
    /** The fonts that were asked for arrive. */
    async arrive() {
      for (const each of waiting.splice(0)) each();
      await Promise.resolve();
      await Promise.resolve();
    },
    areLoaded: (families: Iterable<string>) => [...families].every((family) => here.has(family)),
    loadFamilies(families: Iterable<string>) {
      const wanted = [...families];
      asked.push(wanted);
      return new Promise<void>((resolve) => {
        waiting.push(() => {
          for (const family of wanted) here.add(family);
          forgetTextMeasures();
          resolve();
        });
      });
    },
  };
}

function opened() {
  here.clear();
  for (const family of ['Noto Sans SC', 'Inter']) here.add(family);
  forgetTextMeasures();
  const words = fitText({
    ...textDefaults,
    id: 'words',
    pageId: 'page-1',
    order: 'a0',
    text: 'Harbour',
    fontFamily: 'Inter',
    sizing: 'auto-width',
  });
  const store = new EditorStore(addNodes(emptyDesign(1000, 1000, 'page-1'), [words]).body, false);
  const fonts = source();
  followFonts(store, fonts);
  const now = () => store.snapshot().body.nodes['words'] as TextNode;
  const set = (fields: Partial<TextNode>) =>
    store.apply(updateNodes(store.snapshot().body, { words: fitText({ ...now(), ...fields }) }));
  return { store, fonts, now, set, words };
}

test('a text in a font that was not there is measured with it once it has come, in the same step of undo', async () => {
  const { store, fonts, now, set, words } = opened();
  set({ fontFamily: 'LXGW WenKai' });
  const standIn = now().width;
  await fonts.arrive();
  expect(now().width).toBeCloseTo(standIn / 2, 0);
  expect(now()).toEqual(fitText(now()));
  store.undo();
  expect(now()).toEqual(words);
  expect(store.snapshot().canUndo).toBe(false);
});

test('a run or an emoji brings its font too, and nothing is asked twice', async () => {
  const { fonts, now, set } = opened();
  set({ runs: [{ start: 0, end: 3, fontFamily: 'LXGW WenKai' }] });
  await fonts.arrive();
  set({ text: 'Harbour \u{1F980}' });
  expect(fonts.asked.flat()).toContain('Noto Color Emoji');
  await fonts.arrive();
  const times = fonts.asked.length;
  set({ text: 'Harbour \u{1F980}!' });
  expect(fonts.asked).toHaveLength(times);
  expect(now()).toEqual(fitText(now()));
});

test('what undo brings back is loaded but keeps its box, and what can be done again stays', async () => {
  const { store, fonts, now, set, words } = opened();
  set({ fontFamily: 'LXGW WenKai' });
  store.undo();
  await fonts.arrive();
  expect(now()).toEqual(words);
  expect(store.snapshot().canRedo).toBe(true);
  here.delete('LXGW WenKai');
  store.redo();
  const { width } = now();
  expect(fonts.asked.at(-1)).toContain('LXGW WenKai');
  await fonts.arrive();
  expect(now().width).toBe(width);
});
