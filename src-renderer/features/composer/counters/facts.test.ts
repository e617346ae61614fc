import { expect, it } from 'vitest';
import type { FormatProfile, TextField } from '#shared/platforms/profile-types.ts';
import { foldOf, linkCost, overflowCount } from './facts.ts';

const field = (unit: TextField['unit']): TextField => ({
  id: 'text',
  role: 'body',
  unit,
  max: null,
  min: null,
  maxBytes: null,
  required: false,
  confidence: 'official',
  source: 'none',
});
const limit = (value: number) => ({ value, confidence: 'official' as const, source: 'none' });
const profile = {
  text: { urlLength: null, fold: { count: limit(4), unit: 'grapheme' } },
} as unknown as FormatProfile;

it('says what a link costs', () => {
  expect(linkCost(profile, field('x-weighted'))).toBe(23);
  expect(linkCost(profile, field('mastodon'))).toBe(23);
  expect(linkCost(profile, field('weibo-zi'))).toBe(10);
  expect(linkCost(profile, field('characters'))).toBeNull();
});

it('counts what is over and what shows as readers see it', () => {
  const count = { overflowAt: 2 } as never;
  expect(overflowCount({ text: 'ab👨‍👩‍👧c', count })).toBe(2);
  expect(foldOf(profile, field('grapheme'), '👨‍👩‍👧bcdef')).toBe(4);
  expect(foldOf(profile, field('grapheme'), 'abc')).toBeNull();
});
