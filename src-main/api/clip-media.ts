import { planCuts, cutRecording } from '#main/core/recordings/cut.ts';
import { makeFilmstrip, preparePlayback, readWaveform } from '#main/core/recordings/playback.ts';
import { createRecordingFacts, recordingOf, type RecordingTools } from '#main/core/recordings/recording.ts';
import { importFiles } from '#main/core/library/import-files.ts';
import type { IntakeTools } from '#main/core/library/intake.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { Handlers } from './handlers.ts';

type ClipMediaHandlers = Pick<
  Handlers,
  'clips.probe' | 'clips.playback' | 'clips.filmstrip' | 'clips.waveform' | 'clips.planCut' | 'clips.cut'
>;

/** Everything of clips that reads or writes media. */
export function createClipMediaHandlers(
  context: RecordContext,
  tools: RecordingTools & IntakeTools,
  uploads: string,
): ClipMediaHandlers {
  const facts = createRecordingFacts(tools);
  const nameOf = (assetId: string): string => recordingOf(tools, assetId).asset.name;
  return {
    'clips.probe': async ({ assetId }) => {
      const recording = recordingOf(tools, assetId);
      const [probe, index] = await Promise.all([facts.probe(recording), facts.frames(recording)]);
      const last = index.shown.at(-1);
      const end = last === undefined || !probe.video ? probe.duration : last + 1 / probe.video.fps;
      return { probe, playable: tools.clips.playability(probe), keyframes: index.keyframes, end };
    },
    'clips.playback': {
      lane: 'light',
      title: ({ assetId }) => ({
        en: `Prepare ${nameOf(assetId)} for playing`,
        zh: `准备播放 ${nameOf(assetId)}`,
      }),
      run: (input, job) => preparePlayback(tools, facts, input, job),
    },
    'clips.filmstrip': {
      lane: 'light',
      title: ({ assetId }) => ({ en: `Filmstrip of ${nameOf(assetId)}`, zh: `${nameOf(assetId)} 的胶片条` }),
      run: (input, job) => makeFilmstrip(tools, input, job),
    },
    'clips.waveform': {
      lane: 'light',
      title: ({ assetId }) => ({ en: `Waveform of ${nameOf(assetId)}`, zh: `${nameOf(assetId)} 的波形` }),
      run: (input, job) => readWaveform(tools, input, job),
    },
    'clips.planCut': (input) => planCuts(tools, facts, input),
    'clips.cut': {
      lane: 'encode',
      title: ({ assetId }) => ({ en: `Cut ${nameOf(assetId)}`, zh: `剪切 ${nameOf(assetId)}` }),
      run: (input, job) =>
        cutRecording(tools, input, job, async (path) => {
          const quiet = { ...job, progress: () => {} };
          const request = { sources: [{ kind: 'path' as const, path }], tags: [] };
          const { imported, duplicates } = await importFiles(context, tools, uploads, request, quiet);
          return imported[0] ?? duplicates[0] ?? null;
        }),
    },
  };
}
