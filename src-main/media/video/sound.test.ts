import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { both, clip, level, levelAt, plain, type SoundBench, soundBench, tone } from './sound-fixtures.ts';

let bench: SoundBench;
let heard: SoundBench['heard'];

beforeAll(async () => {
  bench = await soundBench();
  ({ heard } = bench);
  await bench.sound('tone.wav', both(tone(440)), 3);
  await bench.sound('other.wav', both(tone(1000)), 3);
  await bench.sound('mono.wav', tone(440), 2);
  await bench.sound('rising.wav', both(`0.1*t*sin(2*PI*440*t)`), 3);
});
afterAll(() => bench.remove());

describe('sound of an edit', () => {
  it('passes a plain part unchanged, exactly as long as it is', async () => {
    const samples = await heard({ segments: [clip(0.5, 2)] });
    expect(samples?.length).toBe(72_000);
    expect(level(samples, 0.01, 1.49)).toBeCloseTo(plain, 1);
    // The very sample of the source, not one beside it.
    expect(samples?.[1000]).toBeCloseTo(0.125 * Math.sin(2 * Math.PI * 440 * (0.5 + 1000 / 48_000)), 3);
  });

  it('is null where nothing sounds', async () => {
    expect(await heard({ segments: [clip(0, 1)], muted: true })).toBeNull();
    expect(await heard({ segments: [clip(0, 1, { sound: { muted: true } })] })).toBeNull();
    expect(await heard({ segments: [clip(0, 1, { sound: { gain: -60 } })] })).toBeNull();
    expect(
      await heard({ segments: [{ id: 'a', kind: 'colour', colour: '#000000', duration: 1 }] }),
    ).toBeNull();
  });

  it('plays one channel on both sides as loud as it is', async () => {
    expect(level(await heard({ segments: [clip(0, 2, { source: 'mono.wav' })] }), 0.1, 1.9)).toBeCloseTo(
      plain,
      1,
    );
  });

  it('changes the level by the decibels that are set', async () => {
    for (const gain of [-20, -6, 6]) {
      const samples = await heard({ segments: [clip(0, 1, { sound: { gain } })] });
      expect(level(samples, 0.2, 0.9)).toBeCloseTo(plain + gain, 1);
    }
  });

  it('follows a volume line evenly in decibels, at the speed of the segment', async () => {
    const envelope = [
      { at: 0.5, gain: 0 },
      { at: 2.5, gain: -40 },
    ];
    const samples = await heard({ segments: [clip(0, 3, { sound: { envelope } })] });
    expect(level(samples, 0, 0.4)).toBeCloseTo(plain, 1);
    expect(level(samples, 1.49, 1.51)).toBeCloseTo(plain - 20, 0);
    expect(level(samples, 2.6, 3)).toBeCloseTo(plain - 40, 1);
    const fast = await heard({ segments: [clip(0, 3, { speed: 2, sound: { envelope } })] });
    expect(fast?.length).toBe(72_000);
    expect(level(fast, 0.745, 0.755)).toBeCloseTo(plain - 20, 0);
  });

  it('takes the lowest point of a volume line for silence', async () => {
    const envelope = [
      { at: 0, gain: -60 },
      { at: 1, gain: -60 },
      { at: 1, gain: 0 },
    ];
    const samples = await heard({ segments: [clip(0, 2, { sound: { envelope } })] });
    expect(level(samples, 0.1, 0.9)).toBeLessThan(-150);
    expect(level(samples, 1.1, 1.9)).toBeCloseTo(plain, 1);
  });

  it('follows as many points as an edit can hold', async () => {
    const envelope = Array.from({ length: 1000 }, (_, at) => ({
      at: at * 0.003,
      gain: at % 2 === 0 ? -20 : -21,
    }));
    const samples = await heard({ segments: [clip(0, 3, { sound: { envelope } })] });
    expect(level(samples, 0.5, 2.5)).toBeCloseTo(plain - 20.5, 0);
  });

  it('fades in and out', async () => {
    const samples = await heard({ segments: [clip(0, 2, { sound: { fadeIn: 1, fadeOut: 0.5 } })] });
    expect(level(samples, 0.45, 0.55)).toBeCloseTo(plain - 6, 0);
    expect(level(samples, 1.1, 1.4)).toBeCloseTo(plain, 1);
    expect(level(samples, 1.7, 1.8)).toBeCloseTo(plain - 6, 0);
  });

  it.each([0.25, 0.5, 1.5, 3, 4])('keeps the pitch at %f× speed', async (speed) => {
    const samples = await heard({ segments: [clip(0.5, 2, { speed })] });
    expect(samples?.length).toBe(Math.round(72_000 / speed));
    const seconds = 1.5 / speed;
    expect(levelAt(samples, 440, 0.1 * seconds, 0.9 * seconds)).toBeGreaterThan(plain - 3);
  });

  it('turns the pitch with the speed where that is wanted', async () => {
    const samples = await heard({ segments: [clip(0, 2, { speed: 2, keepPitch: false })] });
    expect(samples?.length).toBe(48_000);
    expect(levelAt(samples, 880, 0.1, 0.9)).toBeCloseTo(plain, 1);
  });

  it('plays backwards', async () => {
    const samples = await heard({ segments: [clip(0, 3, { source: 'rising.wav', reversed: true })] });
    expect(samples?.length).toBe(144_000);
    expect(level(samples, 0.4, 0.6)).toBeCloseTo(20 * Math.log10(0.25) - 3.01, 0);
    expect(level(samples, 2.4, 2.6)).toBeCloseTo(20 * Math.log10(0.05) - 3.01, 0);
  });

  it('is silent beside sound, and stays in time', async () => {
    const samples = await heard({
      segments: [
        { id: 'black', kind: 'colour', colour: '#000000', duration: 0.7 },
        clip(0, 1),
        { id: 'still', kind: 'freeze', source: 'tone.wav', at: 1, duration: 0.4 },
        clip(1, 2, { source: 'other.wav' }),
      ],
    });
    expect(samples?.length).toBe(Math.round(3.1 * 48_000));
    expect(level(samples, 0, 0.699)).toBeLessThan(-150);
    expect(levelAt(samples, 440, 0.71, 1.69)).toBeCloseTo(plain, 1);
    expect(level(samples, 1.702, 2.099)).toBeLessThan(-150);
    expect(levelAt(samples, 1000, 2.11, 3.09)).toBeCloseTo(plain, 1);
  });

  it('cross-fades where a transition overlaps', async () => {
    const transition = { kind: 'fade', seconds: 0.5 };
    const samples = await heard({
      segments: [
        clip(0, 1.5),
        clip(0, 1.5, { source: 'other.wav', transition }),
        clip(1, 2.5, { transition }),
      ],
    });
    expect(samples?.length).toBe(Math.round(3.5 * 48_000));
    expect(levelAt(samples, 1000, 0, 0.98)).toBeLessThan(-70);
    expect(levelAt(samples, 440, 1.24, 1.26)).toBeCloseTo(plain - 3, 0);
    expect(levelAt(samples, 1000, 1.24, 1.26)).toBeCloseTo(plain - 3, 0);
    expect(levelAt(samples, 440, 1.52, 1.98)).toBeLessThan(-70);
    expect(levelAt(samples, 440, 2.52, 3.48)).toBeCloseTo(plain, 1);
  });

  it('cuts many parts of one file to the sample, in any order', async () => {
    const parts = Array.from({ length: 40 }, (_, at) => clip(at * 0.05, at * 0.05 + 0.025));
    const samples = await heard({
      segments: [...parts, clip(0, 0.5, { source: 'other.wav' }), clip(0.1, 0.2)],
    });
    expect(samples?.length).toBe(Math.round(1.6 * 48_000));
    const at = 39 * 0.025 + 0.01;
    expect(samples?.[Math.round(at * 48_000)]).toBeCloseTo(
      0.125 * Math.sin(2 * Math.PI * 440 * (1.95 + 0.01)),
      3,
    );
  });
});

/** Seconds at which something is first heard. */
function firstSound(samples: Float32Array | null): number {
  return (samples ?? new Float32Array()).findIndex((sample) => Math.abs(sample) > 0.05) / 48_000;
}

describe('sound of real containers', () => {
  // A burst at 1 s; `late` is when the audio stream itself begins.
  const film = async (name: string, late: number, ...codec: string[]): Promise<void> => {
    const burst = `aevalsrc='0.5*sin(2*PI*1000*t)*gte(t,${1 - late})':s=44100:d=${2 - late}`;
    await bench.ffmpeg(
      ...['-f', 'lavfi', '-i', 'testsrc2=size=64x64:rate=25:d=2'],
      ...(late > 0 ? ['-itsoffset', String(late)] : []),
      ...['-f', 'lavfi', '-i', burst, '-map', '0:v', '-map', '1:a', '-pix_fmt', 'yuv420p', ...codec],
      bench.path(name),
    );
    await bench.take(name);
  };

  // Only MP4 and Matroska say how much silence an encoder put in front; elsewhere everyone hears it (1105 samples).
  const priming = 1105 / 44_100;
  it.each([
    ['plain.mp4', 0, ['-c:a', 'aac'], 0],
    ['late.mp4', 0.5, ['-c:a', 'aac'], 0],
    ['late.mkv', 0.5, ['-c:a', 'libopus'], 0],
    ['plain.ts', 0, ['-c:a', 'aac', '-output_ts_offset', '7'], priming],
    ['late.ts', 0.5, ['-c:a', 'aac'], priming],
    ['late.flv', 0.5, ['-c:a', 'aac'], priming],
    ['plain.avi', 0, ['-c:a', 'pcm_s16le'], 0],
  ])('of %s is where the picture is, from the start and after a seek', async (name, late, codec, extra) => {
    await film(name, late, ...codec);
    // A quarter of a frame of 25 per second: nobody can see or hear that.
    for (const from of [0, 0.25, 0.8]) {
      const samples = await heard({ segments: [clip(from, 1.9, { source: name })] });
      expect(samples?.length).toBe(Math.round((1.9 - from) * 48_000));
      expect(Math.abs(firstSound(samples) - (1 - from))).toBeLessThan(0.01 + extra);
    }
  });

  it('of the second track is taken where it is asked for', async () => {
    const two = [
      '-f',
      'lavfi',
      '-i',
      'sine=frequency=300:d=1',
      '-f',
      'lavfi',
      '-i',
      'sine=frequency=900:d=1',
    ];
    await bench.ffmpeg(...two, ...['-map', '0:a', '-map', '1:a', '-c:a', 'flac', bench.path('two.mkv')]);
    await bench.take('two.mkv');
    for (const [stream, frequency] of [
      [0, 300],
      [1, 900],
    ] as const) {
      const samples = await heard({ segments: [clip(0, 1, { source: 'two.mkv', sound: { stream } })] });
      expect(levelAt(samples, frequency, 0.1, 0.9)).toBeCloseTo(plain, 1);
    }
  });

  const real = join(import.meta.dirname, '../../../../shared/testdata/video');
  it.skipIf(!existsSync(real))(
    'is exactly as long as the part, whatever the file',
    async () => {
      for (const file of readdirSync(real)) {
        const path = join(real, file);
        const probe = await bench.engine.probe(path).catch(() => null);
        if (!probe?.audio || probe.duration < 0.5) continue;
        bench.know(path, probe);
        const to = Math.min(probe.duration, 2);
        const samples = await heard({
          segments: [clip(0.2, to, { source: path }), clip(0, 0.4, { source: path, speed: 1.5 })],
        });
        expect([file, samples?.length]).toEqual([file, Math.round((to - 0.2 + 0.4 / 1.5) * 48_000)]);
      }
    },
    120_000,
  );
});
