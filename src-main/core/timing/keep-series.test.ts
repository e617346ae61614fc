import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

let studio: TestStudio;

beforeEach(async () => {
  studio = await createTestStudio('web');
});
afterEach(() => studio.remove());

it('posts of a series are made when the workspace opens', async () => {
  const day = addDays(new Date().toISOString().slice(0, 10), 2);
  const start = `${day}T09:00`;
  const zone = 'Asia/Shanghai';
  const post = await studio.call('posts.create', {
    change: { title: 'daily' },
    schedule: { local: start, zone },
  });
  const body = {
    rule: 'FREQ=DAILY;COUNT=5',
    start,
    zone,
    postId: post.id,
    exceptions: [start],
    madeUntil: null,
  };
  await studio.call('plan.saveKit', { kind: 'series', name: 'daily', body });
  await studio.call('workspace.close', {});
  await studio.call('workspace.open', { path: studio.workspace });
  const standing = async (): Promise<(string | undefined)[]> => {
    const to = `${addDays(day, 9)}T00:00`;
    const entries = await studio.call('plan.range', { from: `${day}T00:00`, to, zone });
    return entries.map(({ schedule }) => schedule?.local);
  };
  await vi.waitFor(async () => expect(await standing()).toHaveLength(5));
  expect(await standing()).toEqual([0, 1, 2, 3, 4].map((count) => `${addDays(day, count)}T09:00`));
});
