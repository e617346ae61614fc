import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FfmpegCall, safeInput, words } from '#shared/clip/args/call.ts';
import { joinList } from '#shared/clip/args/smart.ts';
import type { RecordedSegment } from '#shared/clip/edit/segment.ts';
import type { ClipProbe, ClipVideo } from '#shared/clip/probe.ts';
import type { FramedSegment } from '#shared/clip/render/frames.ts';
import { ticksOf } from '#shared/clip/render/output.ts';
import { renderRate } from '#shared/clip/render/rate.ts';
import { recordedFrames } from '#shared/clip/render/source.ts';
import type { PreparedSegment } from '#shared/clip/render/types.ts';
import { standardPicture, uprightPicture } from '#shared/clip/render/upright.ts';
import { gridClock, secondsOf } from '#shared/clip/render/writer.ts';
import { type FrameRate, framesPerSecond } from '#shared/clip/timeline.ts';
import { probeFile } from './inspect.ts';
import type { OpenEdit } from './prepare-edit.ts';
import type { VideoTools } from './tools.ts';

/** Runs one call in the job's folder; `seconds` is how much it makes, for the progress. */
export type RunCall = (call: FfmpegCall, seconds: number) => Promise<void>;

/** Decoded frames that are turned round at once, at most; seconds and bytes. */
const pieceSeconds = 2;
const pieceBytes = 384 * 1024 ** 2;

/** Hardly any loss, and fast to write and read. */
const nearLossless = words('-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '6', '-pix_fmt', 'yuv420p');

interface Source {
  path: string;
  probe: ClipProbe;
  video: ClipVideo;
  index: ReturnType<OpenEdit['indexOf']>;
}

interface Job {
  tools: VideoTools;
  folder: string;
  runCall: RunCall;
  signal: AbortSignal | undefined;
}

/** Frames of a source with the colours and the shape of ordinary recordings, on a grid. */
function framesCall(
  { tools }: Job,
  source: Source,
  wanted: { from: number; speed: number; window: { from: number; to: number }; rate: FrameRate },
  last: string[],
  output: { options: string[]; path: string } | null,
): FfmpegCall {
  const frames = recordedFrames(source, wanted);
  const upright = uprightPicture(source.video, tools.abilities, Number.POSITIVE_INFINITY);
  const filters = [
    ...frames.first,
    ...frames.timing,
    ...gridClock(wanted.rate),
    ...upright.filters,
    ...(upright.standard ? [] : standardPicture(source.video, null)),
    'setsar=1',
    ...last,
  ];
  const { num, den } = wanted.rate;
  return {
    inputs: [frames.input],
    options: [
      ...words('-map', `0:${source.video.index}`, '-vf', filters.join(',')),
      ...(output
        ? [...nearLossless, '-r', `${num}/${den}`, ...output.options, '-f', 'mp4']
        : words('-f', 'null')),
    ],
    output: output ? { path: output.path } : 'none',
  };
}

/** Steadied frames of a recorded part at the recording's own rate. */
async function stabilised(job: Job, source: Source, segment: RecordedSegment, name: string): Promise<string> {
  const rate = renderRate([source.video], undefined);
  const count = Math.ceil((segment.to - segment.from) * framesPerSecond(rate)) + 1;
  const wanted = { from: segment.from, speed: 1, window: { from: 0, to: count }, rate };
  const seconds = secondsOf(count, rate);
  const found = `${name}.trf`;
  await job.runCall(
    framesCall(job, source, wanted, [`vidstabdetect=result=${found}:shakiness=6`], null),
    seconds,
  );
  const path = join(job.folder, `${name}.mp4`);
  const still = [`vidstabtransform=input=${found}:smoothing=15:optzoom=1:interpol=bicubic`, 'format=yuv420p'];
  await job.runCall(
    framesCall(job, source, wanted, still, {
      options: ['-video_track_timescale', String(ticksOf(rate))],
      path,
    }),
    seconds,
  );
  return path;
}

/**
 * The first `count` frames of a reversed segment, its speed included, in pieces that each fit into memory: every piece
 * is decoded forwards, turned round and written, and the pieces are joined by copying.
 */
async function reversed(
  job: Job,
  source: Source,
  from: number,
  {
    one,
    count,
    speed,
    rate,
    name,
  }: { one: FramedSegment; count: number; speed: number; rate: FrameRate; name: string },
): Promise<string> {
  const frameBytes = source.video.width * source.video.height * 1.5;
  const most = Math.max(
    1,
    Math.min(Math.round(pieceSeconds * framesPerSecond(rate)), Math.floor(pieceBytes / frameBytes)),
  );
  const pieces: { name: string; seconds: number }[] = [];
  const options = ['-video_track_timescale', String(ticksOf(rate))];
  for (let at = 0; at < count; at += most) {
    const until = Math.min(count, at + most);
    const window = { from: one.frames - until, to: one.frames - at };
    const piece = `${name}-${pieces.length}.mp4`;
    await job.runCall(
      framesCall(job, source, { from, speed, window, rate }, ['reverse', ...gridClock(rate)], {
        options,
        path: join(job.folder, piece),
      }),
      secondsOf(until - at, rate),
    );
    pieces.push({ name: piece, seconds: secondsOf(until - at, rate) });
  }
  const list = join(job.folder, `${name}.txt`);
  await writeFile(list, joinList(pieces));
  const path = join(job.folder, `${name}.mp4`);
  await job.runCall(
    {
      inputs: [{ options: [...safeInput('concat'), '-f', 'concat', '-safe', '1'], path: list }],
      options: [...words('-map', '0:v:0', '-c', 'copy'), ...options, ...words('-f', 'mp4')],
      output: { path },
    },
    0,
  );
  for (const piece of pieces) await rm(join(job.folder, piece.name), { force: true });
  return path;
}

/** Segments that one run cannot make: backwards ones and, where the build can, stabilised ones. */
export async function prepareSegments(opened: OpenEdit, job: Job): Promise<Map<string, PreparedSegment>> {
  const prepared = new Map<string, PreparedSegment>();
  const { plan } = opened;
  for (const [at, one] of plan.framed.entries()) {
    const { segment } = one;
    if (segment.kind !== 'clip' || one.start >= plan.frames) continue;
    const steady = segment.picture?.stabilise === true && job.tools.abilities.filters.stabilise;
    const probe = opened.probeOf(segment.source);
    const { video } = probe;
    if (!video || (!segment.reversed && !steady)) continue;
    let source: Source = {
      path: opened.fileOf(segment.source),
      probe,
      video,
      index: opened.indexOf(segment.source),
    };
    let { from } = segment;
    const reread = async (path: string): Promise<Source> => {
      const read = await probeFile(job.tools, path, job.signal);
      return { path, probe: read, video: read.video ?? video, index: null };
    };
    if (steady) {
      source = await reread(await stabilised(job, source, segment, `steady-${at}`));
      from = 0;
    }
    if (segment.reversed) {
      const count = Math.min(one.frames, plan.frames - one.start + one.out);
      const speed = segment.speed ?? 1;
      source = await reread(
        await reversed(job, source, from, {
          one,
          count: Math.min(count, one.frames),
          speed,
          rate: plan.rate,
          name: `reversed-${at}`,
        }),
      );
    }
    prepared.set(segment.id, { path: source.path, probe: source.probe, timed: segment.reversed === true });
  }
  return prepared;
}
