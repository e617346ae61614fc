import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { cutModes } from '#shared/contract/clips.ts';
import { type Bilingual, GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { CutResult } from '#main/ports/clip-engine.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import { freePath } from '../disk.ts';
import { cutExtension, cutName } from './cut.ts';
import { type RecordingTools, recordingOf } from './recording.ts';

type Mode = (typeof cutModes)[number];
type Request = ParsedInput<'clips.cutParts'>;
type Part = Request['parts'][number];
type Made = CallOutput<'clips.cutParts'>['files'][number];

const joinedExactly: Bilingual = {
  en: 'The parts could not be joined without re-encoding: the join did not pass its check. They were encoded exactly instead.',
  zh: '无法在不重新编码的情况下合并各段：合并结果未通过检查。已改为精确编码。',
};
const soundEncoded: Bilingual = {
  en: 'The picture was copied; the sound was encoded once, so that it does not click or drift at the joins.',
  zh: '画面为直接复制；声音整体编码一次，避免接合处爆音或不同步。',
};
const otherMode: Bilingual = {
  en: 'Some parts needed another kind of cut than was asked for; each file says which.',
  zh: '部分片段使用了与所选不同的剪切方式；各文件已注明。',
};

/** Progress of one part among all of them, by their seconds. */
function shareOf(job: JobContext, parts: readonly Part[], rounds: number) {
  const lengths = parts.map(({ from, to }) => to - from);
  const total = lengths.reduce((sum, length) => sum + length, 0) * rounds;
  return (round: number, at: number) => {
    const before = lengths.slice(0, at).reduce((sum, length) => sum + length, 0);
    return (done: number): void => job.progress((total / rounds) * round + before + done, total);
  };
}

/** Kept parts of one recording as files in the workspace's `exports/`: one for each, or one of all. */
export async function cutParts(
  tools: RecordingTools,
  request: Request,
  job: JobContext,
  addToLibrary: (path: string) => Promise<unknown>,
): Promise<CallOutput<'clips.cutParts'>> {
  const recording = recordingOf(tools, request.assetId);
  const { session, asset, file } = recording;
  if (request.joined && asset.kind === 'audio')
    throw new GalleyError('invalid-input', {
      en: 'Parts of a sound cannot be joined by copying. Render the clip, or export separate files.',
      zh: '音频片段无法直接合并。请渲染剪辑，或导出为单独文件。',
    });
  const folder = session.paths.exports;
  await mkdir(folder, { recursive: true });
  const share = shareOf(job, request.parts, request.joined ? 2 : 1);

  async function cut(part: Part, at: number, mode: Mode, out: string): Promise<CutResult> {
    const progress = share(0, at);
    return tools.clips.cut(
      { in: file, out, from: part.from, to: part.to, mode },
      { signal: job.signal, onProgress: progress },
    );
  }

  async function offered(
    out: string,
    made: { mode: Mode; seconds: number },
    actual: Made['actual'],
  ): Promise<Made> {
    if (request.addToLibrary) await addToLibrary(out);
    return {
      name: basename(out),
      url: tools.offered.offer(out, asset.kind === 'audio' ? 'audio/mp4' : 'video/mp4'),
      mode: made.mode,
      seconds: made.seconds,
      bytes: (await stat(out)).size,
      actual,
    };
  }

  async function separate(): Promise<CallOutput<'clips.cutParts'>> {
    const files: Made[] = [];
    const written: string[] = [];
    try {
      for (const [at, part] of request.parts.entries()) {
        const name = cutName(asset.name, part.from, part.to);
        const out = await freePath(folder, name, cutExtension(asset, request.mode));
        const made = await cut(part, at, request.mode, out);
        written.push(out);
        files.push(await offered(out, made, made.actual));
      }
    } catch (error) {
      // All or nothing: a cancelled export leaves no half of its files.
      await Promise.all(written.map((path) => rm(path, { force: true })));
      throw error;
    }
    return { files, note: files.some(({ mode }) => mode !== request.mode) ? otherMode : null };
  }

  /** All parts cut in one mode into a folder of their own, then copied into one file. */
  async function joinedIn(
    mode: Mode,
    work: string,
  ): Promise<{ out: string; seconds: number; modes: Mode[] }> {
    const extension = cutExtension(asset, mode);
    const cuts: (CutResult & { path: string })[] = [];
    for (const [at, part] of request.parts.entries()) {
      const path = join(work, `${mode}-${at}.${extension}`);
      cuts.push({ ...(await cut(part, at, mode, path)), path });
    }
    const first = request.parts[0];
    const name = `${cutName(asset.name, first?.from ?? 0, request.parts.at(-1)?.to ?? 0)} +${request.parts.length}`;
    const out = await freePath(folder, name, extension);
    const parts = cuts.map(({ path, actual, seconds, frames }) => ({
      path,
      from: actual.from,
      seconds,
      frames,
    }));
    const { seconds } = await tools.clips.joinParts(
      { in: file, out, parts },
      { signal: job.signal, onProgress: share(1, 0) },
    );
    return { out, seconds, modes: cuts.map((one) => one.mode) };
  }

  async function joined(): Promise<CallOutput<'clips.cutParts'>> {
    const work = await mkdtemp(join(folder, '.galley-tmp-parts-'));
    try {
      let mode: Mode = request.mode;
      let note: Bilingual | null = mode === 'exact' ? null : soundEncoded;
      const made = await joinedIn(mode, work).catch((error: unknown) => {
        const unsound = error instanceof GalleyError && ['internal', 'unreadable-file'].includes(error.code);
        if (isCancellation(error) || !unsound || mode === 'exact') throw error;
        mode = 'exact';
        note = joinedExactly;
        return joinedIn(mode, work);
      });
      // Parts that were cut in different ways are named by the costliest.
      const costliest = made.modes.includes('exact')
        ? 'exact'
        : made.modes.includes('smart')
          ? 'smart'
          : mode;
      return { files: [await offered(made.out, { mode: costliest, seconds: made.seconds }, null)], note };
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }

  return request.joined && request.parts.length > 1 ? joined() : separate();
}
