import { type CallInput, safeInput, secondsText } from '../args/call.ts';
import type { ClipProbe } from '../probe.ts';
import type { GraphInputs } from './types.ts';
import { exactly, samplesOf, soundRate } from './sound-level.ts';

/** Filters under way, and pads with names that no other part of the graph has. */
export interface SoundWriter {
  readonly filters: string[];
  readonly inputs: GraphInputs;
  /** Writes one chain and answers the pad it ends in. `from` are pads without brackets. */
  chain(from: readonly string[], filters: readonly string[]): string;
  /** The same with several ends. */
  split(from: string, count: number): string[];
}

export function soundWriter(inputs: GraphInputs): SoundWriter {
  const filters: string[] = [];
  let names = 0;
  const name = (): string => `sound${(names += 1)}`;
  const heads = (pads: readonly string[]): string => pads.map((pad) => `[${pad}]`).join('');
  return {
    filters,
    inputs,
    chain(from, links) {
      const pad = name();
      filters.push(`${heads(from)}${links.join(',')}[${pad}]`);
      return pad;
    },
    split(from, count) {
      if (count === 1) return [from];
      const pads = Array.from({ length: count }, name);
      filters.push(`[${from}]asplit=${count}${heads(pads)}`);
      return pads;
    },
  };
}

/** One audio stream of one file. */
export interface SoundStream {
  path: string;
  probe: ClipProbe;
  /** Its index among all streams of the file. */
  index: number;
  channels: number;
}

/** The stream that an edit asks for, counted among the audio streams; null when the file has no such sound. */
export function streamOf(path: string, probe: ClipProbe, wanted = 0): SoundStream | null {
  const sounds = probe.streams.filter((stream) => stream.type === 'audio');
  const stream = sounds[wanted] ?? sounds[0];
  if (!stream) return null;
  const channels = stream.channels ?? (stream.index === probe.audio?.index ? probe.audio.channels : 2);
  return { path, probe, index: stream.index, channels };
}

/** A sound is read this much beyond its end, because packets end where they want. */
const readMargin = 0.1;
/** Containers without an index are entered this much earlier, and the rest skipped. */
const coarseMargin = 0.5;

/**
 * Transport streams and their like read from the start without their picture would begin to count where the sound
 * begins; any shift of the clock, here by a microsecond, keeps ffmpeg from that.
 */
export const wholeClock: readonly string[] = ['-itsoffset', '0.000001'];

/**
 * The same landing as for pictures (`seekTo`), but without their margin of half a millisecond: sound is cut to the
 * sample after decoding, so nothing can be lost.
 */
function soundInput(stream: SoundStream, from: number, length: number): { input: CallInput; skip: number } {
  const indexed = stream.probe.container === 'mov' || stream.probe.container === 'matroska';
  const landing = indexed ? from : Math.max(0, from - coarseMargin);
  const skip = from - landing;
  const seek = landing > 0 ? ['-ss', secondsText(landing)] : indexed ? [] : wholeClock;
  const end = ['-t', secondsText(length + skip + readMargin)];
  return {
    input: { options: [...safeInput(), '-vn', '-sn', '-dn', ...seek, ...end], path: stream.path },
    skip,
  };
}

/** One channel goes to both sides as it is: ffmpeg's own way would make it 3 dB softer. */
const bothSides = (channels: number): string[] => (channels === 1 ? ['pan=stereo|c0=c0|c1=c0'] : []);

/** What every pad is: 48 kHz, stereo, floating point. */
export const soundFormat = `aformat=sample_fmts=fltp:sample_rates=${soundRate}:channel_layouts=stereo`;

/** Seconds `from` to `from + length` of a stream as one pad; where the file has no sound yet or any more, silence. */
export function readSound(writer: SoundWriter, stream: SoundStream, from: number, length: number): string {
  const { input, skip } = soundInput(stream, from, length);
  const at = writer.inputs.add(input);
  return writer.chain(
    [`${at}:${stream.index}`],
    [
      // What the seek brought along is dropped by its time, so that a sound that starts late stays late.
      ...(skip > 0 ? [`atrim=start=${secondsText(skip)}`, `asetpts=PTS-${secondsText(skip)}/TB`] : []),
      ...bothSides(stream.channels),
      `aresample=${soundRate}:async=1:first_pts=0`,
      soundFormat,
      ...exactly(samplesOf(length)),
    ],
  );
}

/** Seconds of sound that are held in memory to be turned round. */
const reverseStep = 30;

/** The same backwards, turned round in steps so that an hour needs no more memory than half a minute. */
export function readReversed(writer: SoundWriter, stream: SoundStream, from: number, length: number): string {
  const pieces = Math.max(1, Math.ceil(length / reverseStep));
  const pads = Array.from({ length: pieces }, (_, at) => {
    const start = from + at * reverseStep;
    const pad = readSound(writer, stream, start, Math.min(reverseStep, from + length - start));
    return writer.chain([pad], ['areverse', 'asetpts=N/SR/TB']);
  });
  return joinSounds(writer, pads.reverse());
}

/** Pads one after another. */
export function joinSounds(writer: SoundWriter, pads: readonly string[]): string {
  const [first] = pads;
  if (first !== undefined && pads.length === 1) return first;
  return writer.chain(pads, [`concat=n=${pads.length}:v=0:a=1`]);
}

export function silence(writer: SoundWriter, samples: number): string {
  return writer.chain([], [`anullsrc=r=${soundRate}:cl=stereo`, soundFormat, `atrim=end_sample=${samples}`]);
}

/** A kept part, seconds of the file. */
export interface SoundPart {
  from: number;
  to: number;
}

/** Parts nearer than this are read in one go instead of opening the file again. */
const widestGap = 30;
/** Every part looks at all that is read, so few share a reading. */
const mostShared = 32;

/** Parts that can be read in one go, in their order: each starts where or soon after the one before ends. */
export function sharedReadings(parts: readonly SoundPart[]): SoundPart[][] {
  const readings: SoundPart[][] = [];
  for (const part of parts) {
    const reading = readings.at(-1);
    const before = reading?.at(-1);
    const gap = before ? part.from - before.to : -1;
    if (reading && reading.length < mostShared && gap >= 0 && gap <= widestGap) reading.push(part);
    else readings.push([part]);
  }
  return readings;
}

/** Several parts of one stream, each as a pad: a talk without its pauses opens its file a few times, not hundreds. */
export function readParts(writer: SoundWriter, stream: SoundStream, parts: readonly SoundPart[]): string[] {
  return sharedReadings(parts).flatMap((reading) => {
    const [first] = reading;
    const last = reading.at(-1);
    if (!first || !last) return [];
    const whole = readSound(writer, stream, first.from, last.to - first.from);
    if (reading.length === 1) return [whole];
    return writer.split(whole, reading.length).map((pad, at) => {
      const { from, to } = reading[at] ?? first;
      const start = samplesOf(from - first.from);
      const end = start + samplesOf(to - from);
      return writer.chain([pad], [`atrim=start_sample=${start}:end_sample=${end}`, 'asetpts=PTS-STARTPTS']);
    });
  });
}
