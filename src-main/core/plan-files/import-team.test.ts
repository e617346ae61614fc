import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Role } from '#shared/team/roles.ts';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

let studio: TestStudio;
beforeEach(async () => {
  studio = await createTestStudio('cli');
  mkdirSync(join(studio.folder, 'files'));
});
afterEach(() => studio.remove());

async function hire(name: string, role: Role): Promise<string> {
  return (await studio.call('team.saveMember', { name, body: { role, hue: null, active: true } })).member.id;
}

function bring(text: string) {
  const path = join(studio.folder, 'files', 'plan.csv');
  writeFileSync(path, text);
  return studio.job('planfile.import', { source: { kind: 'path', path }, name: 'plan.csv' });
}

const statuses = async (): Promise<Record<string, string>> => {
  const { items } = await studio.call('posts.list', { limit: 100 });
  return Object.fromEntries(items.map(({ title, status }) => [title, status]));
};

const table = [
  'title,body,status',
  'Idea,,idea',
  'Draft,x,draft',
  'Review,x,review',
  'Approved,x,approved',
  'Out,x,published',
].join('\n');

it('gives only what whoever works here may give, the same each time, and says who did it', async () => {
  await hire('Ann', 'lead');
  const creator = await hire('Bo', 'creator');
  const client = await hire('Cy', 'client');
  await studio.call('team.switch', { memberId: creator });
  const first = await bring(table);
  expect(first).toMatchObject({ rows: 5, imported: 4, refused: [{ row: 6, title: 'Out' }] });
  expect(first.refused[0]?.reason.en).toMatch(/As creator/);
  expect(await statuses()).toEqual({ Idea: 'idea', Draft: 'draft', Review: 'review', Approved: 'review' });
  expect(await bring(table)).toMatchObject({ same: 4, updated: 0, refused: [{ row: 6 }] });

  const { items } = await studio.call('posts.list', { search: 'Draft' });
  const id = items[0]?.id ?? '';
  expect((await studio.call('posts.get', { id })).revision).toBe(1);
  const trail = () => studio.call('audit.list', { subject: { kind: 'post', id } });
  expect(await trail()).toMatchObject([
    { action: 'post-made', memberName: 'Bo', detail: { title: 'Draft' } },
  ]);
  await studio.call('plan.undo', {});
  expect(await statuses()).toEqual({});
  await studio.call('plan.redo', {});
  expect((await trail()).map(({ action }) => action)).toEqual(['plan-redone', 'plan-undone', 'post-made']);

  await studio.call('team.switch', { memberId: client });
  await expect(bring(table)).rejects.toThrow(/As client you cannot/);
});

it('sends an approved post whose words an import changes back to review where approvals are asked for', async () => {
  await hire('Ann', 'lead');
  const client = await hire('Cy', 'client');
  const made = await studio.call('posts.create', {
    change: { title: 'Menu', body: 'Spring', status: 'review' },
  });
  const out = await studio.job('planfile.export', { format: 'csv', ids: [made.id] });
  await studio.call('plan.saveKit', {
    kind: 'approval-rule',
    name: 'Client looks',
    body: { accountIds: [], campaigns: [], needs: [{ role: 'client', count: 1 }], leadHours: 0 },
  });
  const [lead] = (await studio.call('team.current', {})).members;
  await studio.call('team.switch', { memberId: client });
  await studio.call('approvals.give', { postId: made.id, decision: 'approved' });
  await studio.call('team.switch', { memberId: lead?.id ?? null });
  expect((await studio.call('posts.get', { id: made.id })).status).toBe('approved');
  const text = readFileSync(out.path, 'utf8').replace('Spring', 'Winter').replace('review', 'approved');
  expect(await bring(text)).toMatchObject({ rows: 1, updated: 1 });
  expect(await studio.call('posts.get', { id: made.id })).toMatchObject({ status: 'review', body: 'Winter' });
});
