import { describe, expect, it } from 'vitest';
import { readShippedPack } from '../../resources/platforms/read-pack.ts';
import type { MediaFacts, PostContent } from '../domain/content.ts';
import { checkTarget } from './check.ts';
import { listFormatNames } from './format-name.ts';
import { type Finding, type FindingCode, findingCodes, findingSchema, fixCodes } from './finding.ts';
import { formatProfile } from './profile.ts';

const pack = readShippedPack();
const MB = 1024 * 1024;
const words: PostContent = { title: 'Title', body: 'Some words', hashtags: [], link: '', firstComment: '' };
const photo: MediaFacts = {
  kind: 'image',
  type: 'image/jpeg',
  bytes: 900_000,
  width: 1080,
  height: 1350,
  duration: 0,
  alt: 'A cup',
};
const clip: MediaFacts = {
  kind: 'video',
  type: 'video/mp4',
  bytes: 20 * MB,
  width: 1080,
  height: 1920,
  duration: 20,
  codec: 'h264',
  fps: 30,
  hasAudio: true,
};

interface Target {
  to: string;
  content?: Partial<PostContent>;
  media?: Partial<MediaFacts>[];
  /** Seconds from now. */
  ahead?: number;
}

const now = Date.parse('2026-03-01T00:00:00Z');

function check({ to, content = {}, media = [], ahead }: Target): Finding[] {
  const facts = media.map((each) => ({ ...(each.kind === 'video' ? clip : photo), ...each }));
  const iso = (at: number): string => new Date(at).toISOString();
  return checkTarget(formatProfile(pack, to), pack, {
    content: { ...words, ...content },
    media: facts,
    ...(ahead === undefined
      ? {}
      : { time: { dueAt: iso(now + ahead * 1000), now: iso(now), published: false } }),
  });
}

const image = { kind: 'image' } as const;
const video = { kind: 'video' } as const;

const mentions = (count: number): string => Array.from({ length: count }, (_, at) => `@name${at}`).join(' ');
const box = (y: number) => ({ name: 'Headline', kind: 'text' as const, x: 0.2, y, width: 0.6, height: 0.05 });

/** Each code: a target that has it, with its severity, and one that has not. */
const cases: Record<FindingCode, { bad: Target; severity: Finding['severity']; good: Target }> = {
  'text-too-long': {
    bad: { to: 'x/post', content: { body: 'a'.repeat(281) } },
    severity: 'error',
    good: { to: 'x/post', content: { body: 'a'.repeat(280) } },
  },
  'text-too-short': {
    bad: { to: 'toutiao/article', content: { title: 'a' } },
    severity: 'warning',
    good: { to: 'toutiao/article', content: { title: 'ab' } },
  },
  'text-required': {
    bad: { to: 'youtube/video', content: { title: ' ' }, media: [video] },
    severity: 'error',
    good: { to: 'youtube/video', media: [video] },
  },
  'hashtags-too-many': {
    bad: { to: 'instagram/feed', content: { hashtags: ['a', 'b', 'c', 'd', 'e', 'f'] }, media: [image] },
    severity: 'error',
    good: { to: 'instagram/feed', content: { hashtags: ['a', 'b', 'c', 'd', 'e'] }, media: [image] },
  },
  'hashtag-invalid': {
    bad: { to: 'x/post', content: { hashtags: ['green tea'] } },
    severity: 'warning',
    good: { to: 'weibo/post', content: { hashtags: ['green tea'] } },
  },
  'hashtag-too-long': {
    bad: { to: 'douyin/video', content: { hashtags: ['a'.repeat(21)] }, media: [video] },
    severity: 'warning',
    good: { to: 'douyin/video', content: { hashtags: ['a'.repeat(20)] }, media: [video] },
  },
  'mentions-too-many': {
    bad: { to: 'instagram/feed', content: { body: mentions(21) }, media: [image] },
    severity: 'error',
    good: { to: 'instagram/feed', content: { body: `${mentions(20)} me@mail.example` }, media: [image] },
  },
  'links-too-many': {
    bad: {
      to: 'threads/post',
      content: { body: [1, 2, 3, 4, 5, 6].map((n) => `https://a.example/${n}`).join(' ') },
    },
    severity: 'error',
    good: { to: 'threads/post', content: { body: 'https://a.example/1 https://a.example/1' } },
  },
  'link-not-clickable': {
    bad: { to: 'instagram/feed', content: { link: 'https://a.example' }, media: [image] },
    severity: 'warning',
    good: { to: 'x/post', content: { link: 'https://a.example' } },
  },
  'media-missing': { bad: { to: 'instagram/feed' }, severity: 'error', good: { to: 'x/post' } },
  'media-too-many': {
    bad: { to: 'x/post', media: Array.from({ length: 5 }, () => image) },
    severity: 'error',
    good: { to: 'x/post', media: Array.from({ length: 4 }, () => image) },
  },
  'media-type': {
    bad: { to: 'instagram/feed', media: [{ ...image, type: 'image/png' }] },
    severity: 'error',
    good: { to: 'instagram/feed', media: [{ ...image, type: 'image/jpg' }] },
  },
  'media-mixed': {
    bad: { to: 'x/post', media: [image, video] },
    severity: 'warning',
    good: { to: 'facebook/feed', media: [image, video] },
  },
  'image-too-large-bytes': {
    bad: { to: 'instagram/feed', media: [{ ...image, bytes: 8 * MB + 1 }] },
    severity: 'error',
    good: { to: 'instagram/feed', media: [{ ...image, bytes: 8 * MB }] },
  },
  'image-too-large-pixels': {
    bad: { to: 'mastodon/post', media: [{ ...image, width: 8000, height: 6000 }] },
    severity: 'error',
    good: { to: 'mastodon/post', media: [image] },
  },
  'image-too-large-side': {
    bad: { to: 'bluesky/post', media: [{ ...image, width: 4001, height: 3000 }] },
    severity: 'error',
    good: { to: 'bluesky/post', media: [{ ...image, width: 4000, height: 3000 }] },
  },
  'image-too-small': {
    bad: { to: 'tiktok/photo', media: [{ ...image, width: 300, height: 600 }] },
    severity: 'warning',
    good: { to: 'tiktok/photo', media: [{ ...image, width: 360, height: 640 }] },
  },
  'image-aspect': {
    bad: { to: 'instagram/feed', media: [{ ...image, width: 1080, height: 1920 }] },
    severity: 'error',
    good: { to: 'instagram/feed', media: [{ ...image, width: 1080, height: 566 }] },
  },
  'video-too-long': {
    bad: { to: 'facebook/reel', media: [{ ...video, duration: 91 }] },
    severity: 'error',
    good: { to: 'facebook/reel', media: [{ ...video, duration: 90.02 }] },
  },
  'video-too-short': {
    bad: { to: 'instagram/reel', media: [{ ...video, duration: 2 }] },
    severity: 'error',
    good: { to: 'instagram/reel', media: [{ ...video, duration: 3 }] },
  },
  'video-bytes': {
    bad: { to: 'instagram/reel', media: [{ ...video, bytes: 301 * MB }] },
    severity: 'error',
    good: { to: 'instagram/reel', media: [{ ...video, bytes: 300 * MB }] },
  },
  'video-container': {
    bad: { to: 'instagram/reel', media: [{ ...video, type: 'video/webm' }] },
    severity: 'error',
    good: { to: 'instagram/reel', media: [{ ...video, type: 'video/quicktime' }] },
  },
  'video-codec': {
    bad: { to: 'instagram/reel', media: [{ ...video, codec: 'vp9' }] },
    severity: 'error',
    good: { to: 'instagram/reel', media: [{ ...video, codec: 'h265' }] },
  },
  'video-aspect': {
    bad: { to: 'facebook/reel', media: [{ ...video, width: 1920, height: 1080 }] },
    severity: 'error',
    good: { to: 'facebook/reel', media: [{ ...video, width: 720, height: 1280 }] },
  },
  'video-dimensions': {
    bad: { to: 'linkedin/video', media: [{ ...video, width: 5000, height: 2812 }] },
    severity: 'error',
    good: { to: 'linkedin/video', media: [{ ...video, width: 2304, height: 4096 }] },
  },
  'video-bitrate': {
    bad: { to: 'instagram/reel', media: [{ ...video, bytes: 100 * MB, duration: 20 }] },
    severity: 'error',
    good: { to: 'instagram/reel', media: [{ ...video, bytes: 55 * MB, duration: 20 }] },
  },
  'video-audio': {
    bad: {
      to: 'instagram/reel',
      media: [{ ...video, audio: { codec: 'opus', channels: 2, sampleRate: 48_000 } }],
    },
    severity: 'error',
    good: {
      to: 'instagram/reel',
      media: [{ ...video, audio: { codec: 'aac', channels: 2, sampleRate: 44_100 } }],
    },
  },
  fps: {
    bad: { to: 'instagram/reel', media: [{ ...video, fps: 15 }] },
    severity: 'error',
    good: { to: 'instagram/reel', media: [{ ...video, fps: 59.94 }] },
  },
  'alt-missing': {
    bad: { to: 'bluesky/post', media: [{ ...image, alt: '' }] },
    severity: 'warning',
    good: { to: 'bluesky/post', media: [image] },
  },
  'alt-too-long': {
    bad: { to: 'mastodon/post', media: [{ ...image, alt: 'a'.repeat(1501) }] },
    severity: 'error',
    good: { to: 'mastodon/post', media: [{ ...image, alt: 'a'.repeat(1500) }] },
  },
  'cover-missing': {
    bad: { to: 'pinterest/video', media: [video] },
    severity: 'warning',
    good: { to: 'pinterest/video', media: [video, image] },
  },
  'cover-aspect': {
    bad: { to: 'douyin/video', media: [video, { ...image, width: 1000, height: 1000 }] },
    severity: 'note',
    good: { to: 'douyin/video', media: [video, { ...image, width: 1080, height: 1440 }] },
  },
  'safe-area': {
    bad: { to: 'facebook/reel', media: [{ ...video, boxes: [box(0.9)] }] },
    severity: 'warning',
    good: { to: 'facebook/reel', media: [{ ...video, boxes: [box(0.4)] }] },
  },
  'schedule-past': {
    bad: { to: 'x/post', ahead: -60 },
    severity: 'warning',
    good: { to: 'x/post', ahead: 60 },
  },
  'schedule-too-soon': {
    bad: { to: 'douyin/video', media: [video], ahead: 3600 },
    severity: 'warning',
    good: { to: 'douyin/video', media: [video], ahead: 7200 },
  },
  'schedule-too-late': {
    bad: { to: 'douyin/video', media: [video], ahead: 15 * 86_400 },
    severity: 'note',
    good: { to: 'douyin/video', media: [video], ahead: 14 * 86_400 },
  },
};

describe.each(findingCodes)('%s', (code) => {
  const { bad, severity, good } = cases[code];

  it('is found, with both languages and its source', () => {
    const finding = check(bad).find((each) => each.code === code);
    expect(finding).toMatchObject({ code, severity });
    expect(findingSchema.parse(finding)).toEqual(finding);
    expect(finding?.message.zh).toMatch(/\p{Script=Han}/u);
    if (finding?.severity === 'error') {
      expect(['official', 'official-quoted', 'ui-observed']).toContain(finding.confidence);
      expect(pack.sources).toHaveProperty(finding.source ?? '');
    }
  });

  it('is not found where all is well', () => {
    expect(check(good).map((each) => each.code)).not.toContain(code);
  });
});

describe('severity', () => {
  it('warns where only tools know the limit', () => {
    expect(check({ to: 'weibo/post', content: { body: '字'.repeat(2001) } })).toMatchObject([
      { code: 'text-too-long', severity: 'warning', source: 'REG' },
    ]);
  });

  it('warns where the unit is not published and another reading fits', () => {
    const title = (text: string) =>
      check({ to: 'douyin/image', content: { title: text }, media: [image] }).find(
        (each) => each.code === 'text-too-long',
      )?.severity;
    expect(title('字'.repeat(21))).toBe('error');
    expect(title('a'.repeat(30))).toBe('warning');
    expect(title('👨‍👩‍👧‍👦'.repeat(3))).toBe('warning');
    expect(title('字'.repeat(20))).toBeUndefined();
  });

  it('warns where the app may allow more than the API', () => {
    expect(
      check({ to: 'tiktok/video', media: [{ ...video, duration: 700 }] }).find(
        (each) => each.code === 'video-too-long',
      )?.severity,
    ).toBe('warning');
  });

  it('only notes what is advice or has no source', () => {
    expect(check({ to: 'x/post', media: [{ ...image, width: 1000, height: 3000 }] })).toMatchObject([
      { code: 'image-aspect', severity: 'note' },
    ]);
    expect(check({ to: 'douyin/video', media: [{ ...video, codec: 'hevc' }] })).toMatchObject([
      { code: 'video-codec', severity: 'note' },
    ]);
    expect(check({ to: 'wechat-channels/video', content: { title: '短' }, media: [video] })).toMatchObject([
      { code: 'text-too-short', severity: 'note' },
    ]);
  });

  it('puts the gravest first', () => {
    const found = check({
      to: 'instagram/feed',
      content: { link: 'https://a.example' },
      media: [{ ...image, alt: '', type: 'image/png' }],
    });
    expect(found.map((each) => each.severity)).toEqual(['error', 'warning', 'note']);
  });
});

describe('details', () => {
  it('allows X its larger GIFs', () => {
    const gif = { ...image, type: 'image/gif', bytes: 10 * MB };
    expect(check({ to: 'x/post', media: [gif] })).toEqual([]);
    expect(check({ to: 'x/post', media: [{ ...gif, bytes: 16 * MB }] })).toMatchObject([
      { code: 'image-too-large-bytes' },
    ]);
  });

  it('names the byte limit of a field with two limits', () => {
    const found = check({ to: 'bluesky/post', content: { body: '👨‍👩‍👧‍👦'.repeat(121) } });
    expect(found).toMatchObject([{ code: 'text-too-long', severity: 'error', field: 'text' }]);
    expect(found[0]?.message.en).toContain('25 bytes over the limit of 3000 bytes');
  });

  it('refuses a clip in a format for pictures, and sound anywhere', () => {
    expect(check({ to: 'instagram/feed', media: [image, video] })).toMatchObject([
      { code: 'media-type', media: 1, fix: { code: 'remove-media' } },
    ]);
    expect(
      check({ to: 'x/post', media: [{ kind: 'audio', type: 'audio/mpeg' }] }).map((each) => each.code),
    ).toEqual(['media-type']);
  });

  it('takes a picture beside a clip as its cover', () => {
    expect(check({ to: 'instagram/reel', media: [video, { ...image, width: 1000, height: 500 }] })).toEqual(
      [],
    );
    expect(check({ to: 'instagram/reel', media: [video, { ...image, type: 'image/png' }] })).toMatchObject([
      { code: 'media-type', media: 1 },
    ]);
  });

  it('takes a frame that was chosen for a cover', () => {
    expect(check({ to: 'pinterest/video', media: [{ ...video, hasCover: true }] })).toEqual([]);
  });

  it('asks for two pictures in a carousel', () => {
    expect(check({ to: 'pinterest/carousel', media: [image] }).map((each) => each.code)).toEqual([
      'media-missing',
    ]);
  });

  it('finds an empty post, but not one of pictures alone', () => {
    expect(check({ to: 'x/post', content: { body: ' ' } })).toMatchObject([
      { code: 'text-required', severity: 'error' },
    ]);
    expect(check({ to: 'x/post', content: { body: '' }, media: [image] })).toEqual([]);
  });

  it('offers only repairs that exist', () => {
    for (const code of findingCodes) {
      const fix = check(cases[code].bad).find((each) => each.code === code)?.fix;
      if (fix) expect(fixCodes).toContain(fix.code);
    }
  });

  it('has no error for a fitting post on any format', () => {
    for (const name of listFormatNames(pack).slice(0, 40)) {
      const profile = formatProfile(pack, name);
      const media =
        profile.kind === 'video'
          ? [clip]
          : Array.from({ length: profile.image?.minCount?.value ?? 1 }, () => photo);
      const found = checkTarget(profile, pack, {
        content: { ...words, title: 'Six or more', hashtags: ['tea'] },
        media,
      });
      expect([name, found.filter((each) => each.severity === 'error')]).toEqual([name, []]);
    }
  });
});
