import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CallInput,
  type FfmpegCall,
  safeInput,
  secondsText,
  withoutMetadata,
  words,
} from '#shared/clip/args/call.ts';
import { frontIndex, muxer } from '#shared/clip/args/encode.ts';
import { joinList } from '#shared/clip/args/smart.ts';
import type { FrameWindow } from '#shared/clip/render/frames.ts';
import {
  type OutputPass,
  type OutputPlan,
  renderCall,
  soundEncoder,
  ticksOf,
} from '#shared/clip/render/output.ts';
import { pictureGraph } from '#shared/clip/render/picture.ts';
import { soundGraph } from '#shared/clip/render/sound.ts';
import type { GraphPart, LookUp, PreparedSegment, RenderContext } from '#shared/clip/render/types.ts';
import { secondsOf } from '#shared/clip/render/writer.ts';
import type { EditSources } from '#main/ports/clip-engine.ts';
import type { GraphSound } from './loudness.ts';
import { type OpenEdit, renderContext, writeCaptionLists } from './prepare-edit.ts';
import type { RunCall } from './prepare-segments.ts';
import type { VideoTools } from './tools.ts';
import { verifyJoins } from './verify.ts';

/** Everything that is ready before the first encode. */
export interface EncodeJob {
  tools: VideoTools;
  sources: EditSources;
  opened: OpenEdit;
  made: { tables: ReadonlyMap<string, LookUp[]>; prepared: ReadonlyMap<string, PreparedSegment> };
  folder: string;
  out: string;
  runCall: RunCall;
  /** Filters behind the mixed sound; null when nothing is heard. */
  sound: { louder: readonly string[] } | null;
  chunks: readonly FrameWindow[];
  /** Caption pictures that are in the folder already. */
  captionNames: Map<string, string>;
}

/** The mixed sound of an edit alone, for measuring; null when nothing is heard. */
export function soundOf(
  tools: VideoTools,
  sources: EditSources,
  opened: OpenEdit,
  made: EncodeJob['made'],
): GraphSound | null {
  const context = renderContext(tools, sources, opened, made);
  const graph = soundGraph(sources.edit, opened.plan.placed, context);
  return graph && { inputs: context.inputs.list, graph, seconds: opened.plan.duration };
}

function soundPart(job: EncodeJob, context: RenderContext): GraphPart | null {
  if (!job.sound) return null;
  const graph = soundGraph(job.sources.edit, job.opened.plan.placed, context);
  const { louder } = job.sound;
  if (!graph || louder.length === 0) return graph;
  return { filters: [...graph.filters, `[${graph.output}]${louder.join(',')}[level]`], output: 'level' };
}

/** The picture of a window, and what it reads. */
async function picturePart(
  job: EncodeJob,
  window: FrameWindow,
): Promise<{ picture: GraphPart; context: RenderContext }> {
  const { sources, opened, folder } = job;
  const context = renderContext(job.tools, sources, opened, job.made);
  const captionLists = await writeCaptionLists(sources, opened.plan, window, folder, job.captionNames);
  const picture = pictureGraph(sources.edit, { framed: opened.plan.framed, window, captionLists }, context);
  return { picture, context };
}

/** Encodes the whole in one run for each pass, or in chunks that are joined by copying. */
export async function encodeOnce(job: EncodeJob, plan: OutputPlan, ...passes: OutputPass[]): Promise<void> {
  // Our own temporary file of a try before: ffmpeg does not overwrite on its own.
  await rm(job.out, { force: true });
  const [only] = job.chunks;
  if (!only || job.chunks.length > 1) return encodeChunks(job, plan, passes);
  for (const pass of passes) {
    const { picture, context } = await picturePart(job, only);
    const sound = pass.pass === 'first' ? null : soundPart(job, context);
    const call = renderCall(plan, { inputs: context.inputs.list, picture, sound }, pass, job.out);
    await job.runCall(call, plan.duration);
  }
}

async function encodeChunks(job: EncodeJob, plan: OutputPlan, passes: readonly OutputPass[]): Promise<void> {
  const { folder, opened, tools } = job;
  const { rate } = opened.plan;
  const parts: { name: string; seconds: number }[] = [];
  for (const [at, window] of job.chunks.entries()) {
    const duration = secondsOf(window.to - window.from, rate);
    const name = `chunk-${at}.mp4`;
    await rm(join(folder, name), { force: true });
    // Chunks are MP4 in every case: its clock is exact, whatever the final container's is.
    const part: OutputPlan = {
      ...plan,
      duration,
      target: { ...plan.target, kind: plan.target.kind === 'webm' ? 'webm' : 'mp4' },
    };
    for (const pass of passes) {
      const { picture, context } = await picturePart(job, window);
      const logged = pass.pass === 'single' ? pass : { ...pass, log: `${pass.log}-${at}` };
      const call = renderCall(
        part,
        { inputs: context.inputs.list, picture, sound: null },
        logged,
        join(folder, name),
      );
      await job.runCall(asChunk(call, rate), duration);
    }
    parts.push({ name, seconds: duration });
  }
  await joinChunks(job, plan, passes.at(-1) ?? { pass: 'single' }, parts);
  const joins = parts
    .slice(1)
    .map((_, at) => parts.slice(0, at + 1).reduce((sum, part) => sum + part.seconds, 0));
  await verifyJoins(tools, job.out, joins.slice(0, 50));
  for (const { name } of parts) await rm(join(folder, name), { force: true });
}

/** The container of a chunk: MP4 with a clock of whole frames, whatever is in it. */
function asChunk(call: FfmpegCall, rate: OutputPlan['rate']): FfmpegCall {
  const { options } = call;
  const at = options.lastIndexOf('-f');
  if (options[at + 1] === 'null') return call;
  const kept = options.slice(0, at);
  const clock = kept.includes('-video_track_timescale')
    ? []
    : ['-video_track_timescale', String(ticksOf(rate))];
  return { ...call, options: [...kept, ...clock, '-f', 'mp4'] };
}

/** Chunks one after another, with the sound made in one piece. */
async function joinChunks(
  job: EncodeJob,
  plan: OutputPlan,
  pass: OutputPass,
  parts: readonly { name: string; seconds: number }[],
): Promise<void> {
  const list = join(job.folder, 'chunks.txt');
  await writeFile(list, joinList([...parts]));
  const context = renderContext(job.tools, job.sources, job.opened, job.made);
  const input: CallInput = { options: [...safeInput('concat'), '-f', 'concat', '-safe', '1'], path: list };
  context.inputs.add(input);
  const sound = soundPart(job, context);
  const { kind } = plan.target;
  await job.runCall(
    {
      inputs: [...context.inputs.list],
      options: [
        ...(sound ? ['-filter_complex', sound.filters.join(';')] : []),
        ...words('-map', '0:v:0', '-c:v', 'copy'),
        ...(sound ? ['-map', `[${sound.output}]`, ...soundEncoder(plan, pass)] : []),
        ...(kind === 'mp4' || kind === 'mov' ? ['-video_track_timescale', String(ticksOf(plan.rate))] : []),
        ...words('-t', secondsText(plan.duration)),
        ...withoutMetadata,
        ...frontIndex(kind),
        ...words('-f', muxer[kind]),
      ],
      output: { path: job.out },
    },
    0,
  );
}
