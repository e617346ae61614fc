import { rm, stat } from 'node:fs/promises';
import { type FfmpegCall, secondsText, withoutMetadata, words } from '#shared/clip/args/call.ts';
import { constantRate } from '#shared/clip/args/encode.ts';
import { even } from '#shared/clip/args/picture.ts';
import { type AnimationStep, animationGraph, animationSteps } from '#shared/clip/render/animation.ts';
import { commandLine } from '#shared/clip/render/command-line.ts';
import { pictureGraph } from '#shared/clip/render/picture.ts';
import { framesPerSecond } from '#shared/clip/timeline.ts';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type {
  AnimateEditRequest,
  AnimateRequest,
  AnimateResult,
  ClipEngine,
  ClipRun,
} from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { withWorkFolder, writeOutput } from './output.ts';
import { openEdit, renderContext, writeCaptionLists, writeTables } from './prepare-edit.ts';
import { prepareSegments } from './prepare-segments.ts';
import { runFfmpeg } from './run.ts';
import { pictureOf } from './strip.ts';
import type { VideoTools } from './tools.ts';

const defaultFps = 15;
const defaultWidth = 640;
/** Frames wait in memory until the colours of all of them are known. */
const mostFrameBytes = 1024 ** 3;

function tooLong(): GalleyError {
  return new GalleyError('invalid-input', {
    en: 'This is too long for a moving picture. Shorten it, make it smaller, or render a clip instead.',
    zh: '时长过长，不适合制成动图。请缩短时长、缩小画面，或改为渲染视频。',
  });
}

function tooSmall(limit: number): GalleyError {
  return new GalleyError(
    'invalid-input',
    {
      en: `This cannot be made as small as ${Math.round(limit / 1024)} kB. Shorten it, or render a clip instead.`,
      zh: `无法压缩到 ${Math.round(limit / 1024)} kB。请缩短时长，或改为渲染视频。`,
    },
    { maxBytes: limit },
  );
}

const lowered = (width: number, fps: number): Bilingual => ({
  en: `Made smaller (${width} pixels wide, ${Math.round(fps * 10) / 10} frames per second) to keep the size limit.`,
  zh: `为满足文件大小限制，已缩小为宽 ${width} 像素、每秒 ${Math.round(fps * 10) / 10} 帧。`,
});

async function animateEdit(
  tools: VideoTools,
  library: ClipLibrary,
  request: AnimateEditRequest,
  run: ClipRun,
): Promise<AnimateResult> {
  const webp = /\.webp$/i.test(request.out);
  if (webp && !tools.abilities.encoders.webpAnimated) {
    throw new GalleyError('missing-tool', {
      en: 'This ffmpeg cannot write moving WebP pictures. Choose GIF, or install a newer ffmpeg.',
      zh: '当前 ffmpeg 无法写入动态 WebP。请选择 GIF，或安装较新的 ffmpeg。',
    });
  }
  const target = {
    ...request.target,
    width: even(request.target.width),
    height: even(request.target.height),
  };
  const widest = Math.min(request.width ?? defaultWidth, target.width);
  const commands: string[] = [];
  const limit = request.maxBytes;

  return writeOutput(request.out, request.force, (out) =>
    withWorkFolder(request.out, async (folder) => {
      const once = async (step: AnimationStep): Promise<AnimateResult> => {
        const fps = Math.min(request.fps ?? defaultFps, target.maxFps ?? defaultFps) * step.rate;
        const sources = { ...request, target: { ...target, maxFps: fps } };
        const opened = await openEdit(tools, library, sources, run.signal);
        const { plan } = opened;
        const width = even(widest * step.size);
        const size = { width, height: even((width * target.height) / target.width) };
        if (plan.frames * size.width * size.height * 4 > mostFrameBytes) throw tooLong();
        const { tables, notes } = await writeTables(sources, folder);
        const runCall = async (call: FfmpegCall): Promise<void> => {
          const line = commandLine(call);
          commands.push(line);
          request.onCommand?.(line);
          await runFfmpeg(tools, call, {
            signal: run.signal,
            folder,
            lowPriority: true,
            onProgress: ({ seconds }) => run.onProgress?.(Math.min(seconds, plan.duration), plan.duration),
          });
        };
        const prepared = await prepareSegments(opened, { tools, folder, runCall, signal: run.signal });
        const context = renderContext(tools, sources, opened, { tables, prepared });
        const window = { from: 0, to: plan.frames };
        const captionLists = await writeCaptionLists(sources, plan, window, folder, new Map());
        const picture = pictureGraph(request.edit, { framed: plan.framed, window, captionLists }, context);
        await rm(out, { force: true });
        await runCall({
          inputs: [...context.inputs.list],
          options: [
            ...words('-filter_complex', animationGraph(picture, size, step, webp), '-map', '[moving]'),
            ...(webp
              ? words('-c:v', 'libwebp_anim', '-quality', String(step.quality), '-compression_level', '4')
              : words('-c:v', 'gif')),
            ...words('-loop', '0'),
            ...constantRate(plan.rate, tools.abilities),
            ...words('-t', secondsText(plan.duration)),
            ...withoutMetadata,
            ...words('-f', webp ? 'webp' : 'gif'),
          ],
          output: { path: out },
        });
        const { size: bytes } = await stat(out);
        const rate = framesPerSecond(plan.rate);
        const smaller = step.size < 1 || step.rate < 1;
        return {
          out: request.out,
          duration: plan.duration,
          ...size,
          bytes,
          frames: plan.frames,
          fps: rate,
          commands,
          notes: [...plan.notes, ...notes, ...(smaller ? [lowered(width, rate)] : [])],
        };
      };
      let first = 0;
      for (const step of animationSteps) {
        // A step that cannot come near the limit is not tried.
        if (limit !== undefined && first > 0 && first * step.share > limit * 1.25) continue;
        const made = await once(step);
        if (limit === undefined || made.bytes <= limit) return made;
        if (first === 0) first = made.bytes;
      }
      throw tooSmall(limit ?? 0);
    }),
  );
}

async function animate(
  tools: VideoTools,
  library: ClipLibrary,
  request: AnimateRequest,
  run: ClipRun,
): Promise<AnimateResult> {
  const clip = await library.open(request.in, run.signal);
  const video = pictureOf(clip);
  const to = Math.min(request.to, clip.probe.duration > 0 ? clip.probe.duration : request.to);
  if (!(request.from >= 0) || !(to > request.from)) {
    throw new GalleyError('invalid-input', {
      en: 'The end must lie after the start, and the start inside the clip.',
      zh: '结束时间必须晚于开始时间，且开始时间须在视频之内。',
    });
  }
  const { width, fps, maxBytes, out, force } = request;
  return animateEdit(
    tools,
    library,
    {
      ...{ width, fps, maxBytes, out, force },
      edit: { segments: [{ id: 'part', kind: 'clip', source: 'part', from: request.from, to }] },
      fileOf: () => clip.path,
      painted: { segments: new Map(), overlays: new Map(), captions: [] },
      lutFiles: new Map(),
      target: { width: video.width, height: video.height, kind: 'mp4', codec: 'h264', quality: 'good' },
    },
    run,
  );
}

/** GIF and animated WebP. */
export function animations(
  tools: VideoTools,
  library: ClipLibrary,
): Pick<ClipEngine, 'animate' | 'animateEdit'> {
  return {
    animate: (request, run = {}) => animate(tools, library, request, run),
    animateEdit: (request, run = {}) => animateEdit(tools, library, request, run),
  };
}
