import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { packetArguments, probeArguments } from '#shared/clip/args/probe.ts';
import { type FrameIndex, type FramePacket, indexFrames, packetReader } from '#shared/clip/frame-index.ts';
import { mp4Outline } from '#shared/clip/mp4-outline.ts';
import { mp4Packets } from '#shared/clip/mp4-packets.ts';
import type { ClipOutline } from '#shared/clip/outline.ts';
import { type ClipProbe, parseProbe } from '#shared/clip/probe.ts';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import { toolFailure } from './failures.ts';
import { trackChild } from './live.ts';
import { readMovieHeader } from './mp4-header.ts';
import { asFailure } from './output.ts';
import type { VideoTools } from './tools.ts';

const memoryLimit = 2 * 1024 ** 3;
/** A probe that takes longer is stuck: even 4 GB of packets are read faster. */
const timeLimit = 120_000;

/** Size and identity of a source file; refuses what is not a plain, non-empty file. */
export async function sourceFile(path: string): Promise<{ path: string; bytes: number; identity: string }> {
  const absolute = resolve(path);
  const facts = await stat(absolute).catch((error: unknown) => {
    throw asFailure(error);
  });
  if (!facts.isFile() || facts.size === 0) {
    throw new GalleyError('unreadable-file', {
      en: 'This is not a media file: it is empty, a folder or something else. Choose a clip.',
      zh: '这不是媒体文件：它是空文件、文件夹或其他内容。请选择视频文件。',
    });
  }
  return {
    path: absolute,
    bytes: facts.size,
    identity: `${absolute}|${facts.size}|${facts.mtimeMs}|${facts.ino}`,
  };
}

/** Runs ffprobe; text goes to `onText` as it comes and is never held whole here. */
export function runFfprobe(
  tools: VideoTools,
  args: string[],
  onText: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (signal?.aborted) return Promise.reject(cancelled());
  return new Promise((done, fail) => {
    const child = spawn(tools.ffprobe, args, { stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let errors = '';
    let tooLarge = false;
    const kill = () => child.kill('SIGKILL');
    const timer = setTimeout(kill, timeLimit);
    const untrack = trackChild(child, memoryLimit, () => {
      tooLarge = true;
      kill();
    });
    signal?.addEventListener('abort', kill, { once: true });
    const settle = () => {
      clearTimeout(timer);
      untrack();
      signal?.removeEventListener('abort', kill);
    };
    child.stdout.setEncoding('utf8').on('data', onText);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-4000);
    });
    child.on('error', (error) => {
      settle();
      fail(toolFailure(error, []));
    });
    child.on('close', (code) => {
      settle();
      if (signal?.aborted) fail(cancelled());
      else if (code === 0 && !tooLarge) done();
      else fail(toolFailure(new Error(`ffprobe ended with ${code ?? 'a signal'}`), errors.split('\n')));
    });
  });
}

/** What a file really is. @throws GalleyError not-found, unreadable-file, cancelled */
export async function probeFile(tools: VideoTools, path: string, signal?: AbortSignal): Promise<ClipProbe> {
  const source = await sourceFile(path);
  const pieces: string[] = [];
  let size = 0;
  await runFfprobe(
    tools,
    probeArguments(source.path),
    (text) => {
      size += text.length;
      // Metadata can be made endless; no honest probe answers in more than a few kilobytes.
      if (size < 16 * 1024 ** 2) pieces.push(text);
    },
    signal,
  );
  let json: unknown;
  try {
    json = JSON.parse(pieces.join(''));
  } catch {
    throw toolFailure(new Error('ffprobe gave no readable answer'), []);
  }
  return parseProbe(json, source.bytes);
}

/** Every frame's time and the keyframes: from the MP4 index where it can be trusted, else from all packets. */
export async function indexFile(
  tools: VideoTools,
  path: string,
  probe: ClipProbe,
  signal?: AbortSignal,
): Promise<FrameIndex> {
  if (!probe.video) return indexFrames([]);
  const { index, codec } = probe.video;
  if (probe.container === 'mov' && codec !== 'unknown') {
    const quick = await indexFromHeader(path, index, probe.startTime);
    if (quick) return quick;
  }
  const packets: FramePacket[] = [];
  const read = packetReader(probe.startTime, (packet) => packets.push(packet));
  await runFfprobe(tools, packetArguments(resolve(path), index), read, signal);
  return indexFrames(packets);
}

/** The index of an MP4 or MOV without any process; null when ffprobe must be asked. `track` null: first picture. */
export async function indexFromHeader(
  path: string,
  track: number | null,
  startTime: number,
): Promise<FrameIndex | null> {
  const header = await readMovieHeader(path);
  const packets = header ? mp4Packets(header, track) : null;
  return packets ? indexFrames(packets.map(({ time, key }) => ({ time: time - startTime, key }))) : null;
}

/** All that a copying cut must know of a plain MP4 or MOV, without any process; null when ffprobe must be asked. */
export async function outlineFromHeader(
  path: string,
): Promise<{ outline: ClipOutline; frames: FrameIndex } | null> {
  const header = await readMovieHeader(path);
  const read = header ? mp4Outline(header) : null;
  return read && { outline: read.outline, frames: indexFrames(read.packets) };
}
