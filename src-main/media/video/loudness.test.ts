import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import { type ClipBench, clipBench, leftovers } from './clip-fixtures.ts';
import { clipLibrary, type ClipLibrary } from './library.ts';
import { loudnessOf, loudnessOfEdit, settleLoudness, soundOfEdit } from './loudness.ts';

let bench: ClipBench;
let library: ClipLibrary;

beforeAll(async () => {
  bench = await clipBench();
  library = clipLibrary(bench.tools);
  const make = (name: string, expression: string, seconds: number) =>
    bench.ffmpeg('-f', 'lavfi', '-i', `aevalsrc=${expression}:s=48000:d=${seconds}`, bench.path(name));
  // EBU Tech 3341: a stereo sine of 1 kHz at −23 dBFS measures −23 LUFS.
  const sine = `${10 ** (-23 / 20)}*sin(2*PI*1000*t)`;
  await make('sine.wav', `'${sine}|${sine}'`, 5);
  await make('mono.wav', `'${sine}'`, 5);
  await make('silence.wav', `'0|0'`, 3);
  const peaks = (seed: number) => `0.05*random(${seed})*(0.3+abs(sin(2*PI*1.3*t)))*(1+9*lt(mod(t,1.7),0.02))`;
  await make('peaks.wav', `'${peaks(0)}|${peaks(1)}'`, 5);
});
afterAll(() => bench.remove());

const edit = (source: string, to: number, more: object = {}): ClipEdit =>
  clipEditSchema.parse({ segments: [{ id: 'a', kind: 'clip', source, from: 0, to, ...more }] });
const fileOf = (name: string): string => bench.path(name);

describe('loudness', () => {
  it('of a calibrated tone is what EBU R 128 says', async () => {
    const measured = await loudnessOf(bench.tools, library, { in: bench.path('sine.wav') }, {});
    expect(measured.integrated).toBeCloseTo(-23, 1);
    expect(measured.peak).toBeCloseTo(-23, 0);
    expect(measured.range).toBeLessThan(0.5);
  });

  it('counts one channel as it is heard, on both sides', async () => {
    const measured = await loudnessOf(bench.tools, library, { in: bench.path('mono.wav') }, {});
    expect(measured.integrated).toBeCloseTo(-23, 1);
  });

  it('of silence, and of an edit that says nothing, is null', async () => {
    const measured = await loudnessOf(bench.tools, library, { in: bench.path('silence.wav') }, {});
    expect(measured).toEqual({ integrated: null, peak: null, range: 0 });
    const muted = { ...edit('sine.wav', 2), muted: true };
    expect((await loudnessOfEdit(bench.tools, library, { edit: muted, fileOf }, {})).integrated).toBeNull();
  });

  it('of an edit counts what the edit does', async () => {
    const softer = edit('sine.wav', 4, { sound: { gain: -6 } });
    const measured = await loudnessOfEdit(bench.tools, library, { edit: softer, fileOf }, {});
    expect(measured.integrated).toBeCloseTo(-29, 1);
  });

  it('is stopped, and nothing stays', async () => {
    const stop = new AbortController();
    stop.abort();
    const run = { signal: stop.signal };
    await expect(loudnessOf(bench.tools, library, { in: bench.path('sine.wav') }, run)).rejects.toThrow();
    expect(leftovers(bench.folder)).toEqual([]);
  });
});

/** Renders with the filters that were settled on, and measures the file. */
async function rendered(source: string, seconds: number, target: { lufs: number; peak: number }) {
  const sound = await soundOfEdit(bench.tools, library, { edit: edit(source, seconds), fileOf });
  if (!sound) throw new Error('silent');
  const settled = await settleLoudness(bench.tools, sound, target, {});
  const out = bench.path(`out-${source}-${seconds}-${target.lufs}.wav`);
  const tail = settled.filters.length > 0 ? settled.filters.join(',') : 'anull';
  await bench.ffmpeg(
    ...sound.inputs.flatMap((input) => [...input.options, '-i', `file:${input.path}`]),
    ...['-filter_complex', `${sound.graph.filters.join(';')};[${sound.graph.output}]${tail}[out]`],
    ...['-map', '[out]', '-c:a', 'pcm_f32le', out],
  );
  const probe = await bench.engine.probe(out);
  return { settled, probe, measured: await loudnessOf(bench.tools, library, { in: out }, {}) };
}

describe('coming to a target', () => {
  it('is a plain gain where the peaks allow it', async () => {
    const { settled, measured } = await rendered('sine.wav', 4, { lufs: -14, peak: -1 });
    expect(settled.way).toBe('gain');
    expect(settled.gain).toBeCloseTo(9, 1);
    expect(measured.integrated).toBeCloseTo(-14, 1);
  });

  it.each([
    [5, -14],
    [5, -16],
    // Short ones too, where loudnorm is of no use.
    [1.5, -14],
  ])('limits peaks, and lands all the same: %f s to %f LUFS', async (seconds, lufs) => {
    const { settled, measured, probe } = await rendered('peaks.wav', seconds, { lufs, peak: -1 });
    expect(settled.way).toBe('limited');
    expect(Math.abs((measured.integrated ?? 0) - lufs)).toBeLessThan(0.5);
    expect(measured.peak ?? 0).toBeLessThanOrEqual(-0.98);
    expect(probe.audio?.sampleRate).toBe(48_000);
    expect(probe.duration).toBeCloseTo(seconds, 4);
    expect(settled.after.integrated).toBeCloseTo(measured.integrated ?? 0, 0);
  });

  it('leaves silence and what is right alone', async () => {
    expect((await rendered('silence.wav', 2, { lufs: -14, peak: -1 })).settled.way).toBe('none');
    expect((await rendered('sine.wav', 4, { lufs: -23, peak: -1 })).settled.filters).toEqual([]);
  });
});
