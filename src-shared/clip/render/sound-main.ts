import type { PlacedSegment } from '../edit/layout.ts';
import type { RecordedSegment } from '../edit/segment.ts';
import type { RenderContext } from './types.ts';
import { exactly, isSilent, levelFilters, samplesOf, tempoFilters } from './sound-level.ts';
import {
  joinSounds,
  readParts,
  readReversed,
  silence,
  type SoundPart,
  type SoundStream,
  type SoundWriter,
  streamOf,
} from './sound-source.ts';

type Context = Pick<RenderContext, 'fileOf' | 'probeOf'>;

interface Sounding extends PlacedSegment {
  segment: RecordedSegment;
  stream: SoundStream;
}

/** The segments of the main track that can be heard before `duration`. */
function soundingSegments(placed: readonly PlacedSegment[], duration: number, context: Context): Sounding[] {
  return placed.flatMap((one) => {
    const { segment } = one;
    if (segment.kind !== 'clip' || one.start >= duration || isSilent(segment.sound ?? {})) return [];
    const stream = streamOf(
      context.fileOf(segment.source),
      context.probeOf(segment.source),
      segment.sound?.stream,
    );
    return stream ? [{ ...one, segment, stream }] : [];
  });
}

/** Each segment's stretch of its file as a pad, at speed 1. */
function rawPads(writer: SoundWriter, sounding: readonly Sounding[]): string[] {
  const pads: string[] = [];
  for (let at = 0; at < sounding.length; ) {
    const first = sounding[at];
    if (!first) break;
    const { segment, stream } = first;
    if (segment.reversed) {
      pads.push(readReversed(writer, stream, segment.from, segment.to - segment.from));
      at += 1;
      continue;
    }
    const parts: SoundPart[] = [];
    for (let one: Sounding | undefined = first; one; one = sounding[at]) {
      if (one.segment.reversed || one.stream.path !== stream.path || one.stream.index !== stream.index) break;
      parts.push({ from: one.segment.from, to: one.segment.to });
      at += 1;
    }
    pads.push(...readParts(writer, stream, parts));
  }
  return pads;
}

/** A lane of pieces one after another, with silence between them. */
interface Lane {
  pads: string[];
  /** Samples that are filled. */
  end: number;
}

/**
 * The sound of the main track as one or two pads that start at 0: where a transition lets two segments sound at
 * once, the later one goes on in the other lane.
 */
export function mainSound(
  writer: SoundWriter,
  placed: readonly PlacedSegment[],
  duration: number,
  context: Context,
): string[] {
  const sounding = soundingSegments(placed, duration, context);
  const raw = rawPads(writer, sounding);
  const lanes: [Lane, Lane] = [
    { pads: [], end: 0 },
    { pads: [], end: 0 },
  ];
  sounding.forEach(({ segment, index, start, end, overlap }, at) => {
    const first = samplesOf(start);
    const samples = samplesOf(end) - first;
    const source = raw[at];
    if (samples <= 0 || source === undefined) return;
    const speed = segment.speed ?? 1;
    const piece = writer.chain(
      [source],
      [
        ...tempoFilters(speed, segment.keepPitch ?? true),
        ...exactly(samples),
        ...levelFilters(segment.sound ?? {}, end - start, {
          speed,
          into: overlap,
          out: placed[index + 1]?.overlap ?? 0,
        }),
      ],
    );
    const lane = lanes.find((one) => one.end <= first) ?? lanes[0];
    if (first > lane.end) lane.pads.push(silence(writer, first - lane.end));
    lane.pads.push(piece);
    lane.end = first + samples;
  });
  return lanes.filter((lane) => lane.pads.length > 0).map((lane) => joinSounds(writer, lane.pads));
}
