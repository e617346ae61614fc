import type { Loudness } from '../../contract/clip-work.ts';
import { decimal, exactly, samplesOf, soundRate } from '../render/sound-level.ts';
import type { GraphPart } from '../render/types.ts';
import type { CallInput, FfmpegCall } from './call.ts';

/** What a whole should come to: LUFS and dBTP. */
export interface LoudnessTarget {
  lufs: number;
  peak: number;
}

/** Where a measuring run writes what it found, in the folder it runs in. */
export const loudnessFile = 'loudness.txt';

/** ebur128 speaks every 100 ms: the last piece is filled up so that its peak counts too. */
const measureStep = 0.1;

/** Measures a graph's sound by EBU R 128, into `loudnessFile`. */
export function measureCall(inputs: readonly CallInput[], graph: GraphPart): FfmpegCall {
  const measure = [
    'aformat=channel_layouts=stereo',
    `apad=pad_len=${samplesOf(measureStep)}`,
    'ebur128=peak=true:metadata=1',
    `ametadata=mode=print:file=${loudnessFile}`,
  ].join(',');
  return {
    inputs: [...inputs],
    options: [
      '-filter_complex',
      [...graph.filters, `[${graph.output}]${measure}[measured]`].join(';'),
      '-map',
      '[measured]',
      '-f',
      'null',
    ],
    output: 'none',
  };
}

/** Nothing under this counts as sound in EBU R 128. */
const gate = -70;
/** A range needs several of the 3-second windows that it is made from. */
const leastForRange = 4;

/** The last word of a measuring run; `text` is the end of what it wrote. */
export function readLoudness(text: string, seconds: number): Loudness {
  const last = (key: string): number | null => {
    const found = [...text.matchAll(new RegExp(`^lavfi\\.r128\\.${key}=(-?[\\d.]+)\\s*$`, 'gm'))].at(-1);
    const value = Number(found?.[1]);
    return found && Number.isFinite(value) ? value : null;
  };
  const integrated = last('I');
  const peak = Math.max(last('true_peaks_ch0') ?? 0, last('true_peaks_ch1') ?? 0);
  const range = last('LRA') ?? 0;
  return {
    integrated: integrated === null || integrated <= gate ? null : integrated,
    peak: peak > 0 ? 20 * Math.log10(peak) : null,
    range: seconds < leastForRange ? 0 : range,
  };
}

/** How a whole comes to its loudness. */
export interface LoudnessChange {
  /** To be put behind the mixed sound; none when nothing changes. */
  filters: string[];
  /**
   * `gain`: everything louder or softer by `gain` decibels, nothing else changes. `limited`: the same, but peaks
   * would go over the limit and are pressed down.
   */
  way: 'none' | 'gain' | 'limited';
  gain: number;
}

/** Nothing is made louder than this: what is left then is noise. */
const mostGain = 30;
/** A limiter's lowest threshold. */
const lowestCeiling = 0.0625;

/** What a first try showed to be missing, decibels; see `correction`. */
export interface LoudnessCorrection {
  gain: number;
  /** Added to the limit of peaks. */
  peak: number;
}

/**
 * What to do with a sound of `seconds` that measures `measured`. Silence and sounds that are right stay as they
 * are. Limiting takes some loudness away again, so a limited sound must be measured once more (`correction`).
 * `loudnorm` is not used: where it cannot keep to a plain gain it misses by 3 LU on sounds with high peaks and by
 * far more under three seconds (measured with 5.1), and it leaves everything at 192 kHz.
 */
export function loudnessFilters(
  measured: Loudness,
  target: LoudnessTarget,
  seconds: number,
  correct: LoudnessCorrection = { gain: 0, peak: 0 },
): LoudnessChange {
  if (measured.integrated === null) return { filters: [], way: 'none', gain: 0 };
  const gain = Math.min(mostGain, target.lufs - measured.integrated + correct.gain);
  const over = measured.peak !== null && measured.peak + gain > target.peak;
  if (Math.abs(gain) < 0.05 && !over) return { filters: [], way: 'none', gain: 0 };
  const louder = `volume=${decimal(gain)}dB`;
  if (!over) return { filters: [louder], way: 'gain', gain };
  // Peaks between samples are seen at four times the rate; the limiter's look-ahead is taken off again.
  const rate = soundRate * 4;
  const ahead = rate / 1000;
  const ceiling = Math.max(lowestCeiling, 10 ** ((target.peak - 0.2 + correct.peak) / 20));
  return {
    filters: [
      louder,
      `aresample=${rate}`,
      `apad=pad_len=${ahead}`,
      `alimiter=limit=${decimal(Math.min(1, ceiling))}:attack=1:release=40:level=disabled`,
      `atrim=start_sample=${ahead}`,
      'asetpts=N/SR/TB',
      `aresample=${soundRate}`,
      ...exactly(samplesOf(seconds)),
    ],
    way: 'limited',
    gain,
  };
}

/** Nobody hears less than this, LU. */
const closeEnough = 0.2;

/** What to change after a limited sound measured `reached`; null when it is right, or as near as it gets. */
export function correction(
  reached: Loudness,
  target: LoudnessTarget,
  before: LoudnessCorrection,
): LoudnessCorrection | null {
  if (reached.integrated === null) return null;
  const missing = target.lufs - reached.integrated;
  const over = Math.max(0, (reached.peak ?? target.peak) - target.peak);
  if (Math.abs(missing) <= closeEnough && over <= 0.01) return null;
  return { gain: before.gain + missing, peak: before.peak - (over > 0.01 ? over + 0.05 : 0) };
}
