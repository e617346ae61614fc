import { describe, expect, it } from 'vitest';
import { readShippedPack } from '../../resources/platforms/read-pack.ts';
import { countText } from './count-text.ts';

const pack = readShippedPack();

describe('countText', () => {
  it('answers in the platform’s own unit', () => {
    expect(countText(pack, { platform: 'x', text: '你好 https://example.com/abc' })).toEqual({
      platform: 'x',
      format: 'post',
      field: 'text',
      unit: 'x-weighted',
      count: 28,
      limit: 280,
      ok: true,
      overflowAt: null,
      approximate: false,
    });
    expect(countText(pack, { platform: 'weibo', text: 'hello' })).toMatchObject({
      unit: 'weibo-zi',
      count: 3,
      limit: 2000,
    });
  });

  it('points at the overflow', () => {
    expect(countText(pack, { platform: 'x', text: `${'a'.repeat(279)}👨‍👩‍👧‍👦b` })).toMatchObject({
      count: 282,
      ok: false,
      overflowAt: 279,
    });
    expect(countText(pack, { platform: 'xiaohongshu', field: 'title', text: '一'.repeat(25) })).toMatchObject(
      { unit: 'xhs-title', overflowAt: 20 },
    );
  });

  it('counts both limits where a field has two', () => {
    const answer = countText(pack, { platform: 'bluesky', text: '👨‍👩‍👧‍👦'.repeat(121) });
    expect(answer).toMatchObject({
      unit: 'bluesky',
      count: 121,
      limit: 300,
      ok: false,
      overflowAt: 120 * 11,
    });
    expect(answer.counts).toEqual([
      { unit: 'grapheme', count: 121, limit: 300, ok: true, overflowAt: null },
      { unit: 'utf8-byte', count: 3025, limit: 3000, ok: false, overflowAt: 120 * 11 },
    ]);
    expect(countText(pack, { platform: 'wechat-article', text: '字' }).counts).toHaveLength(2);
    expect(
      countText(pack, { platform: 'wechat-article', field: 'content_source_url', text: 'https://a.cn' }),
    ).toMatchObject({ unit: 'utf8-byte', count: 12, limit: 1024 });
  });

  it('takes format, size, field id and role', () => {
    expect(countText(pack, { platform: 'youtube', field: 'title', text: 'a' })).toMatchObject({
      field: 'title',
      limit: 100,
      approximate: true,
    });
    expect(countText(pack, { platform: 'tiktok', format: 'photo', text: 'a' })).toMatchObject({
      format: 'photo',
      limit: 4000,
    });
    expect(countText(pack, { platform: 'instagram', format: 'portrait', text: 'a' })).toMatchObject({
      format: 'feed',
      field: 'caption',
    });
    expect(countText(pack, { platform: 'wechat-channels', field: 'title', text: 'a' })).toMatchObject({
      field: 'short_title',
    });
    expect(countText(pack, { platform: 'x', format: 'x/post', text: 'a' })).toMatchObject({ format: 'post' });
  });

  it('has no limit where no source knows one', () => {
    expect(countText(pack, { platform: 'wechat-moments', text: '你好' })).toMatchObject({
      unit: 'zi',
      count: 2,
      limit: null,
      ok: true,
    });
  });

  it('names what does not exist', () => {
    expect(() => countText(pack, { platform: 'twiter', text: '' })).toThrow(/no platform "twiter"/);
    expect(() => countText(pack, { platform: 'x', format: 'pots', text: '' })).toThrow(/x\/post/);
    expect(() => countText(pack, { platform: 'x', field: 'title', text: '' })).toThrow(/field in x\/post/);
    expect(() => countText(pack, { platform: 'instagram', format: 'story', text: '' })).toThrow(/no text/);
  });
});
