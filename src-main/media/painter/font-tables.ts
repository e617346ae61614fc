import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** The `cmap` table of a TrueType or OpenType file; only that table is read (a Han file has 10 MB). */
function readPlainCmap(path: string): Buffer | null {
  const file = openSync(path, 'r');
  try {
    const read = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, position);
      return bytes;
    };
    const tables = read(4, 2).readUInt16BE(0);
    const directory = read(12, tables * 16);
    for (let index = 0; index < tables; index += 1) {
      const entry = directory.subarray(index * 16, index * 16 + 16);
      if (entry.toString('latin1', 0, 4) === 'cmap') {
        return read(entry.readUInt32BE(8), entry.readUInt32BE(12));
      }
    }
    return null;
  } finally {
    closeSync(file);
  }
}

/** A number of WOFF2's variable-length form (UIntBase128), and where the next thing starts. */
function readBase128(bytes: Buffer, from: number): { value: number; next: number } {
  let value = 0;
  for (let at = from; at < from + 5; at += 1) {
    const byte = bytes.readUInt8(at);
    value = value * 128 + (byte & 0x7f);
    if ((byte & 0x80) === 0) return { value, next: at + 1 };
  }
  return { value, next: from + 5 };
}

/** Numbers of the tables that matter here in WOFF2's list of known tags. */
const known = { cmap: 0, glyf: 10, loca: 11 };

/** The `cmap` table of a WOFF2 file: all tables lie in one Brotli stream, in the order of the directory. */
function readWoff2Cmap(path: string): Buffer | null {
  const bytes = readFileSync(path);
  const tables = bytes.readUInt16BE(12);
  const compressed = bytes.readUInt32BE(20);
  let at = 48;
  let offset = 0;
  let found: { offset: number; length: number } | null = null;
  for (let index = 0; index < tables; index += 1) {
    const flags = bytes.readUInt8(at);
    const tag = flags & 0x3f;
    const version = flags >> 6;
    at += tag === 0x3f ? 5 : 1;
    const plain = readBase128(bytes, at);
    at = plain.next;
    let length = plain.value;
    // Outlines are stored transformed unless their version is 3, other tables only when theirs is not 0.
    const outlines = tag === known.glyf || tag === known.loca;
    if (outlines ? version !== 3 : version !== 0) {
      const stored = readBase128(bytes, at);
      at = stored.next;
      length = stored.value;
    }
    if (tag === known.cmap) found = { offset, length };
    offset += length;
  }
  if (!found) return null;
  const data = brotliDecompressSync(bytes.subarray(at, at + compressed));
  return data.subarray(found.offset, found.offset + found.length);
}

/** The table that says which characters a font file (TTF, OTF, WOFF2) has; null when it has none. */
export function readCmap(path: string): Buffer | null {
  const head = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, 4, 0);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1') === 'wOF2' ? readWoff2Cmap(path) : readPlainCmap(path);
}
