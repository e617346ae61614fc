import { expect, it } from 'vitest';
import { createWords } from './words.tsx';

it('says one post, and several posts', () => {
  const { t } = createWords('en');
  expect(t('calendar.shown', { count: 1 })).toBe('1 post shown');
  expect(t('calendar.shown', { count: 0 })).toBe('0 posts shown');
  expect(t('calendar.shown', { count: '2,000' })).toBe('2,000 posts shown');
  expect(t('calendar.shown')).toBe('{count} {count|post|posts} shown');
  expect(createWords('zh').t('calendar.shown', { count: 1 })).not.toMatch(/[{|}]/);
});
