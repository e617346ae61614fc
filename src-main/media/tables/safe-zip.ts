import { inflateRawSync } from 'node:zlib';

/** Bytes that all parts of a workbook may unfold to. */
const mostUnpacked = 150 * 1024 * 1024;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

function endOfDirectory(file: Buffer): number {
  const last = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= last; at -= 1) if (file.readUInt32LE(at) === endSignature) return at;
  throw new Error('no directory of the archive');
}

/**
 * Unfolds every part of a ZIP file to find out how large it really is; sizes that a file states of itself may lie.
 * @throws Error when it unfolds to more than 150 MB or is damaged
 */
export function checkZip(file: Buffer): void {
  const end = endOfDirectory(file);
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  let left = mostUnpacked;
  for (let index = 0; index < count; index += 1) {
    if (file.readUInt32LE(at) !== entrySignature) throw new Error('the directory is damaged');
    const method = file.readUInt16LE(at + 10);
    const packed = file.readUInt32LE(at + 20);
    const local = file.readUInt32LE(at + 42);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    if (file.readUInt32LE(local) !== localSignature) throw new Error('a part is not where it should be');
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const data = file.subarray(start, start + packed);
    if (method !== 0 && method !== 8) throw new Error(`parts packed by method ${method}`);
    left -= method === 0 ? data.length : inflateRawSync(data, { maxOutputLength: left }).length;
    if (left <= 0) throw new Error('it unfolds to more than any table needs');
  }
}
