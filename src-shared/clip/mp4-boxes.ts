/** One box (ISO/IEC 14496-12) inside the bytes of an MP4 header; `start` and `end` bound its content. */
export interface Box {
  type: string;
  start: number;
  end: number;
}

/** The boxes between two places; what follows a damaged one is left out. */
export function children(view: DataView, start: number, end: number): Box[] {
  const boxes: Box[] = [];
  let at = start;
  while (at + 8 <= end) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > end) break;
    boxes.push({ type: typeAt(view, at + 4), start: at + 8, end: at + size });
    at += size;
  }
  return boxes;
}

/** Four letters: the type of a box or a handler. */
function typeAt(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}

/** The first box along a path of types, or null. */
export function inside(view: DataView, box: Box, ...path: string[]): Box | null {
  let current: Box = box;
  for (const type of path) {
    const next = children(view, current.start, current.end).find((child) => child.type === type);
    if (!next) return null;
    current = next;
  }
  return current;
}

/** Ticks per second in `mvhd` and `mdhd`, which share their beginning. */
export function scaleOf(view: DataView, box: Box): number {
  return view.getUint32(box.start + (view.getUint8(box.start) === 1 ? 20 : 12));
}

/** One `trak` box and the kind of its media: `vide`, `soun`… or empty when it does not say. */
export interface Track {
  box: Box;
  handler: string;
}

/** The tracks of a `moov` box in stored order, which is the order of ffprobe's streams. */
export function tracksOf(view: DataView): Track[] {
  return children(view, 0, view.byteLength)
    .filter((box) => box.type === 'trak')
    .map((box) => {
      const handler = inside(view, box, 'mdia', 'hdlr');
      return { box, handler: handler ? typeAt(view, handler.start + 8) : '' };
    });
}

/** Reads a `moov` box; null when a table promises more than the bytes hold: damaged, so not ours to judge. */
export function unlessDamaged<T>(moov: Uint8Array, read: (view: DataView) => T | null): T | null {
  try {
    return read(new DataView(moov.buffer, moov.byteOffset, moov.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
