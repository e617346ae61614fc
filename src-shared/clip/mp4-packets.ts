import type { FramePacket } from './frame-index.ts';
import { type Box, inside, scaleOf, tracksOf, unlessDamaged } from './mp4-boxes.ts';

/** Eighteen hours at 60 frames a second; a tiny file can promise far more. */
const longestTrack = 4_000_000;

/**
 * Packets of a picture track out of the bytes of an MP4 or MOV `moov` box (ISO/IEC 14496-12), as ffprobe would list
 * them, without touching the media: a 4 GB file costs its few megabytes of index. Times are on the file's own clock.
 * `track` is ffprobe's stream index, or null for the first picture track.
 * Null when this reader is not the one to trust (fragments, unusual edit lists, damage): ask ffprobe then.
 */
export function mp4Packets(moov: Uint8Array, track: number | null): FramePacket[] | null {
  return unlessDamaged(moov, (view) => packetsOf(view, track));
}

function packetsOf(view: DataView, track: number | null): FramePacket[] | null {
  const moov: Box = { type: 'moov', start: 0, end: view.byteLength };
  if (inside(view, moov, 'mvex')) return null;
  const header = inside(view, moov, 'mvhd');
  const tracks = tracksOf(view);
  const pictures = tracks.filter(({ handler }) => handler === 'vide');
  const chosen = track === null ? pictures[0] : tracks[track];
  if (!header || chosen?.handler !== 'vide') return null;
  const trak = chosen.box;
  const movieScale = scaleOf(view, header);
  const mediaHeader = inside(view, trak, 'mdia', 'mdhd');
  const table = inside(view, trak, 'mdia', 'minf', 'stbl');
  if (!mediaHeader || !table) return null;
  const scale = scaleOf(view, mediaHeader);
  const part = (type: string) => inside(view, table, type);
  const [durations, sizes] = [part('stts'), part('stsz')];
  if (!durations || !sizes || scale === 0 || movieScale === 0) return null;
  const count = view.getUint32(sizes.start + 8);
  if (count === 0 || count > longestTrack) return null;

  const ticks = presentationTicks(view, durations, part('ctts'), count);
  if (!ticks) return null;
  const shift = editShift(view, inside(view, trak, 'edts', 'elst'), ticks, scale / movieScale);
  if (shift === null) return null;
  const keys = keySet(view, part('stss'));
  const fixed = view.getUint32(sizes.start + 4);
  return Array.from(ticks, (tick, at) => ({
    time: (tick + shift) / scale,
    key: keys === null || keys.has(at + 1),
    bytes: fixed || view.getUint32(sizes.start + 12 + at * 4),
  }));
}

function presentationTicks(view: DataView, stts: Box, ctts: Box | null, count: number): Float64Array | null {
  const ticks = new Float64Array(count);
  let at = 0;
  let clock = 0;
  for (let entry = 0; entry < view.getUint32(stts.start + 4); entry += 1) {
    const repeat = view.getUint32(stts.start + 8 + entry * 8);
    const step = view.getUint32(stts.start + 12 + entry * 8);
    if (step > 0x7fffffff) return null;
    for (let n = 0; n < repeat && at < count; n += 1, at += 1, clock += step) ticks[at] = clock;
  }
  if (at < count) return null;
  if (!ctts) return ticks;
  at = 0;
  for (let entry = 0; entry < view.getUint32(ctts.start + 4); entry += 1) {
    const repeat = view.getUint32(ctts.start + 8 + entry * 8);
    // Version 0 says unsigned, but writers put negative offsets there and every reader takes them so.
    const offset = view.getInt32(ctts.start + 12 + entry * 8);
    for (let n = 0; n < repeat && at < count; n += 1, at += 1) ticks[at] = (ticks[at] ?? 0) + offset;
  }
  return ticks;
}

/** Ticks to add to every time: an optional empty edit, then one edit that shows every frame. Null for others. */
function editShift(
  view: DataView,
  elst: Box | null,
  ticks: Float64Array,
  perMovieTick: number,
): number | null {
  if (!elst) return 0;
  const wide = view.getUint8(elst.start) === 1;
  const entries = view.getUint32(elst.start + 4);
  let empty = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    const at = elst.start + 8 + entry * (wide ? 20 : 12);
    const duration = wide ? Number(view.getBigUint64(at)) : view.getUint32(at);
    const mediaTime = wide ? Number(view.getBigInt64(at + 8)) : view.getInt32(at + 4);
    const rate = view.getInt32(at + (wide ? 16 : 8));
    if (rate !== 0x10000) return null;
    if (mediaTime === -1 && entry === 0) {
      empty = Math.round(duration * perMovieTick);
      continue;
    }
    if (entry !== entries - 1) return null;
    const first = ticks.reduce((least, tick) => Math.min(least, tick), Number.POSITIVE_INFINITY);
    const last = ticks.reduce((most, tick) => Math.max(most, tick), 0);
    const hidesStart = first < mediaTime;
    const hidesEnd = duration !== 0 && mediaTime + duration * perMovieTick <= last;
    return hidesStart || hidesEnd ? null : empty - mediaTime;
  }
  return empty;
}

/** One-based numbers of the keyframes, or null when every frame is one. */
function keySet(view: DataView, stss: Box | null): Set<number> | null {
  if (!stss) return null;
  const keys = new Set<number>();
  for (let entry = 0; entry < view.getUint32(stss.start + 4); entry += 1) {
    keys.add(view.getUint32(stss.start + 8 + entry * 4));
  }
  return keys;
}
