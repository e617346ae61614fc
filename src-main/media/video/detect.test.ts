import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClipBench, clipBench } from './clip-fixtures.ts';
import { detectIn } from './detect.ts';
import { clipLibrary } from './library.ts';

let bench: ClipBench;
const all = { silence: { below: -35, seconds: 0.5 }, black: { seconds: 0.3 }, scene: { threshold: 0.3 } };
const detect = (path: string, wanted: object = {}, signal?: AbortSignal) =>
  detectIn(bench.tools, clipLibrary(bench.tools), { in: path, ...all, ...wanted }, signal ? { signal } : {});

/** One second each of a test picture, black, and a fractal; silent from 0.5 to 1.5 and from 2.4 on. */
async function film(name: string, ...options: string[]): Promise<string> {
  const path = bench.path(name);
  const size = 'size=160x96:rate=30';
  await bench.ffmpeg(
    ...['-f', 'lavfi', '-i', `testsrc2=${size}:d=1`, '-f', 'lavfi', '-i', `color=black:${size}:d=1`],
    ...['-f', 'lavfi', '-i', `mandelbrot=${size}`],
    ...['-f', 'lavfi', '-i', `aevalsrc='if(between(t,0.5,1.5)+gt(t,2.4),0,0.2*sin(880*t))':d=3`],
    ...['-filter_complex', '[2:v]trim=duration=1[m];[0:v][1:v][m]concat=n=3:v=1[v]'],
    ...['-map', '[v]', '-map', '3:a', '-pix_fmt', 'yuv420p', '-t', '3', ...options, path],
  );
  return path;
}

beforeAll(async () => {
  bench = await clipBench();
});
afterAll(() => bench.remove());

describe('detection', () => {
  it.each([
    ['film.mp4', []],
    // A clock that does not start at 0.
    ['film.ts', ['-c:a', 'aac', '-output_ts_offset', '5']],
  ])('finds silences, black stretches and scenes of %s', async (name, options) => {
    const { silences, blacks, scenes } = await detect(await film(name, ...options));
    expect(silences).toHaveLength(2);
    expect(silences[0]?.from).toBeCloseTo(0.5, 1);
    expect(silences[0]?.to).toBeCloseTo(1.5, 1);
    expect(silences[1]?.from).toBeCloseTo(2.4, 1);
    expect(silences[1]?.to).toBeCloseTo(3, 1);
    expect(blacks).toHaveLength(1);
    expect(Math.abs((blacks[0]?.from ?? 0) - 1)).toBeLessThan(1 / 30);
    expect(Math.abs((blacks[0]?.to ?? 0) - 2)).toBeLessThan(1 / 30);
    expect(scenes).toHaveLength(2);
    expect(Math.abs((scenes[0] ?? 0) - 1)).toBeLessThan(1 / 30);
    expect(Math.abs((scenes[1] ?? 0) - 2)).toBeLessThan(1 / 30);
  });

  it('finds only what is asked for, and as long as is asked for', async () => {
    const path = await film('some.mp4');
    expect(await detect(path, { silence: null, black: { seconds: 1.2 }, scene: null })).toEqual({
      silences: [],
      blacks: [],
      scenes: [],
    });
    const long = await detect(path, { silence: { below: -35, seconds: 0.8 }, black: null, scene: null });
    expect(long.silences).toHaveLength(1);
  });

  it('listens to files without a picture, and looks at those without sound', async () => {
    await film('whole.mp4');
    await bench.ffmpeg('-i', bench.path('whole.mp4'), '-vn', bench.path('only.wav'));
    await bench.ffmpeg('-i', bench.path('whole.mp4'), '-an', '-c', 'copy', bench.path('mute.mp4'));
    const heard = await detect(bench.path('only.wav'));
    expect(heard.silences).toHaveLength(2);
    expect(heard.scenes).toEqual([]);
    const seen = await detect(bench.path('mute.mp4'));
    expect(seen.silences).toEqual([]);
    expect(seen.blacks).toHaveLength(1);
  });

  it('counts a sound that ends before the picture as silent from there on', async () => {
    await film('full.mp4');
    const path = bench.path('early.mp4');
    await bench.ffmpeg(
      ...['-i', bench.path('full.mp4'), '-f', 'lavfi', '-i', 'sine=d=1'],
      ...['-map', '0:v', '-map', '1:a', path],
    );
    const { silences } = await detect(path);
    expect(silences).toHaveLength(1);
    expect(silences[0]?.from).toBeCloseTo(1, 1);
    expect(silences[0]?.to).toBeCloseTo(3, 1);
  });

  it('is stopped', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(detect(await film('stop.mp4'), {}, stop.signal)).rejects.toThrow();
  });

  const real = join(import.meta.dirname, '../../../../shared/testdata/video');
  it
    .skipIf(!existsSync(real))
    .each([
      'media__bbb_176x144_128kbps_15fps_h263.3gp',
      'mediabunny__cursed-vfr.mp4',
      'mediabunny__edts.mp4',
      'media__sample.flv',
    ])('reads %s of the test data', async (name) => {
    const { probe } = await clipLibrary(bench.tools).open(join(real, name));
    const found = await detect(join(real, name));
    for (const span of [...found.silences, ...found.blacks]) {
      expect(span.from).toBeGreaterThanOrEqual(0);
      expect(span.to).toBeGreaterThan(span.from);
      expect(span.to).toBeLessThanOrEqual(probe.duration + 0.001);
    }
    expect(found.scenes).toEqual([...found.scenes].sort((a, b) => a - b));
  });
});
