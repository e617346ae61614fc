import { expect, it } from 'vitest';
import type { KitItem } from '#shared/kit/schema.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { choicesOf, found, takenOf } from './choices.ts';

const named = (id: string, en: string, zh: string) => ({ id, name: { en, zh } });
const pack = {
  platforms: [
    {
      ...named('weibo', 'Weibo', '微博'),
      formats: [named('post', 'Post', '微博'), named('video', 'Video', '视频')],
    },
    { ...named('x', 'X', 'X'), formats: [named('post', 'Post', '帖子')] },
  ],
} as unknown as RulePack;
const kept = { revision: 1, uses: 0, lastUsedAt: null, createdAt: '', updatedAt: '', trashedAt: null };
const account: KitItem<'account'> = {
  ...kept,
  id: 'one',
  kind: 'account',
  name: 'Tea House',
  body: { platform: 'weibo', handle: '@tea', language: null, hue: null, note: '' },
};
const set: KitItem<'account-set'> = {
  ...kept,
  id: 'set',
  kind: 'account-set',
  name: 'Launch',
  body: {
    targets: [
      { format: 'weibo/post', accountId: 'one' },
      { format: 'x/post', accountId: null },
    ],
  },
};
const choices = choicesOf(pack, [account], [set]);

it('offers sets, then accounts under their platform, then formats without an account', () => {
  expect(choices[0]).toMatchObject({ keys: ['weibo/post@one', 'x/post'], format: null });
  const weibo = choices.filter((choice) => choice.format?.startsWith('weibo/')).map(({ id }) => id);
  expect(weibo).toEqual(['weibo/post@one', 'weibo/video@one', 'weibo/post', 'weibo/video']);
});

it('finds by platform in either language, by format and by account', () => {
  expect(found(choices, '微博 tea').map(({ id }) => id)).toEqual(['weibo/post@one', 'weibo/video@one']);
  expect(found(choices, 'launch').map(({ id }) => id)).toEqual(['set-set']);
  expect(found(choices, 'no such thing')).toEqual([]);
});

it('says how much of a set is taken', () => {
  const [first] = choices;
  if (!first) throw new Error('no choice');
  expect(takenOf(first, new Set())).toBe('none');
  expect(takenOf(first, new Set(['x/post']))).toBe('some');
  expect(takenOf(first, new Set(first.keys))).toBe('all');
});
