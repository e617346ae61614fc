import { mkdir, stat } from 'node:fs/promises';
import { cutModes } from '#shared/contract/clips.ts';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { planCut } from '#shared/clip/plan.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import { freePath } from '../disk.ts';
import { type createRecordingFacts, type RecordingTools, recordingOf } from './recording.ts';

type Facts = ReturnType<typeof createRecordingFacts>;

const modeNotes: Record<(typeof cutModes)[number], Bilingual> = {
  lossless: {
    en: 'Copies without loss, at once. It can only start on a keyframe.',
    zh: '无损复制，瞬间完成。只能从关键帧开始。',
  },
  smart: {
    en: 'Exact to the frame; only the edges are re-encoded.',
    zh: '精确到帧；只重新编码两端。',
  },
  exact: {
    en: 'Exact to the frame; everything is re-encoded.',
    zh: '精确到帧；全部重新编码。',
  },
};

function joined(reasons: readonly { message: Bilingual }[], otherwise: Bilingual): Bilingual {
  if (reasons.length === 0) return otherwise;
  return {
    en: reasons.map((reason) => reason.message.en).join(' '),
    zh: reasons.map((reason) => reason.message.zh).join(''),
  };
}

/** What each of the three cuts would really do, before the user decides. */
export async function planCuts(
  tools: RecordingTools,
  facts: Facts,
  request: ParsedInput<'clips.planCut'>,
): Promise<CallOutput<'clips.planCut'>> {
  const recording = recordingOf(tools, request.assetId);
  const [probe, index] = await Promise.all([facts.probe(recording), facts.frames(recording)]);
  const best = planCut(probe, index, request).mode;
  return cutModes.map((mode) => {
    try {
      const plan = planCut(probe, index, { from: request.from, to: request.to, mode });
      const frameSeconds = plan.frames > 0 ? (plan.actual.to - plan.actual.from) / plan.frames : 0;
      return {
        mode,
        // A smart cut that falls back to another mode is not on offer.
        possible: plan.mode === mode,
        recommended: mode === best,
        actual: plan.actual,
        reencodedSeconds: plan.reencodedFrames * frameSeconds,
        note: joined(plan.reasons, modeNotes[mode]),
      };
    } catch (error) {
      if (!(error instanceof GalleyError)) throw error;
      const actual = { from: request.from, to: request.to };
      return { mode, possible: false, recommended: false, actual, reencodedSeconds: 0, note: error.sentence };
    }
  });
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}

/** `holiday 00.12-00.32`: the source's name and the cut in minutes and seconds, legal as a file name. */
export function cutName(sourceName: string, from: number, to: number): string {
  const clock = (seconds: number): string => `${twoDigits(seconds / 60)}.${twoDigits(seconds % 60)}`;
  return `${sourceName.replace(/\.[^.]+$/, '')} ${clock(from)}-${clock(to)}`;
}

/** Pictures that an MP4 holds unchanged. */
const inMp4 = new Set(['h264', 'hevc', 'av1', 'vp9', 'mpeg4', 'mpeg2video', 'vvc']);

/** The container of a cut: the recording's own where it is one that we write, else one that can hold its packets. */
export function cutExtension(
  { kind, extension, codec }: Pick<Asset, 'kind' | 'extension' | 'codec'>,
  mode: (typeof cutModes)[number],
): string {
  // Samples as they are have no place in an MP4.
  if (kind === 'audio') return mode === 'lossless' && codec?.startsWith('pcm_') ? 'mkv' : 'm4a';
  if (mode === 'exact' || extension === 'mp4') return 'mp4';
  if (['mkv', 'webm', 'mov'].includes(extension)) return extension;
  return codec === null || inMp4.has(codec) ? 'mp4' : 'mkv';
}

/** Cuts into the workspace's `exports/`, and on wish into the library. */
export async function cutRecording(
  tools: RecordingTools,
  request: ParsedInput<'clips.cut'>,
  job: JobContext,
  addToLibrary: (path: string) => Promise<CallOutput<'clips.cut'>['asset']>,
): Promise<CallOutput<'clips.cut'>> {
  const { session, asset, file } = recordingOf(tools, request.assetId);
  await mkdir(session.paths.exports, { recursive: true });
  const extension = cutExtension(asset, request.mode);
  const out = await freePath(session.paths.exports, cutName(asset.name, request.from, request.to), extension);
  const cut = await tools.clips.cut(
    { in: file, out, from: request.from, to: request.to, mode: request.mode },
    { signal: job.signal, onProgress: (done, total) => job.progress(done, total) },
  );
  const { reasons, out: _, ...result } = cut;
  return {
    ...result,
    bytes: (await stat(out)).size,
    url: tools.offered.offer(out, asset.kind === 'audio' ? 'audio/mp4' : 'video/mp4'),
    asset: request.addToLibrary ? await addToLibrary(out) : null,
    note: reasons.length > 0 ? joined(reasons, modeNotes[cut.mode]) : null,
  };
}
