import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClipBench, clipBench, countedClip, frameNumbers } from './clip-fixtures.ts';
import { indexFile, indexFromHeader, probeFile } from './inspect.ts';
import { describeTools } from './tools.ts';

const corpus = resolve(import.meta.dirname, '../../../../shared/testdata/video');
const real = (name: string) => resolve(corpus, name);
const withCorpus = test.skipIf(!existsSync(corpus));

let bench: ClipBench;
let source = '';
beforeAll(async () => {
  bench = await clipBench();
  source = await countedClip(bench, 'source.mp4', { frames: 240, rate: '30', gop: 30 });
});
afterAll(() => bench.remove());

/** Width and height of a JPEG, from its frame header. */
function jpegSize(path: string): { width: number; height: number } {
  const bytes = readFileSync(path);
  let at = 2;
  while (at < bytes.length && !(bytes[at + 1] === 0xc0 || bytes[at + 1] === 0xc2))
    at += 2 + bytes.readUInt16BE(at + 2);
  return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
}

test('a filmstrip is one picture of equal tiles', async () => {
  const out = bench.path('strip.jpg');
  const strip = await bench.engine.filmstrip({ in: source, out, count: 8, height: 48 });
  expect(strip).toMatchObject({ columns: 8, tileWidth: 80, tileHeight: 48 });
  expect(strip.times).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(jpegSize(out)).toEqual({ width: 640, height: 48 });
});

test('frames come evenly spaced and numbered', async () => {
  const { files } = await bench.engine.frames({
    in: source,
    out: bench.path('frames'),
    count: 5,
    height: 192,
  });
  expect(files.map((file) => file.time)).toEqual([0, 1.6, 3.2, 4.8, 6.4]);
  for (const file of files) expect(statSync(file.path).size).toBeGreaterThan(500);
});

test('a poster has the size it reports, even beyond the end', async () => {
  const out = bench.path('poster.jpg');
  const poster = await bench.engine.poster({ in: source, out, at: 99, maxSide: 160 });
  expect(jpegSize(out)).toEqual({ width: poster.width, height: poster.height });
  expect(poster).toMatchObject({ width: 160, height: 96 });
});

describe('a waveform', () => {
  const sounding = async (name: string, tones: string): Promise<string> => {
    await bench.ffmpeg('-f', 'lavfi', '-i', `aevalsrc=${tones}:s=48000:d=2`, bench.path(name));
    return bench.path(name);
  };

  test('has its buckets and its loudness', async () => {
    const wave = await bench.engine.waveform({ in: source, buckets: 100 });
    expect(wave.channels).toBe(1);
    expect(wave.peaks).toHaveLength(100);
    expect(wave.peaks[50]?.[1]).toBeGreaterThan(0.05);
    expect(wave.peaks[50]?.[0]).toBeLessThan(-0.05);
  });

  test('of stereo has one channel after the other', async () => {
    const clip = await sounding('stereo.wav', '0.2*sin(880*t)|0.8*sin(880*t)');
    const { channels, peaks } = await bench.engine.waveform({ in: clip, buckets: 7 });
    expect(channels).toBe(2);
    expect(peaks).toHaveLength(14);
    for (const [at, loudness] of [0.2, 0.8].entries()) {
      for (const [low, high] of peaks.slice(at * 7, at * 7 + 7)) {
        expect(low).toBeCloseTo(-loudness, 2);
        expect(high).toBeCloseTo(loudness, 2);
      }
    }
  });

  test('of more channels is mixed down to stereo, and without sound it is empty', async () => {
    const tone = '0.5*sin(880*t)';
    const clip = await sounding('surround.wav', `${Array(6).fill(tone).join('|')}:c=5.1`);
    const wave = await bench.engine.waveform({ in: clip, buckets: 10 });
    expect([wave.channels, wave.peaks.length]).toEqual([2, 20]);
    const mute = await countedClip(bench, 'mute.mp4', { frames: 30, rate: '30', gop: 30, sound: false });
    expect(await bench.engine.waveform({ in: mute, buckets: 10 })).toEqual({
      channels: 0,
      buckets: 10,
      peaks: [],
    });
  });
});

test('a proxy keeps time and is small; a remux keeps the packets', async () => {
  const proxy = await bench.engine.proxy({ in: source, out: bench.path('proxy.mp4') });
  expect(proxy).toMatchObject({ width: 320, height: 192 });
  expect(Math.abs(proxy.duration - 8)).toBeLessThan(0.1);
  const index = await bench.engine.keyframes(bench.path('proxy.mp4'));
  expect(index.keyframes.length).toBe(240);
  const remux = await bench.engine.remux({ in: source, out: bench.path('remux.mp4') });
  expect(Math.abs(remux.duration - 8)).toBeLessThan(0.1);
});

describe('fitting to a platform', () => {
  test.each(['crop', 'blur', 'pad'] as const)('%s gives the exact size, rate and duration', async (fit) => {
    const out = bench.path(`fit-${fit}.mp4`);
    const wanted = { width: 270, height: 480, fit, maxFps: 24, maxDuration: 2, from: 1 };
    const result = await bench.engine.fit({ in: source, out, ...wanted });
    expect(result).toMatchObject({ width: 270, height: 480, passes: 1 });
    const probe = await bench.engine.probe(out);
    expect(probe.video).toMatchObject({ fps: 24, pixelFormat: 'yuv420p', vfr: false });
    expect(probe.video?.fps).toBeLessThanOrEqual(24);
    expect(probe.duration).toBeLessThanOrEqual(2.03);
    expect((await bench.engine.keyframes(out)).shown.length).toBe(48);
  });

  test('a byte limit is kept, and an impossible one is refused', async () => {
    const out = bench.path('small.mp4');
    const base = { in: source, width: 320, height: 320, fit: 'pad' as const };
    const result = await bench.engine.fit({ ...base, out, maxBytes: 150_000 });
    expect(statSync(out).size).toBeLessThanOrEqual(150_000);
    expect(result.passes).toBeGreaterThan(1);
    const refused = bench.engine.fit({ ...base, out: bench.path('tiny.mp4'), maxBytes: 3_000 });
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input' });
    expect(existsSync(bench.path('tiny.mp4'))).toBe(false);
  });

  test('muted leaves no sound', async () => {
    const out = bench.path('muted.mp4');
    await bench.engine.fit({ in: source, out, width: 320, height: 180, fit: 'crop', muted: true, to: 1 });
    expect((await bench.engine.probe(out)).audio).toBeNull();
  });
});

test('the found tools are described', async () => {
  expect(await describeTools()).toMatchObject({ ok: true });
  expect(await describeTools({ searchPath: '' })).toMatchObject({
    ok: true,
    detail: expect.stringContaining('npm'),
  });
});

describe('real clips', () => {
  withCorpus('orientation, pixel shape, HDR and rate are read right', async () => {
    const video = async (name: string) => (await bench.engine.probe(real(name))).video;
    expect(await video('media__portrait_4k60.mp4')).toMatchObject({
      width: 2160,
      height: 3840,
      rotation: 90,
    });
    expect(await video('media__pixel7_videoOnly_cleaned.mp4')).toMatchObject({
      rotation: 180,
      mirrored: false,
    });
    expect(await video('media__sample_rotate_and_reflect.mp4')).toMatchObject({ width: 720, mirrored: true });
    expect(await video('mediabunny__sar_2x1.mp4')).toMatchObject({
      width: 1280,
      height: 360,
      codedWidth: 640,
    });
    expect(await video('media__hlg10-color-test.mp4')).toMatchObject({ hdr: 'hlg' });
    expect(await video('media__hdr10-av1.mp4')).toMatchObject({ hdr: 'pq' });
    expect(await video('mediabunny__cursed-vfr.mp4')).toMatchObject({ vfr: true });
    expect(await video('mediabunny__edts.mp4')).toMatchObject({ vfr: false, fps: 25 });
  });

  withCorpus('VVC is refused politely', async () => {
    const file = real('media__sample_vvc.mp4');
    const probe = await bench.engine.probe(file);
    expect(probe.warnings.map((warning) => warning.code)).toContain('codec-unsupported');
    const cut = bench.engine.cut({ in: file, out: bench.path('vvc.mp4'), from: 0, to: 1, mode: 'exact' });
    await expect(cut).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  withCorpus('the MP4 index agrees with ffprobe, packet by packet', async () => {
    const names = [
      'media__sample.mp4',
      'mediabunny__edts.mp4',
      'mediabunny__cursed-vfr.mp4',
      'media__sowt-with-video.mov',
    ];
    for (const name of names) {
      const probe = await probeFile(bench.tools, real(name));
      const quick = await indexFromHeader(real(name), probe.video?.index ?? 0, probe.startTime);
      const asked = await indexFile(bench.tools, real(name), { ...probe, container: 'other' });
      expect(quick?.keyPositions).toEqual(asked.keyPositions);
      asked.stored.forEach((time, at) => expect(quick?.stored[at]).toBeCloseTo(time, 5));
    }
  });

  withCorpus('HDR becomes BT.709 in an exact cut', async () => {
    const out = bench.path('sdr.mp4');
    await bench.engine.cut({ in: real('media__hlg10-color-test.mp4'), out, from: 0, to: 0.2, mode: 'exact' });
    const video = (await bench.engine.probe(out)).video;
    expect(video).toMatchObject({ hdr: null, pixelFormat: 'yuv420p' });
    expect(video?.colour.transfer).toBe('bt709');
  });

  withCorpus('a copied HEVC picture carries the tag that QuickTime wants', async () => {
    const out = bench.path('hevc.mp4');
    await bench.engine.cut({ in: real('mediabunny__video-h265.mp4'), out, from: 0, to: 2, mode: 'lossless' });
    expect(readFileSync(out).includes(Buffer.from('hvc1'))).toBe(true);
  });
});

test('the counted clips count', async () => {
  expect((await frameNumbers(bench, source)).slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
});
