import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { PaintedParts, RenderTarget } from '#shared/clip/render/types.ts';
import { createClipEngine } from '#main/media/video/engine.ts';
import { findTools } from '#main/media/video/tools.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import { makeFilm } from './film.ts';
import { inFolder } from './ground.ts';
import { compare, type Line, type Measurement, type Timing, timed } from './measure.ts';

const execute = promisify(execFile);

interface Ground {
  folder: string;
  ffmpeg: string;
  /** 60 s of 1080p30. */
  film: string;
  engine: ClipEngine;
  say: (line: string) => void;
}

/** ffmpeg with words separated by spaces; `{film}` and `{out}` stand for paths. The output is removed afterwards. */
function bare(ground: Ground, name: string, words: string): () => Promise<Timing> {
  const out = join(ground.folder, name);
  const list = words.split(' ').map((word) => word.replace('{film}', ground.film).replace('{out}', out));
  return async () => {
    const time = await timed(() => execute(ground.ffmpeg, ['-v', 'error', '-nostdin', '-y', ...list]));
    await rm(out, { force: true });
    return time;
  };
}

/** The same of our own, whose output is removed as well. */
function own(ground: Ground, name: string, work: (out: string) => Promise<unknown>): () => Promise<Timing> {
  const out = join(ground.folder, name);
  return async () => {
    const time = await timed(() => work(out));
    await rm(out, { recursive: true, force: true });
    return time;
  };
}

/** The encoder that a render of quality “good” uses, so that only the work around it is compared. */
const plain =
  '-c:v libx264 -preset veryfast -profile:v high -crf 21 -g 60 -pix_fmt yuv420p -c:a aac -b:a 160k -ar 48000 -ac 2 -movflags +faststart';

/** Ten seconds cut to the frame, edges re-encoded, beside all of it re-encoded. */
async function smart(ground: Ground): Promise<Line> {
  const line = await compare(
    {
      name: 'smart cut of 10 s',
      target: 0.25,
      pairs: 5,
      inProcess: false,
      ours: own(ground, 'smart.mp4', async (out) => {
        // Between keyframes at both ends, so that both edges are really re-encoded.
        const cut = await ground.engine.cut({ in: ground.film, out, from: 20.4, to: 30.4, mode: 'smart' });
        if (cut.mode !== 'smart' || cut.frames !== 300) throw new Error(`${cut.mode}, ${cut.frames} frames`);
      }),
      peer: bare(ground, 'exact.mp4', `-ss 20.4 -i {film} -t 10 ${plain} {out}`),
    },
    ground.say,
  );
  return line;
}

/** Sixty thumbnails of 60 s. */
async function filmstrip(ground: Ground): Promise<Line[]> {
  const ours = own(ground, 'strip.jpg', (out) =>
    ground.engine.filmstrip({ in: ground.film, out, count: 60, height: 90 }),
  );
  const recipe = bare(
    ground,
    'bare-strip.jpg',
    '-skip_frame nokey -an -i {film} -vf fps=1,scale=160:90,tile=60x1 -frames:v 1 -q:v 4 {out}',
  );
  const seeks = async (): Promise<Timing> => {
    const one = join(ground.folder, 'one.jpg');
    const time = await timed(async () => {
      for (let at = 0; at < 60; at += 1) {
        const words = ['-v', 'error', '-nostdin', '-y', '-ss', String(at), '-i', ground.film];
        await execute(ground.ffmpeg, [...words, '-frames:v', '1', '-vf', 'scale=160:90', '-q:v', '4', one]);
      }
    });
    await rm(one);
    return time;
  };
  const line = { inProcess: false, ours };
  return [
    await compare(
      { ...line, name: 'filmstrip, best recipe', target: 1.2, pairs: 9, peer: recipe },
      ground.say,
    ),
    await compare({ ...line, name: 'filmstrip, 60 seeks', target: 0.1, pairs: 1, peer: seeks }, ground.say),
  ];
}

/** Peaks of an hour of sound beside decoding it. */
async function waveform(ground: Ground): Promise<Line> {
  const hour = join(ground.folder, 'hour.m4a');
  const voice = 'anoisesrc=color=pink:amplitude=0.3:sample_rate=48000,aformat=channel_layouts=stereo';
  const words = `-v error -nostdin -y -f lavfi -i ${voice} -t 60 -c:a aac -b:a 128k`.split(' ');
  const minute = join(ground.folder, 'minute.m4a');
  await execute(ground.ffmpeg, [...words, minute]);
  await execute(ground.ffmpeg, ['-v', 'error', '-y', '-stream_loop', '59', '-i', minute, '-c', 'copy', hour]);
  return compare(
    {
      name: 'waveform of one hour',
      target: 1.3,
      pairs: 5,
      inProcess: false,
      ours: () => timed(() => ground.engine.waveform({ in: hour, buckets: 4000 })),
      peer: () =>
        timed(() => execute(ground.ffmpeg, ['-v', 'error', '-nostdin', '-i', hour, '-f', 'null', '-'])),
    },
    ground.say,
  );
}

const wholeFilm = (film: string): ClipEdit => ({
  segments: [{ id: 'all', kind: 'clip', source: film, from: 0, to: 20 }],
});

const nothingPainted: PaintedParts = { segments: new Map(), overlays: new Map(), captions: [] };
const upright: RenderTarget = {
  width: 1080,
  height: 1920,
  kind: 'mp4',
  codec: 'h264',
  fit: 'blur',
  quality: 'good',
};
const wide: RenderTarget = { width: 1920, height: 1080, kind: 'mp4', codec: 'h264', quality: 'good' };

/** Twenty seconds through a whole edit render, beside a plain re-encode of the same frame. */
async function rendered(
  ground: Ground,
  name: string,
  targetRatio: number,
  target: RenderTarget,
  painted: PaintedParts,
): Promise<Line> {
  const { width, height } = target;
  return compare(
    {
      name,
      target: targetRatio,
      pairs: 3,
      inProcess: false,
      ours: own(ground, 'render.mp4', (out) =>
        ground.engine.renderEdit({
          edit: wholeFilm(ground.film),
          fileOf: (source) => source,
          painted,
          lutFiles: new Map(),
          target,
          out,
        }),
      ),
      peer: bare(ground, 'plain.mp4', `-t 20 -i {film} -vf scale=${width}:${height} ${plain} {out}`),
    },
    ground.say,
  );
}

/** Ten captions of two seconds, as pictures of the lower third. */
async function captions(folder: string): Promise<PaintedParts> {
  const [width, height] = [1920, 240];
  const picture = async (name: string, svg: string): Promise<string> => {
    const path = join(folder, name);
    await sharp(
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${svg}</svg>`),
    )
      .png()
      .toFile(path);
    return path;
  };
  const frames = await Promise.all(
    Array.from({ length: 10 }, async (_, index) => ({
      path: await picture(
        `cue-${index}.png`,
        `<rect x="300" y="60" width="1320" height="120" rx="16" fill="#000000aa"/><circle cx="${400 + index * 100}" cy="120" r="40" fill="#ffffff"/>`,
      ),
      from: index * 2,
      to: index * 2 + 1.8,
    })),
  );
  const empty = await picture('empty.png', '');
  return { ...nothingPainted, captions: [{ x: 0, y: 800, width, height, frames, empty }] };
}

/** Clips beside bare ffmpeg doing the same. */
export const clips: Measurement = {
  name: 'clips',
  measure: (say) =>
    inFolder(async (folder) => {
      const tools = await findTools();
      say('clips: making a film of 60 s');
      const film = await makeFilm(tools.ffmpeg, folder);
      const ground: Ground = { folder, ffmpeg: tools.ffmpeg, film, engine: createClipEngine(tools), say };
      return [
        await smart(ground),
        ...(await filmstrip(ground)),
        await waveform(ground),
        await rendered(ground, 'reframe with blur', 1.15, upright, nothingPainted),
        await rendered(ground, 'captioned render', 1.1, wide, await captions(folder)),
      ];
    }),
};
