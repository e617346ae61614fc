const headerBytes = 8;
const entryBytes = 12;
const short = 3;
const long = 4;
const undefinedType = 7;

/**
 * Raw pixels as an uncompressed TIFF in memory: the simplest container in which sharp accepts pixels
 * together with their ICC profile (TIFF 6.0; tag 34675 from ICC.1 annex B).
 * @param pixels interleaved 8-bit RGB, or RGBA with straight alpha, no row padding
 */
export function wrapAsTiff(
  pixels: Uint8Array,
  size: { width: number; height: number; channels: 3 | 4 },
  profile: Uint8Array | undefined,
): Buffer {
  const { width, height, channels } = size;
  const tags: [tag: number, type: number, count: number, value: number][] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, channels, 0],
    [259, short, 1, 1],
    [262, short, 1, 2],
    [273, long, 1, 0],
    [277, short, 1, channels],
    [278, long, 1, height],
    [279, long, 1, pixels.length],
    [284, short, 1, 1],
  ];
  if (channels === 4) tags.push([338, short, 1, 2]);
  if (profile !== undefined) tags.push([34675, undefinedType, profile.length, 0]);

  const bitsOffset = headerBytes + 2 + tags.length * entryBytes + 4;
  const profileOffset = bitsOffset + channels * 2;
  const pixelOffset = (profileOffset + (profile?.length ?? 0) + 15) & ~15;
  const pointers: Record<number, number> = { 258: bitsOffset, 273: pixelOffset, 34675: profileOffset };

  const file = Buffer.alloc(pixelOffset + pixels.length);
  file.write('II', 0, 'latin1');
  file.writeUInt16LE(42, 2);
  file.writeUInt32LE(headerBytes, 4);
  file.writeUInt16LE(tags.length, headerBytes);
  tags.forEach(([tag, type, count, value], index) => {
    const at = headerBytes + 2 + index * entryBytes;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(type, at + 2);
    file.writeUInt32LE(count, at + 4);
    // A SHORT in little-endian order occupies the low half of the field, so one write serves both types.
    file.writeUInt32LE(pointers[tag] ?? value, at + 8);
  });
  for (let channel = 0; channel < channels; channel += 1) file.writeUInt16LE(8, bitsOffset + channel * 2);
  if (profile !== undefined) file.set(profile, profileOffset);
  file.set(pixels, pixelOffset);
  return file;
}
