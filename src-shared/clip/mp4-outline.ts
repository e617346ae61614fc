import type { ClipOutline } from './outline.ts';
import type { FramePacket } from './frame-index.ts';
import { type Box, children, inside, scaleOf, type Track, tracksOf, unlessDamaged } from './mp4-boxes.ts';
import { mp4Packets } from './mp4-packets.ts';
import { probedPackets } from './probe.ts';
import { type FrameRate, framesPerSecond } from './timeline.ts';

/** Codecs that every build of ffmpeg decodes, by sample entry, with the box that must describe them. */
const codecs: Record<string, { codec: string; description: string }> = {
  avc1: { codec: 'h264', description: 'avcC' },
  hvc1: { codec: 'hevc', description: 'hvcC' },
  hev1: { codec: 'hevc', description: 'hvcC' },
};
/** Bytes of a picture's sample entry before the boxes in it. */
const pictureEntryLength = 78;
/** Steps further than this part from the average are left to ffprobe to judge; it calls 15% a varying rate. */
const steadiness = 0.07;

/**
 * What a copying cut must know, out of the bytes of a `moov` box: the same facts as ffprobe's, without its start.
 * Null for all that is not plain (fragments, several pictures, rare codecs, a varying rate, a clock that does not
 * start at zero, unusual edit lists, damage): ask ffprobe then.
 */
export function mp4Outline(moov: Uint8Array): { outline: ClipOutline; packets: FramePacket[] } | null {
  return unlessDamaged(moov, (view) => {
    // A box that does not end where it should could hide a track.
    if (children(view, 0, view.byteLength).at(-1)?.end !== view.byteLength) return null;
    const tracks = tracksOf(view);
    const pictures = tracks.flatMap((track, at) => (track.handler === 'vide' ? [at] : []));
    const [index] = pictures;
    const picture = index === undefined ? undefined : tracks[index];
    if (index === undefined || !picture || pictures.length > 1) return null;
    const codec = codecOf(view, picture);
    const rate = averageRate(view, picture);
    const packets = mp4Packets(moov, index);
    if (!codec || !rate || !packets || !isSteady(packets, rate)) return null;

    const sounds = tracks.flatMap((track, at) => (track.handler === 'soun' ? [{ at, track }] : []));
    const starts = sounds.map(({ track }) => soundStart(view, track));
    const pictureStart = packets.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
    if (!starts.every((start) => start !== null) || Math.min(pictureStart, ...starts) !== 0) return null;

    const streams: ClipOutline['streams'] = [
      { index, type: 'video' },
      ...sounds.map(({ at }) => ({ index: at, type: 'audio' as const })),
    ];
    const fps = Math.round(framesPerSecond(rate) * 1000) / 1000;
    return {
      outline: {
        container: 'mov',
        streams: streams.sort((one, other) => one.index - other.index),
        video: { index, codec, rate, fps, vfr: false },
      },
      packets,
    };
  });
}

function codecOf(view: DataView, { box }: Track): string | null {
  const table = inside(view, box, 'mdia', 'minf', 'stbl', 'stsd');
  if (!table || view.getUint32(table.start + 4) !== 1) return null;
  const entry: Box | undefined = children(view, table.start + 8, table.end)[0];
  const known = codecs[entry?.type ?? ''];
  if (!entry || !known || view.getUint16(entry.start + 24) === 0) return null;
  const description = children(view, entry.start + pictureEntryLength, entry.end).find(
    (child) => child.type === known.description,
  );
  if (!description || view.getUint8(description.start) !== 1) return null;
  // A picture whose parameter set is not one cannot be decoded, whatever the tables say.
  const isDescribed =
    known.codec === 'hevc'
      ? description.end - description.start > 23
      : (view.getUint8(description.start + 5) & 31) > 0 && (view.getUint8(description.start + 8) & 31) === 7;
  return isDescribed ? known.codec : null;
}

/** Frames by the time they take, as ffprobe reports its average rate. */
function averageRate(view: DataView, { box }: Track): FrameRate | null {
  const clock = inside(view, box, 'mdia', 'mdhd');
  const durations = inside(view, box, 'mdia', 'minf', 'stbl', 'stts');
  if (!clock || !durations) return null;
  let [frames, ticks] = [0, 0];
  for (let entry = 0; entry < view.getUint32(durations.start + 4); entry += 1) {
    const repeat = view.getUint32(durations.start + 8 + entry * 8);
    frames += repeat;
    ticks += repeat * view.getUint32(durations.start + 12 + entry * 8);
  }
  const total = frames * scaleOf(view, clock);
  if (total === 0 || ticks === 0 || !Number.isSafeInteger(total) || !Number.isSafeInteger(ticks)) return null;
  const divisor = commonDivisor(total, ticks);
  const rate = { num: total / divisor, den: ticks / divisor };
  // Beyond 31 bits ffprobe rounds; beyond 480 frames it is not believed.
  return rate.num > 0x7fffffff || rate.den > 0x7fffffff || framesPerSecond(rate) > 480 ? null : rate;
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}

/** True when the packets that ffprobe would look at are so regular that any part of them shows the same rate. */
function isSteady(packets: readonly FramePacket[], rate: FrameRate): boolean {
  const all = packets.length <= probedPackets;
  const sample = packets.slice(0, probedPackets).map(({ time }) => time);
  // The sample ends in the middle of a reordered group, see `parseProbe`.
  const times = sample.sort((one, other) => one - other).slice(0, all ? undefined : -16);
  const step = 1 / framesPerSecond(rate);
  return (
    times.length >= 3 &&
    times.every((time, at) => at === 0 || Math.abs(time - (times[at - 1] ?? 0) - step) <= step * steadiness)
  );
}

/** Seconds before the sound begins: an optional empty edit, then one that may skip the encoder's priming. */
function soundStart(view: DataView, { box }: Track): number | null {
  const edits = inside(view, box, 'edts', 'elst');
  const movie = inside(view, { type: 'moov', start: 0, end: view.byteLength }, 'mvhd');
  if (!edits) return 0;
  if (!movie || view.getUint8(edits.start) !== 0) return null;
  const entries = view.getUint32(edits.start + 4);
  const isEmpty = entries > 0 && view.getInt32(edits.start + 12) === -1;
  if (entries > (isEmpty ? 2 : 1)) return null;
  return isEmpty ? view.getUint32(edits.start + 8) / scaleOf(view, movie) : 0;
}
