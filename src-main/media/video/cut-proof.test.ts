import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planCut } from '#shared/clip/plan.ts';
import { cannotDecode } from '#shared/clip/probe-warnings.ts';
import {
  type ClipBench,
  clipBench,
  countedClip,
  frameHashes,
  frameNumbers,
  leftovers,
  numbersFrom,
} from './clip-fixtures.ts';

const corpus = resolve(import.meta.dirname, '../../../../shared/testdata/video');

let bench: ClipBench;
beforeAll(async () => {
  bench = await clipBench();
});
afterAll(() => bench.remove());

/** Seconds of the source at which a beep of a fifth of a second begins. */
const beepAt = 1.5;

interface ProofClip {
  rate: string;
  frames: number;
  gop: number;
  more: string[];
  /** Seconds by which the sound is moved against the picture. */
  soundOffset?: number;
  turned?: number;
}

const clips: Record<string, ProofClip> = {
  'no B-frames, groups of 12.mp4': { rate: '30', frames: 100, gop: 12, more: ['-bf', '0'] },
  'two B-frames, groups of 30.mp4': { rate: '30000/1001', frames: 120, gop: 30, more: ['-bf', '2'] },
  'three B-frames, one group.mov': { rate: '24000/1001', frames: 100, gop: 250, more: ['-bf', '3'] },
  'sixty, pyramid.mp4': {
    rate: '60',
    frames: 180,
    gop: 30,
    more: ['-bf', '3', '-x264-params', 'b-pyramid=normal'],
  },
  'open groups.mp4': { rate: '30', frames: 100, gop: 20, more: ['-x264-params', 'open-gop=1:bframes=3'] },
  'open groups.mkv': { rate: '25', frames: 100, gop: 20, more: ['-x264-params', 'open-gop=1:bframes=3'] },
  'millisecond clock.mkv': { rate: '30000/1001', frames: 120, gop: 24, more: ['-bf', '2'] },
  'broadcast.ts': { rate: '30', frames: 100, gop: 24, more: ['-bf', '2'] },
  'fragments.mp4': { rate: '30', frames: 100, gop: 24, more: ['-movflags', 'frag_keyframe+empty_moov'] },
  'sound late.mp4': { rate: '30', frames: 100, gop: 24, more: [], soundOffset: 0.5 },
  'sound early.mp4': { rate: '30', frames: 100, gop: 24, more: [], soundOffset: -0.5 },
  'turned.mov': { rate: '30', frames: 100, gop: 24, more: [], turned: 90 },
};

async function made(name: string, clip: ProofClip): Promise<string> {
  const picture = await countedClip(bench, `picture ${name}`, { ...clip, sound: false });
  const beep = `volume=0:enable='not(between(t,${beepAt},${beepAt + 0.2}))'`;
  const path = bench.path(name);
  const seconds = String(
    clip.frames / (Number(clip.rate.split('/')[0]) / Number(clip.rate.split('/')[1] ?? 1)),
  );
  await bench.ffmpeg(
    '-f',
    'lavfi',
    '-i',
    'sine=frequency=1000:sample_rate=48000',
    '-t',
    seconds,
    '-af',
    beep,
    '-c:a',
    'aac',
    bench.path('beep.m4a'),
  );
  await bench.ffmpeg(
    ...['-i', picture, '-itsoffset', String(clip.soundOffset ?? 0), '-i', bench.path('beep.m4a')],
    ...['-map', '0:v', '-map', '1:a', '-c', 'copy'],
    ...(clip.turned === undefined ? [] : ['-metadata:s:v', `rotate=${clip.turned}`]),
    ...(clip.more.includes('-movflags') ? ['-movflags', 'frag_keyframe+empty_moov'] : []),
    path,
  );
  return path;
}

/** The pictures of a file as they were stored before they were turned by so many degrees clockwise, without loss. */
async function turnedBack(path: string, degrees: number): Promise<string> {
  const out = bench.path('turned-back.mkv');
  await bench.ffmpeg(
    '-i',
    path,
    '-an',
    '-vf',
    degrees === 90 ? 'transpose=2' : 'transpose=1',
    '-c:v',
    'ffv1',
    out,
  );
  return out;
}

/** Sound of a file as a player hears it: when the beep begins (null: never), and when it all ends. Seconds. */
async function heard(path: string): Promise<{ beep: number | null; seconds: number }> {
  const raw = await bench.ffmpeg(
    ...[
      '-i',
      path,
      '-map',
      '0:a:0',
      '-af',
      'aresample=48000:async=1:first_pts=0',
      '-ac',
      '1',
      '-f',
      's16le',
      '-',
    ],
  );
  let first: number | null = null;
  for (let at = 0; at + 1 < raw.length && first === null; at += 2)
    if (Math.abs(raw.readInt16LE(at)) > 1000) first = at / 2 / 48_000;
  return { beep: first, seconds: raw.length / 2 / 48_000 };
}

/** In and out points in thousandths of the clip, and how far beside its frame each is set, in hundredths of a frame. */
const points = fc.record({
  start: fc.integer({ min: 0, max: 950 }),
  length: fc.integer({ min: 1, max: 1000 }),
  beside: fc.integer({ min: -40, max: 40 }),
});

const patience = { timeout: 900_000 };

test.each(Object.entries(clips))(
  '%s: every cut holds the frames and the sound it promises',
  patience,
  async (name, clip) => {
    const source = await made(name, clip);
    const { engine } = bench;
    const [probe, index, numbers, whole] = [
      await engine.probe(source),
      await engine.keyframes(source),
      await frameNumbers(bench, source),
      await heard(source),
    ];
    const fps = probe.video?.fps ?? 0;
    const total = index.shown.length;
    expect(numbers).toEqual(numbersFrom(0, total));
    let round = 0;
    await fc.assert(
      fc.asyncProperty(points, async ({ start, length, beside }) => {
        const first = Math.floor((start / 1000) * total);
        const count = Math.max(1, Math.floor((length / 1000) * (total - first)));
        const from = Math.max(0, (index.shown[first] ?? 0) + beside / 100 / fps);
        const to = from + count / fps;
        round += 1;
        for (const mode of ['exact', 'smart', 'lossless'] as const) {
          const planned = planCut(probe, index, { from, to, mode });
          const out = bench.path(`${name} ${round} ${mode}.${name.endsWith('.mkv') ? 'mkv' : 'mp4'}`);
          const work = engine.cut({ in: source, out, from, to, mode, force: true });
          // Copies of open groups may fail their check; what passes it must be right, and what fails it is not kept.
          const open = mode === 'lossless' && index.openGop;
          const result = await (open ? work.catch(() => null) : work);
          if (result === null) {
            expect(existsSync(out)).toBe(false);
            continue;
          }
          const position =
            mode === 'lossless' ? index.shown.findIndex((time) => time >= result.actual.from - 1e-6) : first;
          const wanted = numbersFrom(position, mode === 'lossless' ? planned.frames : count);
          // An encoded picture is upright, so that the numbers along its edge must be turned back.
          const shown =
            clip.turned !== undefined && result.mode === 'exact'
              ? await turnedBack(out, probe.video?.rotation ?? 0)
              : out;
          expect([mode, from, to, await frameNumbers(bench, shown)]).toEqual([mode, from, to, wanted]);
          if (mode === 'lossless')
            expect(result).toMatchObject({ mode, frames: planned.frames, actual: planned.actual });
          const seconds = wanted.length / fps;
          const expected =
            mode === 'lossless' ? Math.min(seconds, whole.seconds - result.actual.from) : seconds;
          // Packets are copied whole, and sound that begins later is not there at all.
          if (mode === 'lossless' && expected - (clip.soundOffset ?? 0) < 0.1) continue;
          const sound = await heard(out);
          // A packet of AAC is 21 ms long: the last one is filled up, and a copy keeps the first and the last whole.
          const slack = 1 / fps + (mode === 'lossless' ? 0.045 : 0.022);
          const length = Math.abs(sound.seconds - expected) < slack || [sound.seconds, expected];
          const beep = whole.beep === null ? -1 : whole.beep - result.actual.from;
          const inside = beep > 0.05 && beep < seconds - 0.05;
          // ffmpeg enters the sound of fragments up to two packets (43 ms) beside the place that it names.
          const late = clip.more.includes('-movflags') ? 0.05 : 0.03;
          const inTime = !inside || Math.abs((sound.beep ?? -9) - beep) < late || [sound.beep, beep];
          expect({ mode, from, to, length, inTime }).toEqual({ mode, from, to, length: true, inTime: true });
        }
      }),
      // Points are always the same: each run cuts for seconds, and what was found once must stay found.
      { numRuns: 3, endOnFailure: true, seed: 20_261_122 },
    );
    expect(leftovers(bench.folder)).toEqual([]);
  },
);

test(
  'a copy that would forget how the picture is turned is refused, and the best cut is another',
  patience,
  async () => {
    const source = await made('turned.mp4', { rate: '30', frames: 60, gop: 12, more: [], turned: 90 });
    const range = { in: source, from: 0.4, to: 1.2 };
    const copied = await bench.engine
      .cut({ ...range, out: bench.path('turned-copy.mkv'), mode: 'lossless' })
      .catch((error: unknown) => error);
    await bench.engine.cut({ ...range, out: bench.path('turned-best.mkv') });
    const upright = { width: 192, height: 320 };
    if (copied instanceof Error) expect(existsSync(bench.path('turned-copy.mkv'))).toBe(false);
    else expect((await bench.engine.probe(bench.path('turned-copy.mkv'))).video).toMatchObject(upright);
    expect((await bench.engine.probe(bench.path('turned-best.mkv'))).video).toMatchObject(upright);
  },
);

test('a varying rate becomes a steady one in which every frame stays at its time', patience, async () => {
  const steady = await countedClip(bench, 'steady.mp4', { frames: 120, rate: '30', gop: 30 });
  const source = bench.path('varying.mp4');
  const dropped = "select='not(eq(mod(n,5),2))*not(eq(mod(n,7),3))'";
  await bench.ffmpeg(
    '-i',
    steady,
    '-vf',
    dropped,
    '-vsync',
    'vfr',
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-c:a',
    'copy',
    source,
  );
  const probe = await bench.engine.probe(source);
  expect(probe.video?.vfr).toBe(true);
  for (const [from, to] of [
    [0.4, 2.9],
    [1.1, 1.6],
  ] as const) {
    const out = bench.path('varying-cut.mp4');
    const result = await bench.engine.cut({ in: source, out, from, to, mode: 'exact', force: true });
    const fps = result.frames / result.seconds;
    const numbers = await frameNumbers(bench, out);
    // The number of a frame is its time in thirtieths of a second.
    numbers.forEach((number, at) => {
      const time = result.actual.from + at / fps;
      expect(number / 30).toBeGreaterThan(time - 2.1 / 30 - 1 / fps);
      expect(number / 30).toBeLessThan(time + 1 / fps);
    });
    expect(Math.abs((await heard(out)).seconds - numbers.length / fps)).toBeLessThan(1 / fps);
  }
});

describe.skipIf(!existsSync(corpus))('real recordings', () => {
  test('what a lossless cut shows is what the source shows there, frame by frame', patience, async () => {
    const wrong: unknown[] = [];
    let proved = 0;
    for (const name of readdirSync(corpus).sort()) {
      const source = resolve(corpus, name);
      const probe = await bench.engine.probe(source).catch(() => null);
      if (!probe) continue;
      const { video, duration } = probe;
      // Decoding every frame of the largest ones takes minutes.
      if (
        !video ||
        cannotDecode(probe) ||
        duration * video.width * video.height * video.fps > 15 * 640 * 480 * 30
      )
        continue;
      // ffmpeg 5 forgets in Matroska how a picture is turned, and MP4 holds no H.263; such copies are refused.
      const asMp4 = probe.container === 'mov' && video.codec !== 'h263';
      const out = bench.path(`${name}.${asMp4 ? 'mp4' : 'mkv'}`);
      const range = { from: duration * 0.4, to: duration * 0.8 };
      const result = await bench.engine
        .cut({ in: source, out, ...range, mode: 'lossless' })
        .catch((error: unknown) => error);
      if (result instanceof Error) {
        wrong.push([name, 'code' in result && result.code]);
        continue;
      }
      const [all, cut] = [await frameHashes(bench, source, false), await frameHashes(bench, out, false)];
      // Still pictures repeat: some place in the source must show all of them one after another.
      const found = all.some((_, at) => cut.every((hash, step) => all[at + step] === hash));
      if (!found || cut.length === 0) wrong.push([name, cut.length]);
      proved += 1;
    }
    expect(wrong).toEqual([]);
    expect(proved).toBeGreaterThan(20);
  });
});
