import { decodedInput, secondsText } from '#shared/clip/args/call.ts';
import type { CutPlan } from '#shared/clip/plan.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { indexFile, indexFromHeader, probeFile } from './inspect.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

function unsound(what: string, detail: unknown): GalleyError {
  return new GalleyError(
    'internal',
    {
      en: 'The result did not pass its check and was discarded. Try the exact mode, and report the clip if it stays.',
      zh: '输出未通过检查，已丢弃。请改用精确模式；若仍出现请反馈此视频。',
    },
    { what, detail },
  );
}

/** Old builds start a group of frames too early and still report success: count what was really written. */
export async function verifyCut(
  tools: VideoTools,
  path: string,
  plan: Pick<CutPlan, 'frames' | 'mode'>,
  signal?: AbortSignal,
): Promise<void> {
  const index =
    (await indexFromHeader(path, null, 0)) ??
    (await indexFile(tools, path, await probeFile(tools, path, signal), signal));
  if (index.shown.length !== plan.frames)
    throw unsound('frames', { wanted: plan.frames, got: index.shown.length });
  for (let at = 1; at < index.shown.length; at += 1) {
    if ((index.shown[at] ?? 0) - (index.shown[at - 1] ?? 0) <= 0) throw unsound('order', { at });
  }
  if (plan.mode !== 'lossless' && index.vfr) throw unsound('steps', null);
}

/** Decodes all of a file and counts: packets may be there whose frames no player can show. */
export async function verifyDecoding(
  tools: VideoTools,
  path: string,
  frames: number,
  signal?: AbortSignal,
): Promise<void> {
  let decoded = 0;
  const every = [tools.abilities.fpsMode ? '-fps_mode' : '-vsync', 'passthrough'];
  await runFfmpeg(
    tools,
    {
      inputs: [decodedInput(path)],
      options: ['-map', '0:v:0', ...every, '-f', 'null'],
      output: 'none',
    },
    { signal, onProgress: (now) => (decoded = now.frames) },
  );
  if (decoded !== frames) throw unsound('decoding', { wanted: frames, got: decoded });
}

/** A joined file must be turned like its source: its copied middle is stored the same way. */
export async function verifyOrientation(
  tools: VideoTools,
  path: string,
  source: ClipProbe,
  signal?: AbortSignal,
): Promise<void> {
  // Nothing in a join can turn a picture that was upright.
  if (!source.video || (source.video.rotation === 0 && !source.video.mirrored)) return;
  const { video } = await probeFile(tools, path, signal);
  if (video?.rotation !== source.video?.rotation || video?.mirrored !== source.video?.mirrored) {
    throw unsound('orientation', null);
  }
}

/** Decodes a second around each join; any decoding error fails. */
export async function verifyJoins(
  tools: VideoTools,
  path: string,
  joins: readonly number[],
  signal?: AbortSignal,
): Promise<void> {
  for (const join of joins) {
    const from = Math.max(0, join - 0.2);
    await runFfmpeg(
      tools,
      {
        inputs: [
          decodedInput(path, ['-err_detect', 'explode', ...(from > 0 ? ['-ss', secondsText(from)] : [])]),
        ],
        options: ['-xerror', '-map', '0:v:0', '-t', '0.6', '-f', 'null'],
        output: 'none',
      },
      { signal },
    );
  }
}
