/** What is worth knowing from EXIF before publishing. */
export interface ExifFacts {
  hasLocation: boolean;
  takenAt?: string;
  camera?: string;
}

/** Bytes per value of the TIFF types 1–12. */
const typeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];
const tag = {
  make: 0x10f,
  model: 0x110,
  exif: 0x8769,
  gps: 0x8825,
  taken: 0x9003,
  offset: 0x9011,
  latitude: 2,
  longitude: 4,
};

interface Entry {
  type: number;
  count: number;
  /** Where the value lies, from the start of the TIFF header. */
  at: number;
}

type Reader = { view: DataView; little: boolean };

/** The entries of one directory; damaged offsets and absurd counts yield nothing, never an exception. */
function readDirectory({ view, little }: Reader, offset: number): Map<number, Entry> {
  const entries = new Map<number, Entry>();
  if (offset < 8 || offset + 2 > view.byteLength) return entries;
  const count = Math.min(view.getUint16(offset, little), 1000);
  for (let index = 0; index < count; index += 1) {
    const at = offset + 2 + index * 12;
    if (at + 12 > view.byteLength) break;
    const type = view.getUint16(at + 2, little);
    const values = view.getUint32(at + 4, little);
    const bytes = (typeBytes[type] ?? 0) * values;
    const valueAt = bytes <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (bytes > 0 && valueAt + bytes <= view.byteLength) {
      entries.set(view.getUint16(at, little), { type, count: values, at: valueAt });
    }
  }
  return entries;
}

function text({ view }: Reader, entry: Entry | undefined): string {
  if (entry === undefined || entry.type !== 2) return '';
  const bytes = new Uint8Array(view.buffer, view.byteOffset + entry.at, Math.min(entry.count, 200));
  return new TextDecoder()
    .decode(bytes)
    .replace(/\0[\s\S]*$/, '')
    .trim();
}

function pointer({ view, little }: Reader, entry: Entry | undefined): number {
  return entry?.type === 4 || entry?.type === 13 ? view.getUint32(entry.at, little) : 0;
}

/** Degrees, minutes, seconds with something in them; cameras without a fix write zeros, 0/0 or nothing at all. */
function isAngle({ view, little }: Reader, entry: Entry | undefined): boolean {
  // RATIONAL by the standard; a few phones write signed rationals.
  if (entry === undefined || (entry.type !== 5 && entry.type !== 10)) return false;
  for (let index = 0; index < Math.min(entry.count, 3); index += 1) {
    const at = entry.at + index * 8;
    if (view.getInt32(at, little) !== 0 && view.getInt32(at + 4, little) !== 0) return true;
  }
  return false;
}

/** `2024:05:01 18:03:22` and an optional `+08:00` as ISO 8601; anything else is no date. */
function isoTime(date: string, offset: string): string | undefined {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)$/.exec(date);
  if (match === null || match[1] === '0000') return undefined;
  const zone = /^[+-]\d\d:\d\d$/.test(offset) ? offset : '';
  return `${match[1]}-${match[2]}-${match[3]}T${match[4]}${zone}`;
}

/**
 * Reads a raw EXIF block (with or without its `Exif\0\0` prefix). Damaged blocks yield what can be read.
 */
export function readExif(block: Uint8Array): ExifFacts {
  const prefixed = block[0] === 0x45 && block[1] === 0x78 && block[4] === 0 && block[5] === 0;
  const bytes = prefixed ? block.subarray(6) : block;
  if (bytes.length < 14) return { hasLocation: false };
  const reader: Reader = {
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    little: bytes[0] === 0x49,
  };
  const main = readDirectory(reader, reader.view.getUint32(4, reader.little));
  const exif = readDirectory(reader, pointer(reader, main.get(tag.exif)));
  const gps = readDirectory(reader, pointer(reader, main.get(tag.gps)));
  const make = text(reader, main.get(tag.make));
  const model = text(reader, main.get(tag.model));
  // Many makers repeat their name in the model.
  const camera = (model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`).trim();
  const takenAt = isoTime(text(reader, exif.get(tag.taken)), text(reader, exif.get(tag.offset)));
  return {
    hasLocation: isAngle(reader, gps.get(tag.latitude)) || isAngle(reader, gps.get(tag.longitude)),
    ...(takenAt === undefined ? {} : { takenAt }),
    ...(camera === '' ? {} : { camera }),
  };
}
