import { describe, expect, it } from 'vitest';
import { formatProfile } from '#shared/platforms/profile.ts';
import { readShippedPack } from '../../../resources/platforms/read-pack.ts';
import { pictureSize, recordingSize } from './choose-size.ts';

const pack = readShippedPack();

function picture(format: string, own: { width: number; height: number }) {
  const profile = formatProfile(pack, format);
  if (!profile.image) throw new Error(`${format} shows no picture`);
  return pictureSize(profile, profile.image, own, own);
}

function recording(format: string, width: number, height: number) {
  const profile = formatProfile(pack, format);
  if (!profile.video) throw new Error(`${format} plays nothing`);
  return recordingSize(profile, profile.video, { width, height });
}

describe('the size of a picture', () => {
  it('is the platform’s that crops the least', () => {
    expect(picture('x/post', { width: 4000, height: 2250 })).toMatchObject({ width: 1600, height: 900 });
    expect(picture('x/post', { width: 3000, height: 3000 })).toMatchObject({ width: 1080, height: 1080 });
    expect(picture('instagram/feed', { width: 3000, height: 3750 })).toMatchObject({
      width: 1080,
      height: 1350,
    });
  });

  it('is the one that was asked for by name', () => {
    expect(picture('instagram/portrait', { width: 4000, height: 2250 })).toMatchObject({
      width: 1080,
      height: 1350,
    });
  });

  it('keeps the shape of pictures inside an article, and never takes an icon’s size', () => {
    expect(picture('wechat-article/article', { width: 4000, height: 3000 })).toEqual({
      width: 1080,
      height: 810,
    });
    expect(picture('wechat-article/article', { width: 600, height: 900 })).toEqual({
      width: 600,
      height: 900,
    });
  });
});

describe('the frame of a recording', () => {
  it('is upright and whole on full-screen formats', () => {
    expect(recording('douyin/video', 1920, 1080)).toEqual({ width: 1080, height: 1920, fit: 'blur' });
    expect(recording('douyin/video', 1080, 1920)).toEqual({ width: 1080, height: 1920, fit: 'crop' });
    expect(recording('instagram/reel', 1080, 1080)).toMatchObject({ width: 1080, height: 1920, fit: 'blur' });
  });

  it('is its own in a feed that shows it so, with even sides', () => {
    const { width, height, fit } = recording('x/post', 1080, 1350);
    expect(fit).toBe('crop');
    expect(width / height).toBeCloseTo(0.8, 1);
    expect([width % 2, height % 2]).toEqual([0, 0]);
  });
});
