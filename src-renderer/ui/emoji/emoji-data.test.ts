import { expect, it } from 'vitest';
import { emojis, searchEmojis, toned } from './emoji-data.ts';

it('finds in both languages, by key words and short codes', () => {
  for (const [word, emoji] of Object.entries({ rocket: '🚀', 火箭: '🚀', tada: '🎉', 'thumbs up': '👍️' }))
    expect(searchEmojis(word).map(({ unicode }) => unicode)).toContain(emoji);
  expect(searchEmojis('smi').length).toBeGreaterThan(3);
  expect(searchEmojis('zzzz')).toEqual([]);
  expect(searchEmojis('')).toBe(emojis);
});

it('knows the five skin tones', () => {
  const hand = emojis.find(({ unicode }) => unicode === '👋');
  if (!hand) throw new Error('There is no waving hand.');
  expect([0, 1, 5].map((tone) => toned(hand, tone))).toEqual(['👋', '👋🏻', '👋🏿']);
  const rocket = emojis.find(({ unicode }) => unicode === '🚀');
  if (!rocket) throw new Error('There is no rocket.');
  expect(toned(rocket, 3)).toBe(rocket.unicode);
});
