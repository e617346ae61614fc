import { isAbsolute } from 'node:path';
import type { CallInput } from '#shared/clip/args/call.ts';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import { type ClipEdit, clipEditSchema } from '#shared/clip/edit/schema.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { soundGraph } from '#shared/clip/render/sound.ts';
import { type ClipBench, clipBench } from './clip-fixtures.ts';

export const tone = (frequency: number, level = 0.125): string => `${level}*sin(2*PI*${frequency}*t)`;

/** The same expression for the left and the right channel. */
export const both = (one: string): string => `'${one}|${one}'`;

/** Level of a `tone` as it is. */
export const plain = 20 * Math.log10(0.125) - 3.01;

/** A part of `tone.wav`. */
export const clip = (from: number, to: number, more: object = {}) => ({
  id: `${from}-${to}-${JSON.stringify(more)}`,
  kind: 'clip',
  source: 'tone.wav',
  from,
  to,
  ...more,
});

/** A folder with sound files, and what edits of them sound like. */
export interface SoundBench extends ClipBench {
  /** Makes a sound file of an expression of t; `more` for more inputs or options. */
  sound(name: string, expression: string, seconds: number, ...more: string[]): Promise<void>;
  /** Reads a file that was put there, so that edits can use it. */
  take(name: string): Promise<void>;
  /** So can a file that was probed already. */
  know(source: string, probe: ClipProbe): void;
  /** Samples of the left channel of what an edit sounds like. */
  heard(edit: object, seconds?: number): Promise<Float32Array | null>;
}

export async function soundBench(): Promise<SoundBench> {
  const bench = await clipBench();
  const probes = new Map<string, ClipProbe>();
  const take = async (name: string): Promise<void> => {
    probes.set(name, await bench.engine.probe(bench.path(name)));
  };
  return {
    ...bench,
    take,
    know: (source, probe) => void probes.set(source, probe),
    async sound(name, expression, seconds, ...more) {
      const input = `aevalsrc=${expression}:s=48000:d=${seconds}`;
      await bench.ffmpeg('-f', 'lavfi', '-i', input, ...more, bench.path(name));
      await take(name);
    },
    async heard(edit, seconds) {
      const parsed: ClipEdit = clipEditSchema.parse(edit);
      const placed = placeSegments(parsed);
      const list: CallInput[] = [];
      const graph = soundGraph(parsed, placed, {
        inputs: { list, add: (input) => list.push(input) - 1 },
        duration: seconds ?? placed.at(-1)?.end ?? 0,
        abilities: bench.tools.abilities,
        fileOf: (source) => (isAbsolute(source) ? source : bench.path(source)),
        probeOf: (source) => {
          const probe = probes.get(source);
          if (!probe) throw new Error(source);
          return probe;
        },
      });
      if (!graph) return null;
      const raw = await bench.ffmpeg(
        ...list.flatMap((input) => [...input.options, '-i', `file:${input.path}`]),
        ...['-filter_complex', `${graph.filters.join(';')};[${graph.output}]pan=mono|c0=c0[left]`],
        ...['-map', '[left]', '-f', 'f32le', '-'],
      );
      return new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.byteLength));
    },
  };
}

/** Decibels (RMS) between two times; a sine of amplitude a measures 20·log10(a) − 3.01. */
export function level(samples: Float32Array | null, from: number, to: number): number {
  const part = (samples ?? new Float32Array()).subarray(Math.round(from * 48_000), Math.round(to * 48_000));
  let sum = 0;
  for (const value of part) sum += value * value;
  return 10 * Math.log10(sum / Math.max(1, part.length) + 1e-20);
}

/** The same of one frequency alone (Goertzel's algorithm), so that two sounds can be told apart. */
export function levelAt(samples: Float32Array | null, frequency: number, from: number, to: number): number {
  const part = (samples ?? new Float32Array()).subarray(Math.round(from * 48_000), Math.round(to * 48_000));
  const turn = (2 * Math.PI * frequency) / 48_000;
  let [real, imaginary] = [0, 0];
  part.forEach((value, at) => {
    real += value * Math.cos(turn * at);
    imaginary += value * Math.sin(turn * at);
  });
  const amplitude = (2 * Math.hypot(real, imaginary)) / Math.max(1, part.length);
  return 20 * Math.log10(amplitude + 1e-10) - 3.01;
}
