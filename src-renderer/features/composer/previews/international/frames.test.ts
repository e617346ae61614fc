import { describe, expect, it } from 'vitest';
import { fakeRulePack } from '#renderer/bridge/fake-rule-pack.ts';
import { composeFields } from '#shared/platforms/compose.ts';
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
  const frame = (format: string, link: string, media: readonly ShownMedia[] = []): FrameProps => {
    const profile = formatProfile(pack, format);
    const content = { title: '', body: '', hashtags: [], link, firstComment: '' };
    const composed = composeFields(profile, content);
    return { profile, content, composed, media } as unknown as FrameProps;
  };

  it('is made of the post’s link, else of the first address in its text', () => {
    expect(cardLink(frame('x/post', 'https://a.io/x'), 'https://b.io')).toBe('https://a.io/x');
    expect(cardLink(frame('x/post', ''), '看 https://b.io/y。')).toBe('https://b.io/y');
    expect(cardLink(frame('x/post', ''), 'no address')).toBe('');
  });

  it('is not there beside pictures, nor where links cannot be followed', () => {
    expect(cardLink(frame('x/post', 'https://a.io/x', [picture]), '')).toBe('');
    expect(cardLink(frame('instagram/feed', 'https://a.io/x'), '')).toBe('');
  });
});
