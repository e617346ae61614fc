import { execFile } from 'node:child_process';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClipEngine } from '#main/media/video/engine.ts';
import { findTools } from '#main/media/video/tools.ts';
import { makeFilm } from './film.ts';
import { inFolder } from './ground.ts';
import { type Line, type Measurement, timed } from './measure.ts';

const execute = promisify(execFile);
const megabyte = 1_000_000;
/** Bytes of the file that is opened. */
const wanted = 4_000_000_000;
/** MB above idle that opening may take. */
const promisedMemory = 150;

/** Bytes that this process and its ended children have asked to read; Linux only. */
async function bytesRead(): Promise<number> {
  const text = await readFile('/proc/self/io', 'utf8');
  return Number(/^rchar: (\d+)$/m.exec(text)?.[1] ?? Number.NaN);
}

/** MB that this process and its children hold now. */
async function memoryHeld(): Promise<number> {
  const children = await readdir('/proc').then((names) => names.filter((name) => /^\d+$/.test(name)));
  let bytes = process.memoryUsage().rss;
  for (const id of children) {
    const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
    if (Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]) !== process.pid) continue;
    bytes += Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  }
  return bytes / megabyte;
}

/** The most that is held while some work runs. */
async function peakMemory(work: () => Promise<unknown>): Promise<number> {
  let most = 0;
  let running = true;
  const watch = (async () => {
    while (running) {
      most = Math.max(most, await memoryHeld());
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await work();
  running = false;
  await watch;
  return most;
}

/** Opening a recording of 4 GB: what it is and its index of frames, as a window asks for them; time, bytes, memory. */
export const bigFile: Measurement = {
  name: 'big-file',
  measure: (say) =>
    inFolder(async (folder): Promise<Line[]> => {
      if (process.platform !== 'linux') {
        say('big-file: reads /proc, so it measures on Linux only');
        return [];
      }
      const tools = await findTools();
      const film = await makeFilm(tools.ffmpeg, folder);
      const times = Math.ceil(wanted / (await stat(film)).size);
      const big = join(folder, 'big.mp4');
      say(`big-file: joining ${times} films of 60 s`);
      const words = ['-v', 'error', '-nostdin', '-stream_loop', String(times - 1), '-i', film];
      await execute(tools.ffmpeg, [...words, '-c', 'copy', '-movflags', '+faststart', big]);
      const { size } = await stat(big);
      const engine = createClipEngine(tools);
      const idle = await memoryHeld();
      const before = await bytesRead();
      let time = 0;
      const peak = await peakMemory(async () => {
        const spent = await timed(async () => {
          await engine.probe(big);
          await engine.keyframes(big);
        });
        time = spent.wall;
      });
      const read = ((await bytesRead()) - before) / megabyte;
      const shown = { pairs: 1, cpuRatio: null };
      const inMegabytes = { ...shown, unit: 'MB' as const };
      return [
        // A second of waiting is what a person accepts without a progress bar.
        { ...shown, name: 'open 4 GB: time to 1 s', ours: time, peer: 1000, ratio: time / 1000, target: 1 },
        {
          ...inMegabytes,
          name: 'open 4 GB: bytes read of all',
          ours: read,
          peer: size / megabyte,
          ratio: (read * megabyte) / size,
          target: 0.05,
        },
        {
          ...inMegabytes,
          name: 'open 4 GB: memory above idle to 150 MB',
          ours: peak - idle,
          peer: promisedMemory,
          ratio: (peak - idle) / promisedMemory,
          target: 1,
        },
      ];
    }),
};
