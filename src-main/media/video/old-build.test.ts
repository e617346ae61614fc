import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClipBench, clipBench, countedClip, frameNumbers, numbersFrom } from './clip-fixtures.ts';
import { createClipEngine } from './engine.ts';
import { findTools } from './tools.ts';

let bench: ClipBench;
beforeAll(async () => {
  bench = await clipBench();
});
afterAll(() => bench.remove());

test('the build that npm alone delivers makes right cuts, strips and fits', async () => {
  const tools = await findTools({ searchPath: '' });
  expect(tools).toMatchObject({ source: 'npm' });
  const engine = createClipEngine(tools);
  const source = await countedClip(bench, 'source.mp4', { frames: 180, rate: '30', gop: 30 });
  const cut = (mode: 'lossless' | 'smart' | 'exact') =>
    engine.cut({ in: source, out: bench.path(`${mode}.mp4`), from: 1.5, to: 5.5, mode });
  expect(await cut('exact')).toMatchObject({ mode: 'exact', frames: 120 });
  expect(await frameNumbers(bench, bench.path('exact.mp4'))).toEqual(numbersFrom(45, 120));
  const lossless = await cut('lossless');
  expect(await frameNumbers(bench, bench.path('lossless.mp4'))).toEqual(numbersFrom(30, lossless.frames));
  await cut('smart');
  expect(await frameNumbers(bench, bench.path('smart.mp4'))).toEqual(numbersFrom(45, 120));
  await engine.filmstrip({ in: source, out: bench.path('strip.jpg'), count: 6, height: 48 });
  const fit = { in: source, out: bench.path('fit.mp4'), width: 180, height: 320, fit: 'blur' as const };
  expect(await engine.fit(fit)).toMatchObject({ width: 180, height: 320 });
});
