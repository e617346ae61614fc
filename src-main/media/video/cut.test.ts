import { words } from '#shared/clip/args/call.ts';
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
beforeAll(async () => {
  bench = await clipBench();
});
afterAll(() => bench.remove());

describe('on a clip of 300 counted frames with one-second groups', () => {
  let source = '';
  beforeAll(async () => {
    source = await countedClip(bench, 'source.mp4', {
      frames: 300,
      rate: '30',
      gop: 30,
      more: [
        '-x264-params',
        'open-gop=0',
        '-metadata',
        'location=+48.2+016.3/',
        '-metadata',
        'title=<b>secret</b>',
      ],
    });
  });

  test('exact: every frame asked for, no other, and sound of the same length', async () => {
    const out = bench.path('exact.mp4');
    const result = await bench.engine.cut({ in: source, out, from: 2.5, to: 5.5, mode: 'exact' });
    expect(await frameNumbers(bench, out)).toEqual(numbersFrom(75, 90));
    expect(result).toMatchObject({ mode: 'exact', frames: 90, reencodedFrames: 90, seconds: 3 });
    expect(Math.abs((await soundSeconds(bench, out)) - 3)).toBeLessThan(1 / 30);
    const probe = await bench.engine.probe(out);
    expect(Math.abs(probe.duration - 3)).toBeLessThan(1 / 30);
  });

  test('smart: frame-exact, the middle bit-identical, only the edges encoded', async () => {
    const out = bench.path('smart.mp4');
    const result = await bench.engine.cut({ in: source, out, from: 1.5, to: 6.7, mode: 'smart' });
    expect(result).toMatchObject({ mode: 'smart', frames: 156, reencodedFrames: 15 + 21, reasons: [] });
    expect(await frameNumbers(bench, out)).toEqual(numbersFrom(45, 156));
    const [before, after] = [await frameHashes(bench, source, false), await frameHashes(bench, out, false)];
    expect(after.slice(15, 135)).toEqual(before.slice(60, 180));
    expect(Math.abs((await soundSeconds(bench, out)) - 5.2)).toBeLessThan(1 / 30);
  });

  test('lossless: starts at the keyframe and says so; packets are the source’s own', async () => {
    const out = bench.path('lossless.mp4');
    const result = await bench.engine.cut({ in: source, out, from: 2.5, to: 5, mode: 'lossless' });
    expect(result).toMatchObject({
      mode: 'lossless',
      actual: { from: 2, to: 5 },
      frames: 90,
      reencodedFrames: 0,
    });
    expect(result.reasons.map((reason) => reason.code)).toEqual(['earlier-start']);
    expect(await frameNumbers(bench, out)).toEqual(numbersFrom(60, 90));
    expect(await frameHashes(bench, out, true)).toEqual(
      (await frameHashes(bench, source, true)).slice(60, 150),
    );
  });

  test('lossless with an end inside a group has no hole at the end', async () => {
    const out = bench.path('inside.mp4');
    const result = await bench.engine.cut({ in: source, out, from: 2, to: 4.5, mode: 'lossless' });
    expect(await frameNumbers(bench, out)).toEqual(numbersFrom(60, result.frames));
    expect(result.frames).toBeGreaterThanOrEqual(75);
    expect(result.frames).toBeLessThan(80);
    expect(result.actual.to - result.actual.from).toBeCloseTo(result.frames / 30, 5);
  });

  test('without a mode the best one is taken', async () => {
    const cut = (name: string, from: number, to: number) =>
      bench.engine.cut({ in: source, out: bench.path(name), from, to });
    expect((await cut('best-1.mp4', 2, 5)).mode).toBe('lossless');
    expect((await cut('best-2.mp4', 2.1, 7)).mode).toBe('smart');
    expect((await cut('best-3.mp4', 2.1, 2.4)).mode).toBe('exact');
  });

  test('no place, title or date is left in any mode', async () => {
    expect((await bench.engine.probe(source)).hasLocation).toBe(true);
    for (const mode of ['lossless', 'smart', 'exact'] as const) {
      const out = bench.path(`private-${mode}.mp4`);
      await bench.engine.cut({ in: source, out, from: 0.5, to: 6, mode });
      const probe = await bench.engine.probe(out);
      expect(probe.hasLocation).toBe(false);
      const raw = (await bench.ffmpeg('-i', out, '-f', 'ffmetadata', '-')).toString('utf8');
      expect(raw).not.toMatch(/secret|location|48\.2|creation_time/);
    }
  });

  test('an existing file stays untouched without force', async () => {
    const out = bench.path('taken.mp4');
    await bench.engine.cut({ in: source, out, from: 0, to: 1, mode: 'lossless' });
    const again = () => bench.engine.cut({ in: source, out, from: 0, to: 2, mode: 'lossless' });
    await expect(again()).rejects.toMatchObject({
      code: 'invalid-input',
      sentence: { en: '“taken.mp4” exists already. Choose another name, or add --force to replace it.' },
    });
    expect((await bench.engine.probe(out)).duration).toBeCloseTo(1, 1);
    await bench.engine.cut({ in: source, out, from: 0, to: 2, mode: 'lossless', force: true });
    expect((await bench.engine.probe(out)).duration).toBeCloseTo(2, 1);
  });

  test('ranges that make no sense are refused', async () => {
    const cut = (from: number, to: number) =>
      bench.engine.cut({ in: source, out: bench.path('no.mp4'), from, to });
    await expect(cut(5, 5)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(cut(5, 2)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(cut(10.5, 12)).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(cut(Number.NaN, 2)).rejects.toMatchObject({ code: 'invalid-input' });
    expect(leftovers(bench.folder)).toEqual([]);
  });
});

test.each([
  ['ntsc.mp4', { rate: '30000/1001', gop: 15, more: [] }],
  ['film.mov', { rate: '25', gop: 12, more: ['-bf', '3', '-x264-params', 'b-pyramid=normal'] }],
  ['clock.mkv', { rate: '24000/1001', gop: 24, more: [] }],
  ['baseline.mp4', { rate: '60', gop: 30, more: ['-profile:v', 'baseline', '-bf', '0'] }],
  ['fragments.mp4', { rate: '30', gop: 30, more: ['-movflags', 'frag_keyframe+empty_moov'] }],
  ['stream.ts', { rate: '30', gop: 30, more: [] }],
])('%s: smart and exact give the frames asked for', async (name, clip) => {
  const source = await countedClip(bench, name, { frames: 240, ...clip });
  const probe = await bench.engine.probe(source);
  const fps = probe.video?.fps ?? 0;
  const [first, count] = [37, 120];
  for (const mode of ['smart', 'exact'] as const) {
    const out = bench.path(`${name}-${mode}.mp4`);
    const result = await bench.engine.cut({
      in: source,
      out,
      from: first / fps,
      to: (first + count) / fps,
      mode,
    });
    const numbers = await frameNumbers(bench, out);
    const index = await bench.engine.keyframes(source);
    // Where the container's clock starts before the picture, times count from the clock.
    const offset = Math.round((index.shown[0] ?? 0) * fps);
    expect([result.mode, numbers]).toEqual([result.mode, numbersFrom(first - offset, count)]);
    expect(Math.abs((await soundSeconds(bench, out)) - count / fps)).toBeLessThan(1 / fps);
    if (mode === 'smart' && name !== 'stream.ts') expect(result.mode).toBe('smart');
  }
});

test('a smart cut of open groups is re-encoded, with the reason', async () => {
  const more = ['-x264-params', 'open-gop=1:bframes=3'];
  const source = await countedClip(bench, 'open.mp4', { frames: 150, rate: '30', gop: 20, more });
  const result = await bench.engine.cut({
    in: source,
    out: bench.path('o.mp4'),
    from: 0.5,
    to: 4,
    mode: 'smart',
  });
  if (result.mode === 'exact')
    expect(result.reasons.map((reason) => reason.code)).toContain('smart-open-gop');
  expect(await frameNumbers(bench, bench.path('o.mp4'))).toEqual(numbersFrom(15, 105));
});

test('rotation is kept by copies and applied by encodes', async () => {
  const flat = await countedClip(bench, 'flat.mp4', { frames: 180, rate: '30', gop: 30 });
  const source = bench.path('turned.mp4');
  await bench.ffmpeg('-i', flat, '-c', 'copy', '-metadata:s:v', 'rotate=90', source);
  const shown = (await bench.engine.probe(source)).video;
  expect(shown).toMatchObject({ width: 192, height: 320 });
  for (const mode of ['lossless', 'smart', 'exact'] as const) {
    const out = bench.path(`turned-${mode}.mp4`);
    const result = await bench.engine.cut({ in: source, out, from: 0.5, to: 5.2, mode });
    expect(result.mode).toBe(mode);
    const made = (await bench.engine.probe(out)).video;
    expect(made).toMatchObject({ width: 192, height: 320, rotation: mode === 'exact' ? 0 : shown?.rotation });
  }
  expect(await frameNumbers(bench, bench.path('turned-smart.mp4'))).toEqual(numbersFrom(15, 141));
});

test('odd sizes and varying rates come out even and steady', async () => {
  const source = bench.path('odd.mkv');
  await bench.ffmpeg(
    ...words(
      '-f',
      'lavfi',
      '-i',
      'testsrc=size=321x181:rate=30:duration=4',
      '-vf',
      "select='gt(mod(n,7),2)'",
    ),
    ...words('-vsync', 'vfr', '-c:v', 'libx264', '-pix_fmt', 'yuv444p', source),
  );
  expect((await bench.engine.probe(source)).video?.vfr).toBe(true);
  const out = bench.path('even.mp4');
  const result = await bench.engine.cut({ in: source, out, from: 1, to: 3, mode: 'exact' });
  const probe = await bench.engine.probe(out);
  expect(probe.video).toMatchObject({ width: 320, height: 180, vfr: false, pixelFormat: 'yuv420p' });
  expect(probe.duration).toBeCloseTo(result.seconds, 2);
});
