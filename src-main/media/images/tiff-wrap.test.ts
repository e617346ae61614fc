import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPipeline, renderFrame } from './factory.ts';
import { wrapAsTiff } from './tiff-wrap.ts';

describe('wrapAsTiff', () => {
  it.each([3, 4] as const)('gives %i channels back pixel for pixel', async (channels) => {
    const size = { width: 37, height: 23, channels };
    const pixels = Uint8Array.from({ length: 37 * 23 * channels }, (_, index) => (index * 31) % 256);
    const frame = await renderFrame(
      openPipeline(wrapAsTiff(pixels, size, undefined), { tolerance: 'strict' }),
    );
    expect(frame).toMatchObject(size);
    expect(frame.data.equals(Buffer.from(pixels))).toBe(true);
  });

  it('carries the profile, so that Display P3 red is converted, not dropped', async () => {
    const red = Buffer.from(Array.from({ length: 64 }, () => [200, 30, 30]).flat());
    const raw = { width: 8, height: 8, channels: 3 } as const;
    const tagged = await sharp(red, { raw }).withIccProfile('p3').png().toBuffer();
    const { icc } = await sharp(tagged).metadata();
    expect(icc).toBeDefined();
    const p3 = await sharp(tagged, { ignoreIcc: true }).raw().toBuffer();
    expect(p3[0]).toBeLessThan(195);
    const frame = await renderFrame(openPipeline(wrapAsTiff(p3, raw, icc), { tolerance: 'strict' }));
    for (const [index, expected] of [200, 30, 30].entries()) {
      expect(Math.abs((frame.data[index] ?? 0) - expected)).toBeLessThanOrEqual(3);
    }
  });
});
