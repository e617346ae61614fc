import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { readShippedPack } from '../../../resources/platforms/read-pack.ts';
import { saveKit, trashKit } from '../kit/kit.ts';
import { createWorkspacePack } from './workspace-pack.ts';

let studio: TestWorkspace;
let pack: () => Promise<RulePack>;
const shipped = readShippedPack();

beforeEach(() => {
  studio = createTestWorkspace();
  pack = createWorkspacePack(studio.context.holder, () => Promise.resolve(shipped));
});
afterEach(() => studio.remove());

const limit = async () => formatProfile(await pack(), 'weibo/post').text.fields[0]?.max?.value;
const body = {
  platform: 'weibo',
  format: 'post',
  path: ['text', 'fields', 'body', 'max'],
  value: 50,
  note: '',
  accountId: null,
};

it('is the shipped pack until something is set, and is made again only when that changes', async () => {
  expect(await pack()).toBe(shipped);
  const kept = saveKit(studio.context, { kind: 'rule-change', name: 'Weibo', body });
  expect(await limit()).toBe(50);
  expect(await pack()).toBe(await pack());
  saveKit(studio.context, { kind: 'rule-change', id: kept.id, name: 'Weibo', body: { ...body, value: 60 } });
  expect(await limit()).toBe(60);
  trashKit(studio.context, { ids: [kept.id], trashed: true });
  expect(await pack()).toBe(shipped);
  trashKit(studio.context, { ids: [kept.id], trashed: false });
  studio.reopen();
  expect(await limit()).toBe(60);
});

it('knows platforms of one’s own, also from the trash', async () => {
  const platform = { ...shipped.platforms[0], id: 'own' };
  const kept = saveKit(studio.context, { kind: 'platform', name: 'Own', body: { platform } });
  expect((await pack()).own?.platforms).toEqual(['own']);
  trashKit(studio.context, { ids: [kept.id], trashed: true });
  expect((await pack()).platforms.at(-1)).toMatchObject({ id: 'own', retired: true });
  expect((await pack()).own?.platforms).toEqual([]);
});
