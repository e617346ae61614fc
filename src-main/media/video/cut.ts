import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CutFiles, exactCall, losslessCall } from '#shared/clip/args/cut.ts';
import { edgeCall, joinCall, joinList, joinTimescale, middleCall } from '#shared/clip/args/smart.ts';
import { outputKind } from '#shared/clip/args/encode.ts';
import { type CutPlan, planCut } from '#shared/clip/plan.ts';
import { reasons } from '#shared/clip/plan-reasons.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { framesPerSecond } from '#shared/clip/timeline.ts';
import { GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { ClipRun, CutRequest, CutResult } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { withWorkFolder, writeOutput } from './output.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';
import { verifyCut, verifyJoins, verifyOrientation } from './verify.ts';

interface CutJob {
  tools: VideoTools;
  probe: ClipProbe;
  files: CutFiles;
  run: ClipRun;
}

/** Cuts one range out of a clip, in the mode that was asked for or the best one. See `ClipEngine.cut`. */
export async function cutClip(
  tools: VideoTools,
  library: ClipLibrary,
  request: CutRequest,
  run: ClipRun,
): Promise<CutResult> {
  const kind = outputKind(request.out);
  if (kind === null) throw unknownContainer(request.out);
  const source = await library.open(request.in, run.signal);
  const plan = planCut(source.probe, await source.frames(run.signal), request);
  const made = await writeOutput(request.out, request.force, (out) =>
    carryOut({ tools, probe: source.probe, files: { source: source.path, out, kind }, run }, plan),
  );
  return {
    out: request.out,
    mode: made.mode,
    requested: made.requested,
    actual: made.actual,
    frames: made.frames,
    reencodedFrames: made.reencodedFrames,
    seconds: made.frames > 0 && made.mode !== 'lossless' ? lengthOf(made) : made.actual.to - made.actual.from,
    reasons: made.reasons,
  };
}

const lengthOf = (plan: CutPlan): number => plan.frames / framesPerSecond(plan.rate);

/** Runs a plan; the answer is the plan that was really carried out. */
async function carryOut(job: CutJob, plan: CutPlan): Promise<CutPlan> {
  if (plan.mode === 'smart') {
    try {
      await smartCut(job, plan);
      return plan;
    } catch (error) {
      if (isCancellation(error) || (error instanceof GalleyError && error.code === 'disk-full')) throw error;
      const reencoded = { reencodedFrames: plan.frames, reasons: [...plan.reasons, reasons.smartUnverified] };
      return carryOut(job, { ...plan, ...reencoded, mode: 'exact', smart: null });
    }
  }
  const { tools, probe, files, run } = job;
  const call =
    plan.mode === 'lossless'
      ? losslessCall(probe, plan, files, tools.abilities)
      : exactCall(probe, plan, files, tools.abilities);
  await runFfmpeg(tools, call, {
    signal: run.signal,
    lowPriority: plan.mode === 'exact',
    onProgress: ({ seconds }) => run.onProgress?.(Math.min(seconds, lengthOf(plan)), lengthOf(plan)),
  });
  if (plan.frames > 0) await verifyCut(tools, files.out, plan, run.signal);
  return plan;
}

async function smartCut(job: CutJob, plan: CutPlan): Promise<void> {
  const { tools, probe, files, run } = job;
  const { smart } = plan;
  if (!smart) return;
  const timescale = joinTimescale(probe, plan);
  const frame = 1 / framesPerSecond(plan.rate);
  const edges = [
    { name: 'head.mp4', frames: smart.head, from: plan.actual.from },
    { name: 'tail.mp4', frames: smart.tail, from: smart.tailFrom },
  ].filter((edge) => edge.frames > 0);
  const total = plan.reencodedFrames + 1;
  const done = new Map<string, number>();
  const report = (name: string, frames: number) => {
    done.set(name, frames);
    const sum = [...done.values()].reduce((all, part) => all + part, 0);
    run.onProgress?.((Math.min(sum, total) / total) * lengthOf(plan), lengthOf(plan));
  };
  await withWorkFolder(files.out, async (folder) => {
    // One part failing stops the others at once, so that nothing is left writing into a folder being removed.
    const stop = new AbortController();
    const signal = run.signal ? AbortSignal.any([run.signal, stop.signal]) : stop.signal;
    const started = edges.map((edge) =>
      runFfmpeg(
        tools,
        edgeCall(
          probe,
          plan,
          { ...edge, source: files.source, out: join(folder, edge.name), timescale },
          tools.abilities,
        ),
        { signal, lowPriority: true, onProgress: ({ frames }) => report(edge.name, frames) },
      ),
    );
    const middle = { source: files.source, out: join(folder, 'middle.mp4'), timescale };
    started.push(
      runFfmpeg(tools, middleCall(probe, { ...middle, from: smart.middleFrom, frames: smart.middle }), {
        signal,
      }),
    );
    const guarded = started.map((part) =>
      part.catch((error: unknown) => {
        if (!isCancellation(error)) stop.abort();
        throw error;
      }),
    );
    const outcomes = await Promise.allSettled(guarded);
    const failures = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    run.signal?.throwIfAborted();
    if (failures.length > 0) throw failures.find((failure) => !isCancellation(failure)) ?? failures[0];

    const list = join(folder, 'parts.txt');
    const part = (name: string, frames: number) => ({ name, seconds: frames * frame });
    const parts = [
      ...(smart.head > 0 ? [part('head.mp4', smart.head)] : []),
      part('middle.mp4', smart.middle),
      ...(smart.tail > 0 ? [part('tail.mp4', smart.tail)] : []),
    ];
    await writeFile(list, joinList(parts));
    await runFfmpeg(tools, joinCall(probe, plan, { ...files, list, timescale }), { signal: run.signal });
    const joins = [smart.head * frame, (smart.head + smart.middle) * frame];
    await Promise.all([
      verifyCut(tools, files.out, plan, run.signal),
      verifyOrientation(tools, files.out, probe, run.signal),
      verifyJoins(tools, files.out, joins, run.signal),
    ]);
  });
}

function unknownContainer(path: string): GalleyError {
  return new GalleyError(
    'invalid-input',
    {
      en: 'The name must end in .mp4, .mov, .mkv or .webm.',
      zh: '文件名必须以 .mp4、.mov、.mkv 或 .webm 结尾。',
    },
    { path },
  );
}
