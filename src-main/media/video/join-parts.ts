import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { outputKind } from '#shared/clip/args/encode.ts';
import { joinPartsCall, pictureCall } from '#shared/clip/args/join.ts';
import { joinList } from '#shared/clip/args/smart.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { ClipRun, JoinPartsRequest } from '#main/ports/clip-engine.ts';
import { probeFile } from './inspect.ts';
import type { ClipLibrary } from './library.ts';
import { withWorkFolder, writeOutput } from './output.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';
import { verifyCut, verifyJoins, verifyOrientation } from './verify.ts';

/** Joins of which a second is decoded as a check; of more, these evenly spread. */
const mostDecoded = 40;
/** Ticks per second where the parts have no fine one of their own. */
const usualTimescale = 90_000;

function spread(joins: readonly number[]): number[] {
  if (joins.length <= mostDecoded) return [...joins];
  return Array.from(
    { length: mostDecoded },
    (_, at) => joins[Math.floor((at * joins.length) / mostDecoded)] ?? 0,
  );
}

/** Copies cut parts of one recording into one file. See `ClipEngine.joinParts`. */
export async function joinParts(
  tools: VideoTools,
  library: ClipLibrary,
  request: JoinPartsRequest,
  run: ClipRun,
): Promise<{ frames: number; seconds: number }> {
  const kind = outputKind(request.out);
  const clip = await library.open(request.in, run.signal);
  if (kind === null || !clip.probe.video)
    throw new GalleyError('invalid-input', {
      en: 'Only recordings with a picture can be joined, into .mp4, .mov, .mkv or .webm.',
      zh: '只有带画面的视频可以合并，输出为 .mp4、.mov、.mkv 或 .webm。',
    });
  const { signal } = run;
  const frames = request.parts.reduce((sum, part) => sum + part.frames, 0);
  const seconds = request.parts.reduce((sum, part) => sum + part.seconds, 0);
  return writeOutput(request.out, request.force, (out) =>
    withWorkFolder(out, async (folder) => {
      const [first] = request.parts;
      const like = first ? await probeFile(tools, first.path, signal) : clip.probe;
      const own = like.video?.timescale ?? 0;
      const timescale = like.container === 'mov' && own >= 1000 ? own : usualTimescale;
      const listed: { name: string; seconds: number }[] = [];
      for (const [at, part] of request.parts.entries()) {
        const name = `part-${at}.${kind}`;
        const files = { source: part.path, out: join(folder, name), kind, timescale };
        await runFfmpeg(tools, pictureCall(like, files), { signal });
        listed.push({ name, seconds: part.seconds });
        run.onProgress?.((at / request.parts.length) * 0.3 * seconds, seconds);
      }
      const list = join(folder, 'parts.txt');
      await writeFile(list, joinList(listed));
      const files = { source: clip.path, list, out, kind, timescale };
      await runFfmpeg(tools, joinPartsCall(clip.probe, request.parts, files), {
        signal,
        lowPriority: true,
        onProgress: (now) => run.onProgress?.(seconds * 0.3 + Math.min(now.seconds, seconds) * 0.7, seconds),
      });
      let at = 0;
      const joins = request.parts.slice(0, -1).map((part) => {
        at += part.seconds;
        return at;
      });
      await verifyCut(tools, out, { frames, mode: 'lossless' }, signal);
      await verifyOrientation(tools, out, like, signal);
      await verifyJoins(tools, out, spread(joins), signal);
      return { frames, seconds };
    }),
  );
}
