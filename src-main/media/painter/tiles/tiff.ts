/**
 * The head of an uncompressed TIFF with straight RGBA pixels, which follow it row by row (TIFF 6.0). It is
 * how bands reach the encoder without ever being in memory together. At most 4 GB.
 */
export function tiffHead(width: number, height: number, rowsPerStrip: number): Buffer {
  const strips = Math.ceil(height / rowsPerStrip);
  const short = 3;
  const long = 4;
  const fields: [tag: number, type: number, values: number[]][] = [
    [256, long, [width]],
    [257, long, [height]],
    [258, short, [8, 8, 8, 8]],
    [259, short, [1]],
    [262, short, [2]],
    [273, long, []],
    [277, short, [4]],
    [278, long, [rowsPerStrip]],
    [279, long, []],
    [284, short, [1]],
    // Straight, not premultiplied.
    [338, short, [2]],
  ];
  const directoryEnd = 8 + 2 + fields.length * 12 + 4;
  const bits = directoryEnd;
  const offsets = bits + 8;
  const counts = offsets + strips * 4;
  const pixels = counts + strips * 4;
  const head = Buffer.alloc(pixels);
  head.write('II', 0, 'latin1');
  head.writeUInt16LE(42, 2);
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(fields.length, 8);
  const stripBytes = rowsPerStrip * width * 4;
  for (let strip = 0; strip < strips; strip += 1) {
    head.writeUInt32LE(pixels + strip * stripBytes, offsets + strip * 4);
    head.writeUInt32LE(Math.min(stripBytes, (height - strip * rowsPerStrip) * width * 4), counts + strip * 4);
  }
  for (let bit = 0; bit < 4; bit += 1) head.writeUInt16LE(8, bits + bit * 2);
  fields.forEach(([tag, type, values], index) => {
    const at = 10 + index * 12;
    const isStrips = tag === 273 || tag === 279;
    const count = isStrips ? strips : values.length;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    if (isStrips && strips === 1) head.writeUInt32LE(tag === 273 ? pixels : height * width * 4, at + 8);
    else if (isStrips) head.writeUInt32LE(tag === 273 ? offsets : counts, at + 8);
    else if (count * 2 > 4) head.writeUInt32LE(bits, at + 8);
    else if (type === short) head.writeUInt16LE(values[0] ?? 0, at + 8);
    else head.writeUInt32LE(values[0] ?? 0, at + 8);
  });
  return head;
}
