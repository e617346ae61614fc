import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CutFiles, exactCall, losslessCall } from '#shared/clip/args/cut.ts';
import { edgeCall, joinCall, joinList, joinTimescale, middleCall } from '#shared/clip/args/smart.ts';
import { outputKind } from '#shared/clip/args/encode.ts';
import type { ClipOutline } from '#shared/clip/outline.ts';
import { type CutPlan, planCopy, planCut } from '#shared/clip/plan.ts';
import { reasons } from '#shared/clip/plan-reasons.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import type { EncodeProgress } from '#shared/clip/progress.ts';
import { framesPerSecond } from '#shared/clip/timeline.ts';
import { GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { ClipRun, CutRequest, CutResult } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { withWorkFolder, writeOutput } from './output.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';
import { verifyCut, verifyDecoding, verifyJoins, verifyOrientation } from './verify.ts';

interface CopyJob {
  tools: VideoTools;
  files: CutFiles;
  run: ClipRun;
  /** Groups of frames depend on their neighbours. */
  openGop: boolean;
}

interface CutJob extends CopyJob {
  probe: ClipProbe;
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
  const work = await preparedCut(tools, library, request, { kind, run });
  const made = await work().catch(async (error: unknown) => {
    if (request.mode !== undefined || !isRefusal(error)) throw error;
    // The best cut was a copy that this container cannot hold, or that did not pass its check.
    const exact = await preparedCut(tools, library, { ...request, mode: 'exact' }, { kind, run });
    const plan = await exact();
    return { ...plan, asked: null, reasons: [...plan.reasons, reasons.copyRefused] };
  });
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

/**
 * Plans the cut and answers the work that is left. A plain MP4 or MOV that can be copied is planned from its own
 * index; everything else from what ffprobe says, which starts a process of its own.
 */
async function preparedCut(
  tools: VideoTools,
  library: ClipLibrary,
  request: CutRequest,
  { kind, run }: { kind: CutFiles['kind']; run: ClipRun },
): Promise<() => Promise<CutPlan>> {
  const write = (source: string, work: (files: CutFiles) => Promise<CutPlan>) => () =>
    writeOutput(request.out, request.force, (out) => work({ source, out, kind }));
  // Matroska may forget how a picture is turned, and the outline does not know.
  const keepsTurn = kind === 'mp4' || kind === 'mov';
  if (keepsTurn && (request.mode === undefined || request.mode === 'lossless')) {
    const clip = await library.outline(request.in);
    const copy = clip && planCopy(clip.outline, clip.frames, request);
    const { openGop } = clip?.frames ?? { openGop: false };
    if (copy) return write(clip.path, (files) => copyCut({ tools, files, run, openGop }, clip.outline, copy));
  }
  const clip = await library.open(request.in, run.signal);
  const frames = await clip.frames(run.signal);
  const plan = planCut(clip.probe, frames, request);
  const job = { tools, probe: clip.probe, run, openGop: frames.openGop };
  return write(clip.path, (files) => carryOut({ ...job, files }, plan));
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
  if (plan.mode === 'lossless') {
    const copied = await copyCut(job, probe, plan);
    await verifyOrientation(tools, files.out, probe, run.signal);
    return copied;
  }
  await runFfmpeg(tools, exactCall(probe, plan, files, tools.abilities), {
    signal: run.signal,
    lowPriority: true,
    onProgress: progressOf(run, plan),
  });
  if (plan.frames > 0) await verifyCut(tools, files.out, plan, run.signal);
  return plan;
}

async function copyCut(
  { tools, files, run, openGop }: CopyJob,
  clip: ClipOutline,
  plan: CutPlan,
): Promise<CutPlan> {
  await runFfmpeg(tools, losslessCall(clip, plan, files, tools.abilities), {
    signal: run.signal,
    onProgress: progressOf(run, plan),
  });
  if (plan.frames > 0) await verifyCut(tools, files.out, plan, run.signal);
  // The first frames of an open group need the group before, which is not there any more.
  if (plan.frames > 0 && openGop) await verifyDecoding(tools, files.out, plan.frames, run.signal);
  return plan;
}

const progressOf =
  (run: ClipRun, plan: CutPlan) =>
  ({ seconds }: EncodeProgress): void =>
    run.onProgress?.(Math.min(seconds, lengthOf(plan)), lengthOf(plan));

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

/** Failures of the kind of cut, not of the disk or of who stopped it. */
const isRefusal = (error: unknown): boolean =>
  error instanceof GalleyError && ['invalid-input', 'unreadable-file', 'internal'].includes(error.code);

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
