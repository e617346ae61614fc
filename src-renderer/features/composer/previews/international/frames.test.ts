import { describe, expect, it } from 'vitest';
import { fakeRulePack } from '#renderer/bridge/fake-rule-pack.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import { worldFrames } from './frames.ts';
import { cardLink } from './link-card.tsx';
import { ratioOf, within } from './media.tsx';
import type { FrameProps, ShownMedia } from '../frame-types.ts';

const pack = await fakeRulePack();

const platforms = [
  'facebook',
  'instagram',
  'x',
  'linkedin',
  'tiktok',
  'youtube',
  'pinterest',
  'threads',
  'bluesky',
  'mastodon',
];

it('has a frame for every format of the international platforms, and no other', () => {
  const formats = pack.platforms
    .filter(({ id }) => platforms.includes(id))
    .flatMap(({ id, formats: own }) => own.map((format) => `${id}/${format.id}`));
  expect(Object.keys(worldFrames).sort()).toEqual(formats.sort());
});

const picture = {
  attachment: { crop: null },
  info: { kind: 'image', width: 1200, height: 800 },
} as unknown as ShownMedia;

describe('the shape of a picture', () => {
  it('is the one of its crop', () => {
    const crop = { x: 0.25, y: 0, width: 0.5, height: 1 };
    const cropped: ShownMedia = { ...picture, attachment: { ...picture.attachment, crop } };
    expect(ratioOf(picture, 1)).toBe(1.5);
    expect(ratioOf(cropped, 1)).toBe(0.75);
    expect(ratioOf(undefined, 0.8)).toBe(0.8);
  });

  it('stays within what the platform shows', () => {
    expect([0.2, 1, 5].map((ratio) => within(0.8, ratio, 1.91))).toEqual([0.8, 1, 1.91]);
  });
});

describe('a link card', () => {
  const frameOf = (format: string, link: string): FrameProps => {
    const content = { title: '', body: '', hashtags: [], link, firstComment: '' };
    return { profile: formatProfile(pack, format), content } as unknown as FrameProps;
  };

  it('is made of the post’s link, else of the first address in its text', () => {
    const frame = frameOf('x/post', 'https://a.io/x');
    expect(cardLink(frame, 'https://b.io\n\nhttps://a.io/x', true)).toBe('https://a.io/x');
    expect(cardLink(frame, 'a part of a thread without it', true)).toBe('');
    expect(cardLink(frameOf('x/post', ''), '看 https://b.io/y。', true)).toBe('https://b.io/y');
    expect(cardLink(frameOf('x/post', ''), 'no address', true)).toBe('');
  });

  it('is not there beside pictures, nor where links cannot be followed', () => {
    expect(cardLink(frameOf('x/post', 'https://a.io/x'), 'https://a.io/x', false)).toBe('');
    expect(cardLink(frameOf('instagram/feed', 'https://a.io/x'), 'https://a.io/x', true)).toBe('');
  });
});
