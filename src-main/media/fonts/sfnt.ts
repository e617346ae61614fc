/** Bytes of the head of an sfnt file and of one entry of its table directory (OpenType 1.9, "Organization"). */
const headBytes = 12;
const entryBytes = 16;

interface TableEntry {
  tag: string;
  checksum: number;
  offset: number;
  length: number;
}

/** The table directory at an offset. @throws RangeError when the file is cut off */
function tablesAt(file: Buffer, offset: number): TableEntry[] {
  const count = file.readUInt16BE(offset + 4);
  return Array.from({ length: count }, (_, index) => {
    const at = offset + headBytes + index * entryBytes;
    return {
      tag: file.toString('latin1', at, at + 4),
      checksum: file.readUInt32BE(at + 4),
      offset: file.readUInt32BE(at + 8),
      length: file.readUInt32BE(at + 12),
    };
  });
}

/** Offsets of the faces of a font file: of all in a collection, else of the only one. */
function faceOffsets(file: Buffer): number[] {
  if (file.toString('latin1', 0, 4) !== 'ttcf') return [0];
  const count = file.readUInt32BE(8);
  if (count > 256) throw new RangeError('more faces than any collection has');
  return Array.from({ length: count }, (_, index) => file.readUInt32BE(12 + index * 4));
}

/** @throws RangeError when a table lies beyond the end of the file, as after a cut-off download */
export function checkTables(file: Buffer): void {
  for (const offset of faceOffsets(file)) {
    for (const table of tablesAt(file, offset)) {
      if (table.offset + table.length > file.length) throw new RangeError(`${table.tag} is cut off`);
    }
  }
}

/** One face of a collection as a file of its own, its tables in the order of their tags. */
function extractFace(file: Buffer, offset: number): Buffer {
  const tables = tablesAt(file, offset).toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const start = headBytes + tables.length * entryBytes;
  const size = tables.reduce((sum, { length }) => sum + padded(length), start);
  const face = Buffer.alloc(size);
  file.copy(face, 0, offset, offset + headBytes);
  let at = start;
  for (const [index, table] of tables.entries()) {
    const entry = headBytes + index * entryBytes;
    face.write(table.tag, entry, 'latin1');
    face.writeUInt32BE(table.checksum, entry + 4);
    face.writeUInt32BE(at, entry + 8);
    face.writeUInt32BE(table.length, entry + 12);
    file.copy(face, at, table.offset, table.offset + table.length);
    at += padded(table.length);
  }
  return face;
}

/** Each face of a collection as a file of its own. */
export function facesOfCollection(file: Buffer): Buffer[] {
  return faceOffsets(file).map((offset) => extractFace(file, offset));
}
