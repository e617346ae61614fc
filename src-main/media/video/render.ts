import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { outputKind } from '#shared/clip/args/encode.ts';
import {
  bitrateFor,
  fitCall,
  type FitPlan,
  type FitWanted,
  planFit,
  scaleForBitrate,
} from '#shared/clip/args/fit.ts';
import { proxyCall, remuxCall } from '#shared/clip/args/preview.ts';
import type { FfmpegCall } from '#shared/clip/args/call.ts';
import type { ClipVideo } from '#shared/clip/probe.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { ClipEngine, ClipRun, RenderResult } from '#main/ports/clip-engine.ts';
import { probeFile } from './inspect.ts';
import type { ClipLibrary, OpenClip } from './library.ts';
import { withWorkFolder, writeOutput } from './output.ts';
import { runFfmpeg } from './run.ts';
import { pictureOf } from './strip.ts';
import type { VideoTools } from './tools.ts';

async function described(tools: VideoTools, file: string, out: string): Promise<RenderResult> {
  const { video, duration, bytes } = await probeFile(tools, file);
  return { out, duration, width: video?.width ?? 0, height: video?.height ?? 0, bytes };
}

interface FitJob {
  tools: VideoTools;
  clip: OpenClip;
  video: ClipVideo;
  wanted: FitWanted;
  out: string;
  kind: 'mp4' | 'mov' | 'mkv' | 'webm';
  run: ClipRun;
}

/** One encode at constant quality; when that is over the byte limit, two passes aimed at it, at most three times. */
async function encodeToFit(job: FitJob): Promise<{ passes: number; plan: FitPlan }> {
  const { tools, clip, wanted, run } = job;
  const { abilities } = tools;
  let plan = planFit(clip.probe, job.video, wanted, abilities);
  const files = { source: clip.path, out: job.out, kind: job.kind };
  let passes = 0;
  const encode = async (call: FfmpegCall, share: { start: number; part: number }) => {
    passes += 1;
    const total = plan.duration;
    await runFfmpeg(tools, call, {
      signal: run.signal,
      lowPriority: true,
      onProgress: ({ seconds }) =>
        run.onProgress?.((share.start + share.part * Math.min(1, seconds / total)) * total, total),
    });
  };
  const limit = wanted.maxBytes;
  await encode(fitCall(clip.probe, plan, files, { pass: 'single' }, abilities), {
    start: 0,
    part: limit === undefined ? 1 : 0.4,
  });
  if (limit === undefined || (await stat(job.out)).size <= limit) return { passes, plan };

  return withWorkFolder(job.out, async (folder) => {
    for (const factor of [1, 0.93, 0.8]) {
      const rate = bitrateFor(plan, limit, factor);
      const scale = scaleForBitrate(plan, rate.video);
      if (scale < 1)
        plan = planFit(clip.probe, job.video, wanted, abilities, (plan.width / wanted.width) * scale);
      const log = join(folder, 'passes');
      const start = 0.4 + (1 - factor);
      await encode(fitCall(clip.probe, plan, files, { pass: 'first', ...rate, log }, abilities), {
        start,
        part: 0.1,
      });
      // Our own temporary file of the pass before: ffmpeg does not overwrite on its own.
      await rm(job.out, { force: true });
      await encode(fitCall(clip.probe, plan, files, { pass: 'second', ...rate, log }, abilities), {
        start: start + 0.1,
        part: 0.3,
      });
      if ((await stat(job.out)).size <= limit) return { passes, plan };
    }
    throw new GalleyError(
      'invalid-input',
      {
        en: `This clip cannot be made as small as ${Math.round(limit / 1024)} kB at this length. Shorten it.`,
        zh: `以当前时长无法压缩到 ${Math.round(limit / 1024)} kB。请缩短视频。`,
      },
      { maxBytes: limit },
    );
  });
}

type Noun = Pick<ClipEngine, 'fit' | 'proxy' | 'remux'>;

/** Whole-clip encodes and copies. */
export function renders(tools: VideoTools, library: ClipLibrary): Noun {
  const whole = async (
    request: { in: string; out: string; force?: boolean | undefined },
    run: ClipRun,
    build: (clip: OpenClip, out: string) => FfmpegCall,
  ): Promise<RenderResult> => {
    const clip = await library.open(request.in, run.signal);
    if (clip.probe.video) pictureOf(clip);
    const total = clip.probe.duration;
    return writeOutput(request.out, request.force, async (out) => {
      await runFfmpeg(tools, build(clip, out), {
        signal: run.signal,
        lowPriority: true,
        onProgress: ({ seconds }) => run.onProgress?.(Math.min(seconds, total), total),
      });
      return described(tools, out, request.out);
    });
  };
  return {
    proxy: (request, run = {}) =>
      whole(request, run, (clip, out) => proxyCall(clip.probe, { source: clip.path, out }, tools.abilities)),
    remux: (request, run = {}) =>
      whole(request, run, (clip, out) => remuxCall(clip.probe, { source: clip.path, out })),
    async fit(request, run = {}) {
      const kind = outputKind(request.out) ?? 'mp4';
      const clip = await library.open(request.in, run.signal);
      const video = pictureOf(clip);
      return writeOutput(request.out, request.force, async (out) => {
        const { passes, plan } = await encodeToFit({ tools, clip, video, wanted: request, out, kind, run });
        run.onProgress?.(plan.duration, plan.duration);
        return { ...(await described(tools, out, request.out)), passes };
      });
    },
  };
}
