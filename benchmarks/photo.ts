import sharp from 'sharp';

/**
 * A JPEG in 4:3 like a phone's: smooth light, soft detail, sensor grain. At 4000 px it has 12 megapixels.
 * @param number other numbers are other pictures
 */
export async function photo(number: number, width: number): Promise<Buffer> {
  const height = Math.round((width * 3) / 4);
  const layer = (side: number, sigma: number) => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma };
    const create = {
      width: side,
      height: Math.round((side * 3) / 4),
      channels: 3 as const,
      background: '#000',
      noise,
    };
    return sharp({ create }).resize(width, height, { kernel: 'cubic' }).jpeg({ quality: 95 }).toBuffer();
  };
  const light = await layer(8 + number, 60);
  const detail = [await layer(Math.round(width / 8), 30), await layer(Math.round(width / 2), 14)];
  return sharp(light)
    .composite(detail.map((input) => ({ input, blend: 'soft-light' as const })))
    .jpeg({ quality: 88 })
    .toBuffer();
}
