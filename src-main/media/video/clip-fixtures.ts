import { words } from '#shared/clip/args/call.ts';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import { createClipEngine } from './engine.ts';
import { findTools, type VideoTools } from './tools.ts';

const execute = promisify(execFile);

/** A folder of its own, an engine over the real ffmpeg, and bare ffmpeg for making and judging clips. */
export interface ClipBench {
  folder: string;
  engine: ClipEngine;
  tools: VideoTools;
  path(name: string): string;
  ffmpeg(...args: string[]): Promise<Buffer>;
  remove(): void;
}

export async function clipBench(): Promise<ClipBench> {
  const folder = mkdtempSync(join(tmpdir(), 'galley-clip-'));
  const tools = await findTools();
  return {
    folder,
    tools,
    engine: createClipEngine(tools),
    path: (name) => join(folder, name),
    ffmpeg: async (...args) => {
      const options = { encoding: 'buffer' as const, maxBuffer: 256 * 1024 ** 2 };
      return (await execute(tools.ffmpeg, ['-v', 'error', '-nostdin', '-y', ...args], options)).stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface CountedClip {
  frames: number;
  rate: string;
  gop: number;
  /** More x264 or container options. */
  more?: string[];
  sound?: boolean;
}

/** A clip that carries its frame number in ten black or white blocks along the top edge. */
export async function countedClip(bench: ClipBench, name: string, clip: CountedClip): Promise<string> {
  const path = bench.path(name);
  const blocks = Array.from(
    { length: 10 },
    (_, bit) =>
      `drawbox=x=${bit * 32}:y=0:w=32:h=32:t=fill:color=black,` +
      `drawbox=x=${bit * 32}:y=0:w=32:h=32:t=fill:color=white:enable='mod(floor(n/${2 ** bit}),2)'`,
  );
  const sound = clip.sound === false ? [] : ['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000'];
  await bench.ffmpeg(
    ...words('-f', 'lavfi', '-i', `testsrc2=size=320x192:rate=${clip.rate}`, ...sound),
    ...words('-vf', `${blocks.join(',')},format=yuv420p`, '-frames:v', String(clip.frames), '-shortest'),
    ...words(
      '-c:v',
      'libx264',
      '-preset',
      'veryfast',
      '-g',
      String(clip.gop),
      '-keyint_min',
      String(clip.gop),
    ),
    ...words('-sc_threshold', '0', ...(sound.length > 0 ? ['-c:a', 'aac'] : []), ...(clip.more ?? []), path),
  );
  return path;
}

/** The numbers that the frames of a clip show, in playing order; `-noautorotate` keeps the blocks on top. */
export async function frameNumbers(bench: ClipBench, path: string): Promise<number[]> {
  const raw = await bench.ffmpeg(
    ...words('-noautorotate', '-i', path, '-map', '0:v:0', '-vsync', 'passthrough'),
    ...words('-vf', 'crop=320:32:0:0,scale=10:1:flags=area,format=gray', '-f', 'rawvideo', '-'),
  );
  return Array.from({ length: raw.length / 10 }, (_, frame) => {
    let number = 0;
    for (let bit = 0; bit < 10; bit += 1) if ((raw[frame * 10 + bit] ?? 0) > 128) number += 2 ** bit;
    return number;
  });
}

/** Whole numbers from `first`, `count` of them. */
export const numbersFrom = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => first + at);

/** One hash per decoded frame or, with `copy`, per stored packet. */
export async function frameHashes(bench: ClipBench, path: string, copy: boolean): Promise<string[]> {
  const codec = copy ? ['-c', 'copy'] : [];
  const text = await bench.ffmpeg('-i', path, '-map', '0:v:0', ...codec, '-f', 'framemd5', '-');
  return text
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(',').at(-1)?.trim() ?? '');
}

/** Seconds of sound in a clip, counted in decoded samples. */
export async function soundSeconds(bench: ClipBench, path: string): Promise<number> {
  const args = ['-i', path, '-map', '0:a:0', '-ac', '1', '-ar', '48000', '-f', 's16le', '-'];
  return (await bench.ffmpeg(...args)).length / 2 / 48_000;
}

/** Names in a folder that our own unfinished work would leave. */
export const leftovers = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.startsWith('.galley-'));
