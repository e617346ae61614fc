import type { EnvelopePoint } from '../edit/segment.ts';

/** Samples per second of everything that is mixed. */
export const soundRate = 48_000;

/** Decibels at and under which a sound is not heard; see the edit list's schema. */
const silent = -60;
/** Samples that share one value of a volume line: 10 ms, below what is heard as a step. */
const lineStep = 480;

/** What the edit list says about how loud something is. */
interface SoundShape {
  gain?: number | undefined;
  muted?: boolean | undefined;
  envelope?: readonly EnvelopePoint[] | undefined;
  fadeIn?: number | undefined;
  fadeOut?: number | undefined;
}

/** A number for a filter: no exponent, no needless zeros. */
export const decimal = (value: number): string => value.toFixed(6).replace(/\.?0+$/, '') || '0';

/** Samples nearest to a time. */
export const samplesOf = (seconds: number): number => Math.round(seconds * soundRate);

/** Whether nothing of it can be heard. */
export function isSilent(shape: SoundShape): boolean {
  if (shape.muted) return true;
  const gain = shape.gain ?? 0;
  if (gain <= silent) return true;
  const { envelope = [] } = shape;
  return envelope.length > 0 && envelope.every((point) => point.gain <= silent);
}

/** The highest decibels that are ever added. */
export function highestGain(shape: SoundShape): number {
  const line = shape.envelope?.length ? Math.max(...shape.envelope.map((point) => point.gain)) : 0;
  return (shape.gain ?? 0) + line;
}

interface Stretch {
  /** Seconds at which the next one takes over. */
  until: number;
  value: string;
}

/** Stretches as nested choices, halved each time: deep nests of hundreds would be slow to ask at every step. */
function choose(stretches: readonly Stretch[]): string {
  const [only] = stretches;
  if (!only || stretches.length === 1) return only?.value ?? '0';
  const middle = Math.ceil(stretches.length / 2);
  const border = stretches[middle - 1]?.until ?? 0;
  return `if(lt(t,${decimal(border)}),${choose(stretches.slice(0, middle))},${choose(stretches.slice(middle))})`;
}

/** Points that lie on the line between their neighbours (0.05 dB) are left out: drawn lines have hundreds. */
function bends(points: readonly EnvelopePoint[]): EnvelopePoint[] {
  const kept: EnvelopePoint[] = [];
  points.forEach((point, at) => {
    const before = kept.at(-1);
    const after = points[at + 1];
    if (before && after && after.at > before.at) {
      const share = (point.at - before.at) / (after.at - before.at);
      if (Math.abs(before.gain + share * (after.gain - before.gain) - point.gain) < 0.05) return;
    }
    kept.push(point);
  });
  return kept;
}

/**
 * Factor at the time `t` as an expression of ffmpeg: between two points decibels change evenly, outside they stay;
 * silence at −60. `speed` turns times of the recording into times of the timeline.
 */
function envelopeExpression(envelope: readonly EnvelopePoint[], gain: number, speed: number): string {
  // The value of the middle of a step is taken for all of it.
  const half = lineStep / soundRate / 2;
  const points = bends(envelope).map((point) => ({ at: point.at / speed - half, gain: point.gain }));
  const stretches: Stretch[] = [];
  points.forEach((point, at) => {
    const before = points[at - 1];
    if (!before) stretches.push({ until: point.at, value: decimal(point.gain) });
    else if (point.at > before.at) {
      const slope = (point.gain - before.gain) / (point.at - before.at);
      const value = `${decimal(before.gain)}+(t-${decimal(before.at)})*${decimal(slope)}`.replaceAll(
        '--',
        '+',
      );
      stretches.push({ until: point.at, value });
    }
  });
  stretches.push({ until: Number.POSITIVE_INFINITY, value: decimal(points.at(-1)?.gain ?? 0) });
  return `if(lte(st(0,${choose(stretches)}),${silent + 0.01}),0,pow(10,(ld(0)+${decimal(gain)})/20))`;
}

/** How a piece overlaps with its neighbours, seconds. */
interface Crossing {
  into: number;
  out: number;
}

/**
 * Gain, volume line, fades and the halves of cross-fades of a piece of `length` seconds that starts at 0. Cross-fades
 * keep the power, so that the join is neither a dip nor a bump.
 */
export function levelFilters(
  shape: SoundShape,
  length: number,
  { speed = 1, into = 0, out = 0 }: { speed?: number } & Partial<Crossing> = {},
): string[] {
  const { gain = 0, envelope = [], fadeIn = 0, fadeOut = 0 } = shape;
  const filters: string[] = [];
  if (envelope.length > 0) {
    const line = envelopeExpression(envelope, gain, speed);
    filters.push(`asetnsamples=n=${lineStep}:p=0`, `volume=volume='${line}':eval=frame`);
  } else if (gain !== 0) filters.push(`volume=${decimal(gain)}dB`);
  const fade = (way: 'in' | 'out', seconds: number, curve: string): void => {
    const lasts = Math.min(seconds, length);
    if (lasts <= 0) return;
    const start = way === 'in' ? 0 : length - lasts;
    filters.push(`afade=t=${way}:st=${decimal(start)}:d=${decimal(lasts)}${curve}`);
  };
  fade('in', fadeIn, '');
  fade('out', fadeOut, '');
  fade('in', into, ':curve=qsin');
  fade('out', out, ':curve=qsin');
  return filters;
}

/** Faster or slower. Each link stays within ½ to 2, where the pitch-keeping filter loses nothing. */
export function tempoFilters(speed: number, keepPitch: boolean): string[] {
  if (speed === 1) return [];
  if (!keepPitch) return [`asetrate=${Math.round(soundRate * speed)}`, `aresample=${soundRate}`];
  const filters: string[] = [];
  let left = speed;
  while (left > 2 || left < 0.5) {
    const step = left > 2 ? 2 : 0.5;
    filters.push(`atempo=${step}`);
    left /= step;
  }
  return Math.abs(left - 1) < 1e-9 ? filters : [...filters, `atempo=${decimal(left)}`];
}

/** Exactly so many samples, silence after the end of what there is. */
export const exactly = (samples: number): string[] => ['apad', `atrim=end_sample=${samples}`];
