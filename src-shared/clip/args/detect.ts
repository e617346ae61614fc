import type { FfmpegAbilities } from '../abilities.ts';
import type { Detection } from '../../contract/clip-work.ts';
import type { ClipProbe } from '../probe.ts';
import { decimal } from '../render/sound-level.ts';
import { wholeClock } from '../render/sound-source.ts';
import { decodedInput, type FfmpegCall, secondsText } from './call.ts';

/** What to look for; null leaves a kind out. */
export interface DetectionWanted {
  /** Quieter than `below` decibels for at least `seconds`. */
  silence: { below: number; seconds: number } | null;
  black: { seconds: number } | null;
  /** How different two frames are at a change of scene, 0 to 1. */
  scene: { threshold: number } | null;
}

/** Where a detecting run writes what it finds, in the folder it runs in. */
export const detectionFiles = {
  silences: 'silences.txt',
  blacks: 'blacks.txt',
  scenes: 'scenes.txt',
} as const;

/** Blacks and scenes show just as well in a small picture, which is quick to compare. */
const smallPicture = 'scale=160:-2:flags=fast_bilinear,format=yuv420p,settb=AVTB';

/** Looks for everything in one pass over the file; null when there is nothing to look at. */
export function detectCall(
  probe: ClipProbe,
  source: string,
  wanted: DetectionWanted,
  abilities: FfmpegAbilities,
): FfmpegCall | null {
  const filters: string[] = [];
  const pads: string[] = [];
  const find = (from: string, found: string, file: string, kind: 'metadata' | 'ametadata', pad: string) => {
    filters.push(`[${from}]${found},${kind}=mode=print:file=${file}[${pad}]`);
    pads.push(pad);
  };
  const { silence, black, scene } = wanted;
  const looks = probe.video !== null && (black !== null || scene !== null);
  const listens = probe.audio !== null && silence !== null;
  if (probe.video && looks) {
    const both = black !== null && scene !== null;
    filters.push(
      `[0:${probe.video.index}]${smallPicture}${both ? ',split[dark][cuts]' : black ? '[dark]' : '[cuts]'}`,
    );
    if (black) {
      const found = `blackdetect=d=${decimal(black.seconds)}:pix_th=0.1`;
      find('dark', found, detectionFiles.blacks, 'metadata', 'darkness');
    }
    if (scene) {
      const found = `select='gt(scene,${decimal(scene.threshold)})'`;
      find('cuts', found, detectionFiles.scenes, 'metadata', 'changes');
    }
  }
  if (probe.audio && listens) {
    // A sound that starts late or ends early is silent there.
    const whole = `aresample=async=1:first_pts=0,apad,atrim=duration=${secondsText(probe.duration)}`;
    const found = `${whole},silencedetect=n=${decimal(silence.below)}dB:d=${decimal(silence.seconds)}`;
    find(`0:${probe.audio.index}`, found, detectionFiles.silences, 'ametadata', 'quiet');
  }
  if (pads.length === 0) return null;
  const skipped = [...wholeClock, ...(looks ? [] : ['-vn']), ...(listens ? [] : ['-an']), '-sn', '-dn'];
  return {
    inputs: [decodedInput(source, skipped)],
    options: [
      ...['-filter_complex', filters.join(';')],
      ...pads.flatMap((pad) => ['-map', `[${pad}]`]),
      ...(looks ? [abilities.fpsMode ? '-fps_mode' : '-vsync', 'passthrough'] : []),
      ...['-f', 'null'],
    ],
    output: 'none',
  };
}

interface Found {
  /** Microseconds of the frame that says it; only of pictures. */
  frame: number;
  key: string;
  value: number;
}

function* reports(text: string): Generator<Found> {
  let frame = 0;
  for (const line of text.split('\n')) {
    const at = /^frame:\d+\s+pts:(-?\d+)/.exec(line);
    if (at) frame = Number(at[1]);
    const [, key, value] = /^lavfi\.([\w.]+)=(-?[\d.]+)/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) yield { frame, key, value: Number(value) };
  }
}

/** Spans from their starts and ends; one that never ends lasts until `end`. */
function spans(
  marks: readonly { start: boolean; at: number }[],
  end: number,
  least: number,
): Detection['blacks'] {
  const found: Detection['blacks'] = [];
  let from: number | null = null;
  const close = (to: number): void => {
    // Times are written with six digits: what was found is as long as was asked for.
    if (from !== null && to > from && to - from >= least - 0.011) found.push({ from, to });
    from = null;
  };
  for (const { start, at } of marks) {
    if (!start) close(Math.min(at, end));
    else from ??= Math.max(0, at);
  }
  close(end);
  return found;
}

/** What a detecting run wrote into its files, in seconds of the recording. `duration` is the recording's end. */
export function readDetection(
  texts: Record<keyof typeof detectionFiles, string>,
  wanted: DetectionWanted,
  duration: number,
): Detection {
  const marks = (text: string, name: string, timeOf: (report: Found) => number) =>
    [...reports(text)]
      .filter(({ key }) => key === `${name}_start` || key === `${name}_end`)
      .map((report) => ({ start: report.key === `${name}_start`, at: timeOf(report) }));
  return {
    silences: spans(
      marks(texts.silences, 'silence', ({ value }) => value),
      duration,
      wanted.silence?.seconds ?? 0,
    ),
    blacks: spans(
      marks(texts.blacks, 'black', ({ frame }) => frame / 1e6),
      duration,
      wanted.black?.seconds ?? 0,
    ),
    scenes: [...reports(texts.scenes)]
      .filter(({ key }) => key === 'scene_score')
      .map(({ frame }) => frame / 1e6)
      .filter((at) => at > 0 && at < duration),
  };
}
