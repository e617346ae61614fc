import { packetArguments } from '#shared/clip/args/probe.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { EditPlan } from '#shared/clip/render/plan.ts';
import { framesPerSecond } from '#shared/clip/timeline.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { indexFile, indexFromHeader, probeFile, runFfprobe } from './inspect.ts';
import type { VideoTools } from './tools.ts';

function unsound(what: string, detail: unknown): GalleyError {
  return new GalleyError(
    'internal',
    {
      en: 'The rendered clip did not pass its check and was discarded. Render it again, and report it if it stays so.',
      zh: '渲染结果未通过检查，已丢弃。请重新渲染；若仍出现请反馈。',
    },
    { what, detail },
  );
}

/** Seconds at which the sound of a file ends. */
async function soundEnd(
  tools: VideoTools,
  path: string,
  probe: ClipProbe,
  signal: AbortSignal | undefined,
): Promise<number> {
  let end = 0;
  let rest = '';
  await runFfprobe(
    tools,
    packetArguments(path, probe.audio?.index ?? 0),
    (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const time = Number.parseFloat(line);
        if (Number.isFinite(time)) end = Math.max(end, time);
      }
    },
    signal,
  );
  return end - probe.startTime;
}

/** A packet of sound is this long; encoders fill up the last one. */
const packetSeconds = 1024 / 48_000;

/**
 * What was written has exactly the planned frames at even steps, and sound that ends within a frame of the picture.
 * @throws GalleyError internal
 */
export async function checkRender(
  tools: VideoTools,
  path: string,
  plan: EditPlan,
  { sound, signal }: { sound: boolean; signal: AbortSignal | undefined },
): Promise<ClipProbe> {
  const probe = await probeFile(tools, path, signal);
  const index =
    (probe.container === 'mov' ? await indexFromHeader(path, null, probe.startTime) : null) ??
    (await indexFile(tools, path, probe, signal));
  if (index.shown.length !== plan.frames)
    throw unsound('frames', { wanted: plan.frames, got: index.shown.length });
  const step = 1 / framesPerSecond(plan.rate);
  for (let at = 1; at < index.shown.length; at += 1) {
    const passed = (index.shown[at] ?? 0) - (index.shown[at - 1] ?? 0);
    // Matroska counts in milliseconds.
    if (Math.abs(passed - step) > 0.0011) throw unsound('steps', { at, passed });
  }
  if (sound !== (probe.audio !== null)) throw unsound('sound', { wanted: sound });
  if (sound) {
    const end = (await soundEnd(tools, path, probe, signal)) + packetSeconds;
    if (Math.abs(end - plan.duration) > step + 2 * packetSeconds)
      throw unsound('sound length', { wanted: plan.duration, got: end });
  }
  return probe;
}
