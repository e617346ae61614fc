import { afterEach, beforeEach, expect, it } from 'vitest';
import { clipFormat, describeClip, wholeClip } from '#shared/clip/document.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { newId } from '#shared/domain/id.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { createClipHandlers } from './clips.ts';

let studio: TestWorkspace;
let clips: ReturnType<typeof createClipHandlers>;

const at = '2026-11-22T08:00:00.000Z';
const saved = (segments: ClipEdit['segments']): unknown => writeDocument(clipFormat, { segments });
const colour: ClipEdit['segments'][number] = { id: 'c', kind: 'colour', colour: '#102030', duration: 2 };

function design(name: string): string {
  const id = newId();
  studio.session().repositories.designs.insert({
    ...{ id, revision: 3, name, width: 10, height: 20, pages: 1, document: {}, assetIds: [] },
    ...{ createdAt: at, updatedAt: at, trashedAt: null },
  });
  return id;
}

beforeEach(() => {
  studio = createTestWorkspace();
  clips = createClipHandlers({
    ...studio.context,
    describeEdit: describeClip,
    blankEdit: (asset) => wholeClip(asset.id, asset.duration),
  });
});
afterEach(() => studio.remove());

it('are made of designs and colours alone, shown by the design, which knows them as users', async () => {
  const card = design('End card');
  const edit = saved([colour, { id: 'd', kind: 'design', design: card, duration: 3 }]);
  const clip = await clips['clips.create']({ edit, name: 'Words' });
  expect(clip).toMatchObject({ assetId: null, duration: 5, thumbnail: `design/${card}?r=3` });
  const { items } = await clips['clips.list']({ trashed: false });
  expect(items[0]?.thumbnail).toBe(clip.thumbnail);
  const { uses } = studio.session().repositories;
  expect(uses.usersOf('design', card)).toEqual([{ kind: 'clip', id: clip.id, title: 'Words' }]);
  await clips['clips.save']({ id: clip.id, revision: 1, edit: saved([colour]) });
  expect(uses.usersOf('design', card)).toEqual([]);
  expect((await clips['clips.get']({ id: clip.id })).thumbnail).toBe('');
});

it('start from one thing, and from what is there', () => {
  const neither = expect.objectContaining({ code: 'invalid-input' });
  expect(() => clips['clips.create']({})).toThrow(neither);
  expect(() => clips['clips.create']({ edit: saved([colour]), assetId: newId() })).toThrow(neither);
  const gone = saved([{ id: 'a', kind: 'clip', source: newId(), from: 0, to: 1 }]);
  expect(() => clips['clips.create']({ edit: gone })).toThrow(expect.objectContaining({ code: 'not-found' }));
});

it('keep their undo over a restart, for the revision that it leads to', async () => {
  const { id } = await clips['clips.create']({ edit: saved([colour]) });
  const history = { done: [{ patch: [1], inverse: [2] }], undone: [{ patch: [3], inverse: [4] }] };
  await clips['clips.save']({ id, revision: 1, edit: saved([colour]), history });
  studio.reopen();
  expect(await clips['clips.history']({ id })).toEqual({ revision: 2, ...history });
  await clips['clips.trash']({ ids: [id] });
  await clips['clips.restore']({ ids: [id] });
  expect(await clips['clips.history']({ id })).toEqual({ revision: 4, ...history });
  await clips['clips.save']({ id, revision: 4, edit: saved([colour]) });
  expect(await clips['clips.history']({ id })).toEqual({ revision: 5, done: [], undone: [] });
});
