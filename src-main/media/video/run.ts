import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { Writable } from 'node:stream';
import ffmpegCommand from 'fluent-ffmpeg';
import type { FfmpegCall } from '#shared/clip/args/call.ts';
import { type EncodeProgress, progressReader } from '#shared/clip/progress.ts';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import { temporaryPrefix } from '#main/media/files/atomic.ts';
import { toolFailure } from './failures.ts';
import { trackChild, trackTemporary } from './live.ts';
import { isAtLeast } from './self-test.ts';
import type { VideoTools } from './tools.ts';

export interface RunOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: EncodeProgress) => void) | undefined;
  /** Receives raw output of a call whose output is `'pipe'`. */
  pipe?: Writable | undefined;
  /** Folder to run in, for outputs named by a pattern and for our own lists. */
  folder?: string | undefined;
  /** Long encodes give way to the window. */
  lowPriority?: boolean | undefined;
  /** Milliseconds without any progress after which ffmpeg is stopped. */
  stallLimit?: number | undefined;
}

/** Lines of stderr that are kept for the details of a failure. */
const keptLines = 30;
/** No job of ours needs more; a damaged file can make a decoder ask for all there is. */
const memoryLimit = 3 * 1024 ** 3;

/** Windows takes 32,767 characters of a command; a longer graph goes through a file. */
const longestGraph = 12_000;

/** `file:` and an absolute path, so that no name is ever an option, a protocol or a pattern. */
const named = (path: string): string => (isAbsolute(path) ? `file:${path}` : path);

/**
 * fluent-ffmpeg looks up formats and encoders before each run to judge the command; ours are finished, and the
 * look-up would start ffmpeg twice more. These two are its own hooks for that.
 */
interface Unchecked {
  _checkCapabilities: (done: (error?: Error) => void) => void;
  availableEncoders: (done: (error: null, encoders: object) => void) => void;
  ffmpegProc?: ChildProcess;
}

/**
 * Runs one call to its end. The only file that knows fluent-ffmpeg. Progress is read from `-progress` (the
 * library's own is measured against the whole input); stopping is SIGKILL once the process exists (a filter that is
 * stuck never obeys anything milder, and the library ignores a kill before `start`).
 * @throws GalleyError cancelled, unreadable-file, disk-full, unavailable
 */
export async function runFfmpeg(
  tools: VideoTools,
  call: FfmpegCall,
  options: RunOptions = {},
): Promise<void> {
  const at = call.options.indexOf('-filter_complex');
  const graph = call.options[at + 1] ?? '';
  if (at < 0 || graph.length <= longestGraph) return runCall(tools, call, options);
  const folder = await mkdtemp(join(tmpdir(), `${temporaryPrefix}graph-`));
  const release = trackTemporary(folder);
  try {
    const file = join(folder, 'graph.txt');
    await writeFile(file, graph);
    const name = isAtLeast(tools.abilities.version, [7, 0]) ? '-/filter_complex' : '-filter_complex_script';
    const named = call.options.toSpliced(at, 2, name, file);
    return await runCall(tools, { ...call, options: named }, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
    release();
  }
}

function runCall(tools: VideoTools, call: FfmpegCall, options: RunOptions): Promise<void> {
  const { signal, pipe, stallLimit = 120_000 } = options;
  if (signal?.aborted) return Promise.reject(cancelled());
  const command = ffmpegCommand({
    ...(options.folder === undefined ? {} : { cwd: options.folder }),
    ...(options.lowPriority ? { niceness: 10 } : {}),
    stdoutLines: 1,
  });
  command.setFfmpegPath(tools.ffmpeg);
  const hooks = command as unknown as Unchecked;
  hooks._checkCapabilities = (done) => done();
  hooks.availableEncoders = (done) => done(null, {});

  const progress = call.output === 'pipe' ? [] : ['-progress', 'pipe:1', '-nostats'];
  const period = tools.abilities.statsPeriod ? ['-stats_period', '0.2'] : [];
  const general = ['-hide_banner', '-nostdin', '-v', 'warning', ...progress, ...period];
  call.inputs.forEach((input, at) => {
    command
      .input(named(input.path))
      .inputOptions(...two(at === 0 ? [...general, ...input.options] : input.options));
  });
  command.outputOptions(...two(call.options));

  return new Promise((resolve, reject) => {
    const tail: string[] = [];
    let reason: GalleyError | null = null;
    let untrack = () => {};
    let lastSign = Date.now();
    const stop = (why: GalleyError) => {
      reason ??= why;
      hooks.ffmpegProc?.kill('SIGKILL');
    };
    const onAbort = () => stop(cancelled());
    const watchdog = setInterval(() => {
      if (Date.now() - lastSign > stallLimit) stop(stalled(tail));
    }, 1000);
    const settle = () => {
      clearInterval(watchdog);
      signal?.removeEventListener('abort', onAbort);
      untrack();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    let seen = '';
    const read = progressReader((now) => {
      const mark = `${now.frames} ${now.seconds} ${now.bytes}`;
      if (mark !== seen) lastSign = Date.now();
      seen = mark;
      options.onProgress?.(now);
    });
    command.on('start', () => {
      const child = hooks.ffmpegProc;
      if (child) untrack = trackChild(child, memoryLimit, () => stop(tooLarge(tail)));
      if (call.output === 'pipe') child?.stdout?.on('data', () => (lastSign = Date.now()));
      else child?.stdout?.setEncoding('utf8').on('data', read);
      if (reason) child?.kill('SIGKILL');
    });
    command.on('stderr', (line: string) => {
      tail.push(line.slice(0, 500));
      if (tail.length > keptLines) tail.shift();
    });
    command.on('end', () => {
      settle();
      if (reason) reject(reason);
      else resolve();
    });
    command.on('error', (error: Error) => {
      settle();
      reject(reason ?? toolFailure(error, tail));
    });
    if (call.output === 'pipe' && pipe) command.pipe(pipe, { end: true });
    else
      command.output(call.output === 'none' || call.output === 'pipe' ? '-' : named(call.output.path)).run();
  });
}

/** The library splits the words of a single value at its space, but never those of several. */
function two(values: string[]): string[] {
  return values.length === 1 ? [...values, '-nostdin'] : values;
}

function stalled(tail: string[]): GalleyError {
  return new GalleyError(
    'unavailable',
    {
      en: 'The clip stopped making progress and was given up; nothing half-written was kept. The file may be damaged.',
      zh: '处理长时间没有进展，已停止；没有留下未写完的文件。源文件可能已损坏。',
    },
    { lines: [...tail] },
  );
}

function tooLarge(tail: string[]): GalleyError {
  return new GalleyError(
    'unreadable-file',
    {
      en: 'This file asks for more memory than any clip should and was given up. It is probably damaged.',
      zh: '此文件需要的内存远超正常视频，已停止处理。文件很可能已损坏。',
    },
    { lines: [...tail] },
  );
}
