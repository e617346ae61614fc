import { type FileHandle, open } from 'node:fs/promises';

/** The index of the longest honest recording stays far below this. */
const largestHeader = 128 * 1024 ** 2;
/** Read at each place at once: the index of a few minutes often fits, and every read is a wait. */
const blockLength = 256 * 1024;

/** The inside of the `moov` box of an MP4 or MOV file, read without the media; null when there is none to trust. */
export async function readMovieHeader(path: string): Promise<Uint8Array | null> {
  const file = await open(path, 'r');
  try {
    return await findMovie(file);
  } finally {
    await file.close();
  }
}

async function findMovie(file: FileHandle): Promise<Uint8Array | null> {
  const { size } = await file.stat();
  let block = Buffer.alloc(0);
  let blockAt = 0;
  const bytesAt = async (at: number, length: number): Promise<Buffer | null> => {
    if (at < blockAt || at + length > blockAt + block.length) {
      const wanted = Buffer.alloc(Math.max(length, Math.min(blockLength, size - at)));
      const { bytesRead } = await file.read(wanted, 0, wanted.length, at);
      block = wanted.subarray(0, bytesRead);
      blockAt = at;
    }
    const found = block.subarray(at - blockAt, at - blockAt + length);
    return found.length === length ? found : null;
  };
  let at = 0;
  // A well-formed file has a handful of boxes at the top; a fragmented one has thousands and is not for us.
  for (let boxes = 0; boxes < 64 && at + 8 <= size; boxes += 1) {
    const head = await bytesAt(at, 8);
    if (!head) return null;
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    const headerLength = short === 1 ? 16 : 8;
    const long = short === 1 ? await bytesAt(at + 8, 8) : null;
    const length = long ? Number(long.readBigUInt64BE(0)) : short === 0 ? size - at : short;
    if (length < headerLength || (type === 'moof' && at > 0)) return null;
    if (type === 'moov') {
      const inner = length - headerLength;
      return inner > largestHeader || at + length > size ? null : bytesAt(at + headerLength, inner);
    }
    at += length;
  }
  return null;
}
