import { setImmediate } from 'node:timers/promises';
import { Canvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { emptyCanvas, freePixels, largePixels } from '#main/media/painter/free-memory.ts';

test('an emptied canvas holds one px', () => {
  const canvas = new Canvas(400, 300);
  emptyCanvas(canvas);
  expect([canvas.width, canvas.height]).toEqual([1, 1]);
});

test('pixels that nobody refers to are gone after a large step, not after a small one', async () => {
  const forgotten = (): WeakRef<object> => new WeakRef({ pixels: new Uint8Array(1000) });
  const small = forgotten();
  freePixels(largePixels - 1);
  expect(small.deref()).toBeDefined();
  // What was looked at in this turn of the loop stays until its end.
  await setImmediate();
  freePixels(largePixels);
  expect(small.deref()).toBeUndefined();
});
