import { type FileHandle, open } from 'node:fs/promises';

/** The index of the longest honest recording stays far below this. */
const largestHeader = 128 * 1024 ** 2;

/** The inside of the `moov` box of an MP4 or MOV file, read without the media; null when there is none to trust. */
export async function readMovieHeader(path: string): Promise<Uint8Array | null> {
  const file = await open(path, 'r');
  try {
    return await findMovie(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

async function findMovie(file: FileHandle, size: number): Promise<Uint8Array | null> {
  const head = Buffer.alloc(16);
  let at = 0;
  // A well-formed file has a handful of boxes at the top; a fragmented one has thousands and is not for us.
  for (let boxes = 0; boxes < 64 && at + 8 <= size; boxes += 1) {
    const { bytesRead } = await file.read(head, 0, 16, at);
    if (bytesRead < 8) return null;
    const type = head.toString('latin1', 4, 8);
    const short = head.readUInt32BE(0);
    const headerLength = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
    if (length < headerLength || (type === 'moof' && at > 0)) return null;
    if (type === 'moov') {
      const inner = length - headerLength;
      if (inner > largestHeader || at + length > size) return null;
      const bytes = Buffer.alloc(inner);
      const read = await file.read(bytes, 0, inner, at + headerLength);
      return read.bytesRead === inner ? bytes : null;
    }
    at += length;
  }
  return null;
}
