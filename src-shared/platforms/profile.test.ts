import { describe, expect, it } from 'vitest';
import { readShippedPack } from '../../resources/platforms/read-pack.ts';
import { GalleyError } from '../contract/failure.ts';
import { checkTarget } from './check.ts';
import { listFormatNames, parseFormatName } from './format-name.ts';
import { formatProfile, pictureOf, targetProfile } from './profile.ts';

const pack = readShippedPack();
const names = listFormatNames(pack);
const words = { title: '', body: 'words', hashtags: [], link: '', firstComment: '' };

describe('format names', () => {
  it('lists formats first, then sizes', () => {
    expect(names.slice(0, 40).every((name) => name.split('/').length === 2)).toBe(true);
    expect(names).toContain('instagram/portrait');
    expect(names).toContain('instagram/feed/portrait');
    expect(new Set(names).size).toBe(names.length);
  });

  it('takes every name that it lists', () => {
    for (const name of names) expect(() => parseFormatName(pack, name)).not.toThrow();
  });

  it('takes a size name for the first format that has it, and a format’s own name first', () => {
    expect(parseFormatName(pack, 'instagram/portrait')).toMatchObject({
      format: { id: 'feed' },
      size: { width: 1080, height: 1350 },
    });
    expect(parseFormatName(pack, 'instagram/carousel/square')).toMatchObject({
      format: { id: 'carousel' },
      size: { width: 1080, height: 1080 },
    });
    expect(parseFormatName(pack, 'instagram/story')).toMatchObject({ format: { id: 'story' }, size: null });
    expect(parseFormatName(pack, ' YouTube/Thumbnail ')).toMatchObject({
      size: { width: 1280, height: 720 },
    });
  });

  it.each([
    'instagram/portait',
    'instgram/feed',
    'x',
    '',
    'x/post/huge',
    'x/post/square/more',
    'nowhere/at/all',
  ])('suggests near names for “%s”', (name) => {
    try {
      parseFormatName(pack, name);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(GalleyError);
      if (!(error instanceof GalleyError)) return;
      expect(error.code).toBe('invalid-input');
      expect(error.detail).toMatchObject({ suggestions: expect.arrayContaining([expect.any(String)]) });
    }
  });

  it('suggests the name that was meant', () => {
    expect(() => parseFormatName(pack, 'instagram/portait')).toThrow(/instagram\/portrait/);
    expect(() => parseFormatName(pack, 'tiktok/vidoe')).toThrow(/tiktok\/video/);
  });
});

describe('every profile', () => {
  it.each(names)('%s has what the engines need', (name) => {
    const profile = formatProfile(pack, name);
    expect(pack.platforms.some((platform) => platform.id === profile.platformId)).toBe(true);
    const shows = [profile.image, profile.video, profile.cover].filter((part) => part !== null);
    expect(shows.length).toBeGreaterThan(0);
    for (const { primary } of shows) {
      expect(primary.value.width).toBeGreaterThanOrEqual(200);
      expect(primary.value.height).toBeGreaterThanOrEqual(200);
    }
    expect(profile.image?.types.value.length ?? 1).toBeGreaterThan(0);
    expect(profile.video?.containers.value.length ?? 1).toBeGreaterThan(0);
    expect(profile.video?.codecs.value.length ?? 1).toBeGreaterThan(0);
    if (profile.kind === 'image') expect(profile.image).not.toBeNull();
    if (profile.kind === 'video') expect(profile.video).not.toBeNull();
    if (profile.size !== null) {
      const { width, height } = parseFormatName(pack, name).size ?? {};
      expect(pictureOf(profile)?.primary.value).toEqual({ width, height });
    }
  });
});

describe('limits', () => {
  it('takes the app before the API where both are official', () => {
    expect(formatProfile(pack, 'instagram/feed').text.hashtag.max).toMatchObject({
      value: 5,
      source: 'IG_HT',
    });
    expect(formatProfile(pack, 'instagram/carousel').image?.maxCount).toMatchObject({
      value: 20,
      source: 'IG_20',
    });
    expect(formatProfile(pack, 'instagram/feed').image?.aspect).toMatchObject({
      value: { min: 0.75, max: 1.91 },
    });
  });

  it('keeps the better source and marks the limit soft where the app may allow more', () => {
    expect(formatProfile(pack, 'tiktok/video').text.fields[0]).toMatchObject({
      role: 'body',
      unit: 'utf16',
      max: { value: 2200, soft: true },
    });
    expect(formatProfile(pack, 'tiktok/video').video?.maxDuration).toMatchObject({ value: 600, soft: true });
    expect(formatProfile(pack, 'weibo/post').image?.maxBytes).toMatchObject({ value: 5242880, soft: true });
  });

  it('takes the free web form of X', () => {
    const { video } = formatProfile(pack, 'x/post');
    expect(video).toMatchObject({
      maxDuration: { value: 140 },
      maxBytes: { value: 536870912 },
      maxFps: { value: 40 },
      codecs: { value: ['h264'] },
    });
  });

  it('lowers exclusive limits and marks advice', () => {
    expect(
      formatProfile(pack, 'wechat-article/article').text.fields.find((field) => field.role === 'body')?.max
        ?.value,
    ).toBe(19999);
    expect(formatProfile(pack, 'wechat-channels/video').text.fields[0]?.min).toMatchObject({
      value: 6,
      advised: true,
    });
    expect(formatProfile(pack, 'x/post').image?.aspect).toMatchObject({ advised: true });
    expect(formatProfile(pack, 'linkedin/post').image?.maxPixels?.value).toBe(36152319);
  });

  it('reads ratios in words', () => {
    expect(formatProfile(pack, 'facebook/reel').video?.aspect?.value).toEqual({ min: 0.5625, max: 0.5625 });
    expect(formatProfile(pack, 'youtube/shorts').video?.aspect?.value).toEqual({ max: 1 });
    expect(formatProfile(pack, 'threads/post').image?.aspect?.value).toEqual({ min: 0.1, max: 10 });
  });

  it('knows where links and hashtags go', () => {
    const rule = (name: string) => {
      const { links, hashtag } = formatProfile(pack, name).text;
      return `${links} ${hashtag.syntax}`;
    };
    expect(rule('x/post')).toBe('clickable #tag');
    expect(rule('weibo/video')).toBe('clickable #tag#');
    expect(rule('instagram/reel')).toBe('plain #tag');
    expect(rule('pinterest/pin')).toBe('field #tag');
    expect(rule('wechat-article/article')).toBe('field none');
    expect(rule('wechat-article/image-message')).toBe('plain #tag');
    expect(rule('wechat-moments/post')).toBe('plain none');
    expect(rule('youtube/shorts')).toBe('plain none');
    expect(rule('bluesky/post')).toBe('clickable #tag');
  });

  it('has safe zones and covers', () => {
    expect(formatProfile(pack, 'instagram/reel').safeZone).toMatchObject({
      top: 269,
      right: 65,
      bottom: 672,
      left: 65,
      width: 1080,
      height: 1920,
    });
    expect(formatProfile(pack, 'xiaohongshu/image').coverSafeZone).toMatchObject({ top: 100, bottom: 240 });
    expect(formatProfile(pack, 'pinterest/video').cover?.required).toBe(true);
    expect(formatProfile(pack, 'linkedin/video').cover?.primary.value).toEqual({ width: 1920, height: 1080 });
  });

  it('is built once per pack and name', () => {
    expect(formatProfile(pack, 'x/post')).toBe(formatProfile(pack, 'X/Post'));
  });
});

describe('targetProfile', () => {
  it('keeps a target readable whose platform the pack does not have', () => {
    const profile = targetProfile(pack, 'gone/post');
    expect(profile.id).toBe('gone/post');
    expect(profile.text.fields.map(({ role, max }) => [role, max])).toEqual([['body', null]]);
    expect(targetProfile(pack, 'gone/post')).toBe(profile);
    expect(targetProfile(pack, 'x/post')).toBe(formatProfile(pack, 'x/post'));
    expect(checkTarget(profile, pack, { content: words, media: [] })).toEqual([]);
  });
});
