import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  filmstripCall,
  framesCall,
  posterCall,
  type StripPlan,
  thumbnailSize,
} from '#shared/clip/args/preview.ts';
import { croppedSize, even } from '#shared/clip/args/picture.ts';
import { cannotDecode } from '#shared/clip/probe-warnings.ts';
import { reasons } from '#shared/clip/plan-reasons.ts';
import type { ClipVideo } from '#shared/clip/probe.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { ClipEngine, ClipRun } from '#main/ports/clip-engine.ts';
import type { ClipLibrary, OpenClip } from './library.ts';
import { withWorkFolder, writeOutput } from './output.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

/** JPEG cannot be wider or higher than this. */
const largestSide = 65_000;

/** The picture of a clip, or a refusal in words when there is none or it cannot be decoded. */
export function pictureOf(clip: OpenClip): ClipVideo {
  if (cannotDecode(clip.probe)) throw new GalleyError('unreadable-file', reasons.undecodable);
  if (clip.probe.video) return clip.probe.video;
  throw new GalleyError('invalid-input', {
    en: 'This file has sound only; there is no picture to show.',
    zh: '此文件只有声音，没有可显示的画面。',
  });
}

async function stripOf(clip: OpenClip, count: number, height: number, run: ClipRun): Promise<StripPlan> {
  const video = pictureOf(clip);
  if (!Number.isInteger(count) || count < 1 || count > 600) {
    throw new GalleyError('invalid-input', {
      en: 'The number of pictures must be a whole number from 1 to 600.',
      zh: '图片数量必须是 1 到 600 之间的整数。',
    });
  }
  const size = thumbnailSize(video, height);
  const index = await clip.frames(run.signal);
  const last = index.shown.at(-1) ?? 0;
  const duration = Math.max(last - (index.shown[0] ?? 0) + 1 / video.fps, 0.001);
  const step = duration / count;
  const { keyframes } = index;
  const widest = keyframes.reduce((most, time, at) => Math.max(most, (keyframes[at + 1] ?? last) - time), 0);
  return {
    count,
    columns: Math.max(1, Math.min(count, Math.floor(largestSide / size.width))),
    ...size,
    duration,
    keyframesOnly: widest <= step * 1.5,
  };
}

const timesOf = (strip: StripPlan): number[] =>
  Array.from(
    { length: strip.count },
    (_, at) => Math.round(((at * strip.duration) / strip.count) * 1000) / 1000,
  );

/** A seek lands this much before the wanted frame, so that rounding never loses it. Seconds. */
const landing = 0.0015;

/** ffmpeg reports success when it found no frame to write. */
async function isWritten(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => null);
  return facts !== null && facts.size > 0;
}

function noFrame(): GalleyError {
  return new GalleyError('unreadable-file', {
    en: 'There is not a single picture in this clip that can be read. It is damaged or was never finished; copy it again from its source.',
    zh: '此视频中没有任何可读取的画面。文件已损坏或未写完；请从来源重新复制。',
  });
}

type Noun = Pick<ClipEngine, 'filmstrip' | 'frames' | 'poster' | 'decodeStill'>;

/** Thumbnails, posters and stills. */
export function stillPictures(tools: VideoTools, library: ClipLibrary): Noun {
  return {
    async filmstrip(request, run = {}) {
      const clip = await library.open(request.in, run.signal);
      const strip = await stripOf(clip, request.count, request.height, run);
      await writeOutput(request.out, request.force, (out) =>
        runFfmpeg(tools, filmstripCall(clip.probe, strip, { source: clip.path, out }, tools.abilities), {
          signal: run.signal,
        }),
      );
      return {
        path: request.out,
        columns: strip.columns,
        tileWidth: strip.width,
        tileHeight: strip.height,
        times: timesOf(strip),
      };
    },

    async frames(request, run = {}) {
      const clip = await library.open(request.in, run.signal);
      const strip = await stripOf(clip, request.count, request.height ?? 360, run);
      const folder = resolve(request.out);
      await mkdir(folder, { recursive: true });
      return withWorkFolder(join(folder, 'frames'), async (work) => {
        // ffmpeg runs inside the folder: a % in its path would otherwise be read as part of the pattern.
        const call = framesCall(
          clip.probe,
          strip,
          { source: clip.path, pattern: 'frame-%03d.jpg' },
          tools.abilities,
        );
        await runFfmpeg(tools, call, { signal: run.signal, folder: work });
        const times = timesOf(strip);
        const names = (await readdir(work)).sort();
        for (const name of names) await rename(join(work, name), join(folder, name));
        return { files: names.map((name, at) => ({ path: join(request.out, name), time: times[at] ?? 0 })) };
      });
    },

    async poster(request, run = {}) {
      const clip = await library.open(request.in, run.signal);
      const video = pictureOf(clip);
      const type = /\.png$/i.test(request.out) ? 'png' : 'jpeg';
      // The last frame for anything beyond the end: a seek past it would write nothing and report success.
      const at = Math.max(0, Math.min(request.at, clip.probe.duration - 1 / video.fps - 0.001));
      await writeOutput(request.out, request.force, async (out) => {
        const { maxSide } = request;
        const take = (second: number): Promise<void> =>
          runFfmpeg(
            tools,
            posterCall(clip.probe, { source: clip.path, out, at: second, maxSide, type }, tools.abilities),
            { signal: run.signal },
          );
        await take(at);
        if (await isWritten(out)) return;
        // The sound goes on after the picture, or the length is wrong: the frames themselves say where the last one is.
        const { shown } = await clip.frames(run.signal);
        await take(Math.max(0, Math.min(at, shown.at(-1) ?? 0) - landing));
        if (await isWritten(out)) return;
        await take(0);
        if (!(await isWritten(out))) throw noFrame();
      });
      const size = croppedSize(video, undefined);
      const scale = Math.min(1, request.maxSide / Math.max(size.width, size.height));
      return { out: request.out, width: even(size.width * scale), height: even(size.height * scale) };
    },

    async decodeStill(request, run = {}) {
      const clip = await library.open(request.in, run.signal);
      const video = pictureOf(clip);
      const still = { source: clip.path, at: 0, maxSide: 16_384, type: 'png' as const };
      await writeOutput(request.out, request.force, (out) =>
        runFfmpeg(tools, posterCall(clip.probe, { ...still, out }, tools.abilities), { signal: run.signal }),
      );
      const { width, height } = croppedSize(video, undefined);
      return { out: request.out, width, height };
    },
  };
}
