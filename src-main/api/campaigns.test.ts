import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

let studio: TestStudio;
beforeAll(async () => {
  studio = await createTestStudio();
});
afterAll(() => studio.remove());

it('counts posts by campaign and adds up the results that are theirs', async () => {
  const zone = 'Asia/Shanghai';
  const change = { title: 'Lanterns', campaign: 'Spring', targets: [{ format: 'x/post', overrides: {} }] };
  const told = await studio.call('posts.create', {
    change: { ...change, status: 'approved' },
    schedule: { local: '2026-11-02T09:00', zone },
  });
  await studio.call('posts.create', { change: { ...change, status: 'idea' }, schedule: null });
  const trashed = await studio.call('posts.create', { change, schedule: null });
  await studio.call('posts.trash', { ids: [trashed.id] });
  expect(await studio.call('campaigns.counts', {})).toEqual([
    {
      campaign: 'Spring',
      total: 2,
      byStatus: { approved: 1, idea: 1 },
      first: '2026-11-02T01:00:00.000Z',
      last: '2026-11-02T01:00:00.000Z',
    },
  ]);
  expect(await studio.call('campaigns.facts', { name: 'Spring' })).toMatchObject({
    posts: [{ id: told.id }, { status: 'idea' }],
    results: null,
  });

  await studio.call('posts.markPublished', {
    id: told.id,
    targetId: told.targets[0]?.id ?? '',
    published: { at: '2026-11-02T01:03:00.000Z', url: '' },
  });
  const path = join(studio.folder, 'results.csv');
  writeFileSync(
    path,
    'Date,Time,Impressions,Likes\n2026-11-02,09:00,1200,40\n2026-11-02,09:05,7,1\n2026-11-03,09:00,9000,1\n',
  );
  await studio.job('results.import', {
    source: { kind: 'path', path },
    name: 'results.csv',
    platform: 'x',
    zone,
  });
  const { results } = await studio.call('campaigns.facts', { name: 'Spring' });
  expect(results).toMatchObject({ posts: 1, imported: 1 });
  expect(results?.reach).toBe(7);
});
