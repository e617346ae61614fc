import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type ClipBench,
  clipBench,
  countedClip,
  frameHashes,
  frameNumbers,
  leftovers,
  numbersFrom,
  soundSeconds,
} from './clip-fixtures.ts';

let bench: ClipBench;
let source = '';
beforeAll(async () => {
  bench = await clipBench();
  source = await countedClip(bench, 'source.mp4', { frames: 90, rate: '30', gop: 15 });
});
afterAll(() => bench.remove());

async function joined(
  mode: 'lossless' | 'smart' | 'exact',
  parts: readonly { from: number; to: number }[],
  name: string,
): Promise<{ out: string; frames: number; seconds: number }> {
  const cuts = [];
  for (const [at, part] of parts.entries()) {
    const path = bench.path(`${name}-${at}.mp4`);
    const made = await bench.engine.cut({ in: source, out: path, ...part, mode });
    cuts.push({ path, from: made.actual.from, seconds: made.seconds, frames: made.frames });
  }
  const out = bench.path(`${name}.mp4`);
  return { out, ...(await bench.engine.joinParts({ in: source, out, parts: cuts })) };
}

describe('parts of one recording as one file', () => {
  test('lossless: the very packets of the source, one part after the other, sound of the same length', async () => {
    const parts = [
      { from: 0, to: 1 },
      { from: 2, to: 3 },
    ];
    const { out, seconds } = await joined('lossless', parts, 'lossless');
    expect(await frameNumbers(bench, out)).toEqual([...numbersFrom(0, 30), ...numbersFrom(60, 30)]);
    const before = await frameHashes(bench, source, false);
    expect(await frameHashes(bench, out, false)).toEqual([...before.slice(0, 30), ...before.slice(60, 90)]);
    expect(seconds).toBeCloseTo(2, 3);
    expect(Math.abs((await soundSeconds(bench, out)) - 2)).toBeLessThan(1 / 30);
  });

  test('exact: every frame that was asked for, also in another order', async () => {
    const parts = [
      { from: 2.1, to: 2.5 },
      { from: 0.2, to: 0.7 },
      { from: 1, to: 1.3 },
    ];
    const { out } = await joined('exact', parts, 'exact');
    expect(await frameNumbers(bench, out)).toEqual([
      ...numbersFrom(63, 12),
      ...numbersFrom(6, 15),
      ...numbersFrom(30, 9),
    ]);
    expect(Math.abs((await soundSeconds(bench, out)) - 1.2)).toBeLessThan(1 / 30);
  });

  test('files of which one is not what it says are refused, and nothing is left', async () => {
    const path = bench.path('short.mp4');
    const made = await bench.engine.cut({ in: source, out: path, from: 0, to: 1, mode: 'exact' });
    const part = { path, from: 0, seconds: made.seconds, frames: made.frames + 3 };
    const request = { in: source, out: bench.path('wrong.mp4'), parts: [part, part] };
    await expect(bench.engine.joinParts(request)).rejects.toMatchObject({ code: 'internal' });
    expect(leftovers(bench.folder)).toEqual([]);
  });
});
