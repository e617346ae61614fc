import { describe, expect, it } from 'vitest';
import { findClashes } from './calendar-clashes.ts';

const post = (id: string, time: string, ...formats: string[]) => ({
  id,
  dueAt: `2026-11-22T${time}:00.000Z`,
  formats,
});

describe('findClashes', () => {
  it('finds posts of one platform less than 30 minutes apart, whatever their format', () => {
    const clashes = findClashes([
      post('a', '09:00', 'x/post', 'instagram/feed'),
      post('b', '09:29', 'instagram/story'),
      post('c', '09:59', 'instagram/feed'),
      post('d', '09:00', 'weibo/post'),
    ]);
    expect([...clashes]).toEqual([
      ['a', ['instagram']],
      ['b', ['instagram']],
    ]);
  });

  it('does not count two formats of one post', () => {
    expect(findClashes([post('a', '09:00', 'x/post', 'x/video')]).size).toBe(0);
    expect(findClashes([{ id: 'a', dueAt: null, formats: ['x/post'] }]).size).toBe(0);
  });
});
