import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FfmpegCall } from '#shared/clip/args/call.ts';
import { even } from '#shared/clip/args/picture.ts';
import { chunksOf } from '#shared/clip/render/frames.ts';
import { commandLine } from '#shared/clip/render/command-line.ts';
import { bitsFor, type OutputPass, type OutputPlan, sizeFor } from '#shared/clip/render/output.ts';
import { mostOpen, weightOf } from '#shared/clip/render/plan.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { ClipEngine, ClipRun, EditRenderRequest, EditRenderResult } from '#main/ports/clip-engine.ts';
import { animations } from './animate.ts';
import type { ClipLibrary } from './library.ts';
import { settleLoudness } from './loudness.ts';
import { withWorkFolder, writeOutput } from './output.ts';
import { openEdit, writeTables } from './prepare-edit.ts';
import { prepareSegments, type RunCall } from './prepare-segments.ts';
import { checkRender } from './render-check.ts';
import { encodeOnce, type EncodeJob, soundOf } from './render-pass.ts';
import { runFfmpeg } from './run.ts';
import { editStill } from './edit-still.ts';
import type { VideoTools } from './tools.ts';

/** Counts every call of a render for the progress: seconds made out of seconds to make. */
export function callRunner(
  tools: VideoTools,
  {
    run,
    folder,
    expected,
    onCommand,
  }: { run: ClipRun; folder: string; expected: number; onCommand: (line: string) => void },
): { runCall: RunCall; expect: (seconds: number) => void } {
  let done = 0;
  let total = expected;
  const report = (now: number): void => run.onProgress?.(Math.min(now, total), total);
  return {
    expect: (seconds) => {
      total = Math.max(total, done + seconds);
    },
    runCall: async (call: FfmpegCall, seconds: number) => {
      onCommand(commandLine(call));
      await runFfmpeg(tools, call, {
        signal: run.signal,
        folder,
        lowPriority: true,
        onProgress: (now) => report(done + Math.min(now.seconds, seconds)),
      });
      done += seconds;
      report(done);
    },
  };
}

function tooSmall(limit: number): GalleyError {
  return new GalleyError(
    'invalid-input',
    {
      en: `This clip cannot be made as small as ${Math.round(limit / 1024)} kB at this length. Shorten it.`,
      zh: `以当前时长无法压缩到 ${Math.round(limit / 1024)} kB。请缩短视频。`,
    },
    { maxBytes: limit },
  );
}

/** At constant quality; when that is over the byte limit, two passes aimed at it, at most three times. */
async function encodeWithin(
  job: EncodeJob,
  plan: OutputPlan,
  limit: number | undefined,
  expect: (seconds: number) => void,
): Promise<{ passes: number; plan: OutputPlan }> {
  const { frames, rate, duration } = job.opened.plan;
  await encodeOnce(job, plan, { pass: 'single' });
  let passes = 1;
  if (limit === undefined || (await stat(job.out)).size <= limit) return { passes, plan };
  const { target } = job.sources;
  for (const factor of [1, 0.93, 0.8]) {
    const bits = bitsFor(limit, {
      duration: frames / (rate.num / rate.den),
      sound: job.sound !== null,
      maxBitrate: target.maxBitrate,
      factor,
    });
    const smaller: OutputPlan = { ...plan, size: sizeFor(target, rate, bits.video) };
    const pass = (name: 'first' | 'second'): OutputPass => ({ pass: name, ...bits, log: `passes-${passes}` });
    expect(2 * duration);
    const [first, second] = [pass('first'), pass('second')];
    await encodeOnce(job, smaller, first, second);
    passes += 2;
    if ((await stat(job.out)).size <= limit) return { passes, plan: smaller };
  }
  throw tooSmall(limit);
}

async function renderEdit(
  tools: VideoTools,
  library: ClipLibrary,
  request: EditRenderRequest,
  run: ClipRun,
): Promise<EditRenderResult> {
  const { target, edit } = request;
  const sized = { ...target, width: even(target.width), height: even(target.height) };
  const sources = { ...request, target: sized };
  const opened = await openEdit(tools, library, sources, run.signal);
  const { plan } = opened;
  const commands: string[] = [];
  const onCommand = (line: string): void => {
    commands.push(line);
    request.onCommand?.(line);
  };
  return writeOutput(request.out, request.force, (out) =>
    withWorkFolder(request.out, async (folder) => {
      const { runCall, expect } = callRunner(tools, { run, folder, expected: plan.duration, onCommand });
      const { tables, notes } = await writeTables(sources, folder);
      const prepared = await prepareSegments(opened, { tools, folder, runCall, signal: run.signal });
      expect(plan.duration);
      const made = { tables, prepared };
      const sound = soundOf(tools, sources, opened, made);
      const wanted = target.loudness === undefined ? (edit.loudness ?? null) : target.loudness;
      const settled =
        sound && wanted ? await settleLoudness(tools, sound, wanted, { signal: run.signal }) : null;
      const weight = (segment: Parameters<typeof weightOf>[0]): number => weightOf(segment, opened.probeOf);
      const job: EncodeJob = {
        tools,
        sources,
        opened,
        made,
        folder,
        out,
        runCall,
        sound: sound && { louder: settled?.filters ?? [] },
        chunks: chunksOf(plan.framed, plan.frames, weight, mostOpen),
        captionNames: new Map(),
      };
      const output: OutputPlan = {
        target: sized,
        rate: plan.rate,
        duration: plan.duration,
        abilities: tools.abilities,
        size: null,
      };
      const encoded = await encodeWithin(job, output, target.maxBytes, expect);
      const probe = await checkRender(tools, out, plan, { sound: sound !== null, signal: run.signal });
      for (const name of ['passes']) await rm(join(folder, name), { force: true });
      return {
        out: request.out,
        duration: probe.duration,
        width: probe.video?.width ?? 0,
        height: probe.video?.height ?? 0,
        bytes: probe.bytes,
        passes: encoded.passes,
        frames: plan.frames,
        loudness: settled && { before: settled.before, after: settled.after },
        commands,
        notes: [
          ...plan.notes,
          ...notes,
          ...(encoded.plan.size
            ? [
                {
                  en: `Made smaller (${encoded.plan.size.width} × ${encoded.plan.size.height}) to keep the size limit.`,
                  zh: `为满足文件大小限制，画面缩小为 ${encoded.plan.size.width} × ${encoded.plan.size.height}。`,
                },
              ]
            : []),
        ],
      };
    }),
  );
}

type Noun = Pick<ClipEngine, 'renderEdit' | 'editFrame' | 'animate' | 'animateEdit'>;

/** Renders of edit lists. */
export function editRenders(tools: VideoTools, library: ClipLibrary): Noun {
  return {
    renderEdit: (request, run = {}) => renderEdit(tools, library, request, run),
    editFrame: (request, run = {}) => editStill(tools, library, request, run),
    ...animations(tools, library),
  };
}
