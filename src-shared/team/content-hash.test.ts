import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankPost, blankTarget } from '../domain/blank-post.ts';
import { newId } from '../domain/id.ts';
import type { Post } from '../domain/post.ts';
import { contentHash } from './content-hash.ts';

const post = (change: Partial<Post> = {}): Post => ({
  ...blankPost('01970000-0000-7000-8000-000000000001', '2026-11-22T00:00:00.000Z'),
  body: 'Spring menu',
  targets: [blankTarget('01970000-0000-7000-8000-000000000002', 'x/post')],
  ...change,
});

it('does not see times, statuses, notes or the state of the editor', () => {
  const hash = contentHash(post());
  expect(hash).toMatch(/^[0-9a-f]{28}$/);
  const schedule = { local: '2026-12-01T09:00', zone: 'Asia/Shanghai' };
  const target = post().targets[0];
  for (const change of [
    { schedule },
    { status: 'approved' as const },
    { notes: 'n', brief: 'b', owner: 'o', labels: ['l'], campaign: 'c', pillar: 'p', sources: 's' },
    { document: { root: {} } },
    { revision: 9, updatedAt: '2027-01-01T00:00:00.000Z' },
    { checklist: [{ id: newId(), text: 'x', done: true }] },
    { targets: target ? [{ ...target, schedule, status: 'ready' as const }] : [] },
    { targets: target ? [{ ...target, overrides: { document: { root: {} } } }] : [] },
  ]) {
    expect(contentHash(post(change))).toBe(hash);
  }
});

it('sees every word, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(contentHash(post({ body: one })) === contentHash(post({ body: other }))).toBe(one === other);
    }),
  );
  const target = blankTarget('01970000-0000-7000-8000-000000000002', 'x/post');
  const of = (overrides: Post['targets'][number]['overrides']): string =>
    contentHash(post({ targets: [{ ...target, overrides }] }));
  expect(of({ title: 'a', body: 'b' })).toBe(of({ body: 'b', title: 'a' }));
  expect(of({ title: 'a', link: undefined })).toBe(of({ title: 'a' }));
  expect(of({ title: 'a' })).not.toBe(of({ body: 'a' }));
  expect(of({})).not.toBe(contentHash(post({ targets: [] })));
});

it('tells twenty thousand posts apart', () => {
  const seen = new Set<string>();
  for (let index = 0; index < 20_000; index += 1) seen.add(contentHash(post({ body: `Post ${index}` })));
  expect(seen.size).toBe(20_000);
});
