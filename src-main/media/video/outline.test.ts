import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { words } from '#shared/clip/args/call.ts';
import { losslessCall } from '#shared/clip/args/cut.ts';
import { mp4Outline } from '#shared/clip/mp4-outline.ts';
import { planCopy } from '#shared/clip/plan.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClipBench, clipBench, countedClip } from './clip-fixtures.ts';
import { createClipEngine } from './engine.ts';
import { indexFile, outlineFromHeader, probeFile } from './inspect.ts';
import { readMovieHeader } from './mp4-header.ts';

const corpus = resolve(import.meta.dirname, '../../../../shared/testdata/video');
const clips = existsSync(corpus) ? readdirSync(corpus) : [];

let bench: ClipBench;
beforeAll(async () => {
  bench = await clipBench();
});
afterAll(() => bench.remove());

/** Compares with ffprobe, field by field and plan by plan; false when the reader leaves the clip to ffprobe. */
async function agrees(path: string): Promise<boolean> {
  const read = await outlineFromHeader(path).catch(() => null);
  if (!read) return false;
  const probe = await probeFile(bench.tools, path);
  const asked = await indexFile(bench.tools, path, { ...probe, container: 'other' });
  const taken = probe.streams.filter(({ type }) => type === 'video' || type === 'audio');
  expect(probe.startTime).toBe(0);
  expect(read.outline.container).toBe(probe.container);
  expect(read.outline.streams).toEqual(taken.map(({ index, type }) => ({ index, type })));
  expect(probe.video).toMatchObject(read.outline.video ?? {});
  expect(read.frames).toMatchObject({
    keyPositions: asked.keyPositions,
    vfr: asked.vfr,
    openGop: asked.openGop,
  });
  expect(read.frames.stored).toHaveLength(asked.stored.length);
  asked.stored.forEach((time, at) => expect(read.frames.stored[at]).toBeCloseTo(time, 5));

  const last = asked.shown.at(-1) ?? 0;
  for (const [from, to] of [
    [0, 0.4],
    [0.3, 0.9],
    [0.5, 2],
    [0, 1],
  ] as const) {
    for (const mode of ['lossless', undefined] as const) {
      // Off the middle between two frames, where ffprobe's rounding to microseconds decides.
      const request = { from: from * last * 0.9987, to: to * last * 0.9987 + 0.01, mode };
      const files = { source: path, out: '/out.mp4', kind: 'mp4' as const };
      const [ours, theirs] = [planCopy(read.outline, read.frames, request), planCopy(probe, asked, request)];
      expect(ours === null).toBe(theirs === null);
      if (!ours || !theirs) continue;
      expect({ ...ours, actual: null, decodeFrom: null }).toEqual({
        ...theirs,
        actual: null,
        decodeFrom: null,
      });
      expect(ours.actual.from).toBeCloseTo(theirs.actual.from, 5);
      expect(ours.actual.to).toBeCloseTo(theirs.actual.to, 5);
      expect(losslessCall(read.outline, theirs, files, bench.tools.abilities)).toEqual(
        losslessCall(probe, theirs, files, bench.tools.abilities),
      );
    }
  }
  return true;
}

test.each(clips)('%s: the facts for a copy are those of ffprobe, or are left to it', async (name) => {
  const plain = [
    'media__long_1080p_lowbitrate.mp4',
    'media__sample.mp4',
    'media__sowt-with-video.mov',
    'mediabunny__edts.mp4',
    'mediabunny__video-h265.mp4',
    'mediabunny__video.mp4',
  ];
  const isRead = await agrees(resolve(corpus, name));
  if (plain.includes(name)) expect(isRead).toBe(true);
});

describe('made clips', () => {
  const base = { frames: 240, gop: 30 };
  test.each([
    ['plain.mp4', '30', []],
    ['ntsc.mov', '30000/1001', ['-bf', '3', '-x264-params', 'b-pyramid=normal']],
    ['film.mp4', '24000/1001', ['-movflags', '+faststart']],
    ['fast.mp4', '120', ['-bf', '0']],
    ['timecode.mov', '25', ['-timecode', '10:00:00:00']],
    ['open.mp4', '30', ['-x264-params', 'open-gop=1:bframes=3']],
    ['place.mp4', '30', ['-metadata', 'location=+48.2+016.3/']],
  ])('%s is read and agrees', async (name, rate, more) => {
    expect(await agrees(await countedClip(bench, name, { ...base, rate, more }))).toBe(true);
  });

  test('several sounds, one of them late, and a picture that is not the first stream', async () => {
    const flat = await countedClip(bench, 'flat.mp4', { ...base, rate: '30', sound: false });
    const tone = ['-f', 'lavfi', '-t', '8', '-i', 'sine=440:sample_rate=44100'];
    const out = bench.path('sounds.mp4');
    const maps = ['-map', '0:a', '-map', '2:v', '-map', '1:a', '-map', '1:a'];
    await bench.ffmpeg(...tone, '-itsoffset', '0.25', ...tone, '-i', flat, ...maps, '-c:v', 'copy', out);
    expect(await agrees(out)).toBe(true);
  });

  test.each([
    ['fragments.mp4', { rate: '30', more: ['-movflags', 'frag_keyframe+empty_moov'] }],
    ['mpeg4.mp4', { rate: '30', more: ['-c:v', 'mpeg4'] }],
    ['late.mp4', { rate: '30', more: ['-output_ts_offset', '3'], sound: false }],
    ['plain.mkv', { rate: '30', more: [] }],
  ])('%s is left to ffprobe', async (name, clip) => {
    expect(await agrees(await countedClip(bench, name, { ...base, ...clip }))).toBe(false);
  });

  test('a varying rate and an edit that hides frames are left to ffprobe', async () => {
    const flat = await countedClip(bench, 'source.mp4', { ...base, rate: '30' });
    const [varying, hidden] = [bench.path('varying.mp4'), bench.path('hidden.mp4')];
    const filter = ['-vf', "select='gt(mod(n,7),2)'", '-vsync', 'vfr', '-an'];
    await bench.ffmpeg(...words('-i', flat, ...filter, varying));
    await bench.ffmpeg(...words('-ss', '0.5', '-i', flat, '-c', 'copy', hidden));
    expect([await agrees(varying), await agrees(hidden)]).toEqual([false, false]);
  });

  test('a damaged index is read or left to ffprobe, and never breaks the reader', async () => {
    const source = await countedClip(bench, 'whole.mp4', { ...base, rate: '30' });
    const header = await readMovieHeader(source);
    if (!header) throw new Error('no header');
    expect(mp4Outline(header)).not.toBeNull();
    expect(mp4Outline(header.subarray(0, header.length - 1))).toBeNull();
    const hit = fc.tuple(fc.nat(header.length - 1), fc.nat(255));
    fc.assert(
      fc.property(fc.array(hit, { maxLength: 30 }), fc.nat(header.length), (hits, length) => {
        const damaged = Uint8Array.from(header).subarray(0, length);
        for (const [at, value] of hits) if (at < length) damaged[at] = value;
        const read = mp4Outline(damaged);
        if (read) expect(read.packets.every(({ time }) => Number.isFinite(time))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('a lossless cut of a plain clip needs no ffprobe, an exact one does', async () => {
    const source = await countedClip(bench, 'alone.mp4', { ...base, rate: '30' });
    const engine = createClipEngine({ ...bench.tools, ffprobe: bench.path('no-such-tool') });
    const cut = (mode: 'lossless' | 'exact') =>
      engine.cut({ in: source, out: bench.path(`${mode}.mp4`), from: 2, to: 5, mode });
    expect(await cut('lossless')).toMatchObject({ mode: 'lossless', actual: { from: 2, to: 5 }, frames: 90 });
    await expect(cut('exact')).rejects.toMatchObject({ code: 'missing-tool' });
  });
});
