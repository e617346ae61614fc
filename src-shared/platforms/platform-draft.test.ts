import { describe, expect, it } from 'vitest';
import { isFact, parsePlatform } from './rule-pack.ts';
import { readShippedPack } from '../../resources/platforms/read-pack.ts';
import {
  blankPlatform,
  completed,
  copyOf,
  freeId,
  lettersOf,
  numberIn,
  sizesIn,
  withSizes,
  withValue,
} from './platform-draft.ts';

const shipped = readShippedPack();
const taken = new Set(shipped.platforms.map(({ id }) => id));

describe('a platform of one’s own', () => {
  it('needs no more than a name', () => {
    const draft = blankPlatform();
    const platform = completed({ ...draft, name: { en: '', zh: '会员社群' } }, taken);
    expect(parsePlatform(platform)).toMatchObject({
      id: 'platform',
      name: { en: '会员社群', zh: '会员社群' },
      badge: { letters: '会员' },
    });
    const shop = completed({ ...draft, name: { en: 'Our shop', zh: '' } }, taken);
    expect(parsePlatform(shop)).toMatchObject({ id: 'our-shop', badge: { letters: 'OS' } });
  });

  it.each(shipped.platforms.map((platform) => [platform.id, platform] as const))(
    'is a copy of %s with an id and a name of its own',
    (_id, platform) => {
      const copy = parsePlatform(completed(copyOf(platform, taken), taken));
      expect(taken.has(copy.id)).toBe(false);
      expect(copy.formats).toEqual(platform.formats);
    },
  );

  it('keeps the source of what stays as it is, and states what is changed', () => {
    const body = shipped.platforms.find(({ id }) => id === 'weibo')?.formats[0]?.text.fields[0];
    if (!body) throw new Error('Weibo has a body.');
    expect(withValue(body, 'max', 2000)).toBe(body);
    const changed = withValue(body, 'max', 50)['max'];
    expect(changed).toEqual({ value: 50, unit: 'weibo-zi', source: 'own', confidence: 'user' });
    expect(numberIn(withValue(body, 'max', null), 'max')).toBeNull();
  });

  it('keeps the source of sizes that stay', () => {
    const image = shipped.platforms.find(({ id }) => id === 'weibo')?.formats[0]?.image ?? {};
    const next = withSizes(image, [...sizesIn(image).slice(0, 1), { name: 'tall', width: 9, height: 16 }]);
    const list = next['sizes'];
    const entries = Array.isArray(list) ? list.filter(isFact) : [];
    expect(entries.map(({ source }) => source)).toEqual(['IMGCAT', 'own']);
    expect(withSizes(next, [])).not.toHaveProperty('sizes');
  });
});

it('makes ids that are free', () => {
  expect(freeId('Café & Co', new Set(), 'x')).toBe('cafe-co');
  expect(freeId('X', new Set(['x', 'x-2']), 'y')).toBe('x-3');
  expect(freeId('商城', new Set(), 'platform')).toBe('platform');
});

it('makes two letters', () => {
  expect(lettersOf('Our shop')).toBe('OS');
  expect(lettersOf('shop')).toBe('SH');
  expect(lettersOf('')).toBe('');
});
