import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readExif } from './exif.ts';

type ExifText = Record<string, Record<string, string>>;

async function blockWith(exif: ExifText): Promise<Buffer> {
  const create = { width: 2, height: 2, channels: 3, background: '#888' } as const;
  const file = await sharp({ create }).withExif(exif).jpeg().toBuffer();
  const { exif: block } = await sharp(file).metadata();
  if (block === undefined) throw new Error('no EXIF was written');
  return block;
}

describe('readExif', () => {
  it('reads camera, local time with its offset, and a position', async () => {
    const block = await blockWith({
      IFD0: { Make: 'Canon', Model: 'Canon EOS R5' },
      IFD2: { DateTimeOriginal: '2024:05:01 18:03:22', OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '31/1 13/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '121/1 28/1 0/1',
      },
    });
    expect(readExif(block)).toEqual({
      hasLocation: true,
      camera: 'Canon EOS R5',
      takenAt: '2024-05-01T18:03:22+08:00',
    });
  });

  it('a GPS directory without a fix is no location; an unset clock is no date', async () => {
    const block = await blockWith({
      IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' },
      IFD3: { GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' },
    });
    expect(readExif(block)).toEqual({ hasLocation: false });
  });

  it('never throws, whatever the bytes', async () => {
    const block = await blockWith({
      IFD0: { Make: 'A', Model: 'B' },
      IFD3: { GPSLatitude: '31/1 13/1 0/1' },
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(block.length - 1), fc.nat(255))),
        fc.nat(block.length),
        (flips, length) => {
          const damaged = Buffer.from(block);
          for (const [at, value] of flips) damaged[at] = value;
          readExif(damaged.subarray(0, length));
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readExif(bytes)));
  });
});
