import { describe, expect, it } from 'vitest';
import { blankSummary } from '#shared/domain/blank-post.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import { boardColumns, postsOfEntries } from './board-columns.ts';

function entry(key: string, over: Partial<PlanEntry> = {}): PlanEntry {
  return { ...blankSummary(key), key, targetId: null, ...over };
}
const shape = (columns: ReturnType<typeof boardColumns>) =>
  columns.map(({ value, posts }) => [value, posts.map(({ key }) => key)]);

describe('postsOfEntries', () => {
  it('has one card for a post: its own entry, else what is still to come', () => {
    const own = entry('a', { dueAt: '2026-05-02T00:00:00.000Z' });
    const ofTarget = entry('a/1', { id: 'a', targetId: '1', dueAt: '2026-05-01T00:00:00.000Z' });
    const out = entry('b/1', {
      id: 'b',
      targetId: '1',
      status: 'published',
      dueAt: '2026-05-01T00:00:00.000Z',
    });
    const next = entry('b/2', { id: 'b', targetId: '2', dueAt: '2026-05-03T00:00:00.000Z' });
    expect(postsOfEntries([ofTarget, out], [own, next]).map(({ key }) => key)).toEqual(['a', 'b/2']);
  });
});

describe('boardColumns', () => {
  it('has all five statuses, by time, those without one last', () => {
    const posts = [
      entry('late', { dueAt: '2026-05-03T00:00:00.000Z' }),
      entry('none'),
      entry('early', { dueAt: '2026-05-01T00:00:00.000Z' }),
      entry('out', { status: 'published' }),
    ];
    expect(shape(boardColumns(posts, 'status', [], new Map([['none', 'review']]), 'en'))).toEqual([
      ['idea', []],
      ['draft', ['early', 'late']],
      ['review', ['none']],
      ['approved', []],
      ['published', ['out']],
    ]);
  });

  it('has a column for every name, and one for those without', () => {
    const posts = [entry('a', { owner: 'Lin' }), entry('b')];
    expect(shape(boardColumns(posts, 'owner', ['Zoe', 'Ann'], new Map(), 'en'))).toEqual([
      ['Ann', []],
      ['Lin', ['a']],
      ['Zoe', []],
      ['', ['b']],
    ]);
  });
});
