import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { designRecordSchema, clipRecordSchema } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import { blankDesign, describeDesign } from '#shared/design/blank.ts';
import { type AssetFacts, registerAssets } from '#main/core/assets/register.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { createAssetHandlers } from './assets.ts';
import { createClipHandlers } from './clips.ts';
import { createDesignHandlers } from './designs.ts';
import { createPostHandlers } from './posts.ts';

function registerAsset(context: Parameters<typeof registerAssets>[0], facts: AssetFacts) {
  const [registered] = registerAssets(context, [facts]);
  if (!registered) throw new Error('nothing was registered');
  return registered;
}

let studio: TestWorkspace;
let assets: ReturnType<typeof createAssetHandlers>;
let designs: ReturnType<typeof createDesignHandlers>;
let clips: ReturnType<typeof createClipHandlers>;
let posts: ReturnType<typeof createPostHandlers>;

interface Edit {
  assetId: string;
  duration: number;
}

beforeEach(() => {
  studio = createTestWorkspace();
  assets = createAssetHandlers(studio.context);
  posts = createPostHandlers(studio.context);
  designs = createDesignHandlers({
    ...studio.context,
    blankDesign,
    // A picture's id beside the real document stands for the layers that would name it.
    describeDesign: (document) => ({
      ...describeDesign(document),
      assetIds: (document as { uses?: string[] }).uses ?? [],
      readOnly: (document as { newer?: boolean }).newer ?? false,
    }),
    templateDocument: async (id, size) => ({
      ...(blankDesign(size?.width ?? 300, size?.height ?? 400) as object),
      from: id,
    }),
  });
  clips = createClipHandlers({
    ...studio.context,
    blankEdit: (asset): Edit => ({ assetId: asset.id, duration: asset.duration }),
    describeEdit: (edit) => ({
      duration: (edit as Edit).duration,
      assetIds: [(edit as Edit).assetId],
      designIds: [],
    }),
  });
});
afterEach(() => studio.remove());

const facts = (name: string, change: Partial<AssetFacts> = {}): AssetFacts => ({
  sha256: newId().replaceAll('-', '').padEnd(64, '0'),
  name,
  kind: 'image',
  type: 'image/jpeg',
  extension: 'jpg',
  bytes: 100,
  width: 40,
  height: 30,
  duration: 0,
  fps: null,
  codec: null,
  hasAudio: false,
  hasAlpha: false,
  animated: false,
  hasLocation: true,
  ...change,
});
const video = (name: string) =>
  registerAsset(
    studio.context,
    facts(name, { kind: 'video', type: 'video/mp4', extension: 'mp4', duration: 12.5 }),
  ).asset;
const attach = (kind: 'asset' | 'design' | 'clip', refId: string) => [
  { id: newId(), kind, refId, alt: '', crop: null, trim: null, coverAt: null },
];
const list = { limit: 200, offset: 0 };

describe('assets', () => {
  it('are registered once by their bytes, and come out of the trash when they come again', async () => {
    const photo = facts('海边.jpg', { tags: ['sea'] });
    const first = registerAsset(studio.context, photo);
    expect(first).toMatchObject({
      duplicate: false,
      asset: { name: '海边.jpg', tags: ['sea'], revision: 1 },
    });
    await assets['assets.trash']({ ids: [first.asset.id] });
    expect((await assets['assets.list'](list)).total).toBe(0);
    const again = registerAsset(studio.context, { ...photo, name: 'copy.jpg', tags: ['summer'] });
    expect(again).toMatchObject({
      duplicate: true,
      asset: { id: first.asset.id, name: '海边.jpg', tags: ['sea', 'summer'], trashedAt: null },
    });
    studio.reopen();
    expect(await assets['assets.get']({ id: first.asset.id })).toEqual(again.asset);
    expect(registerAsset(studio.context, photo).asset.revision).toBe(again.asset.revision);
  });

  it('are found by name, tag, alternative text and kind', async () => {
    const { asset } = registerAsset(studio.context, facts('IMG_0001.jpg'));
    video('walk.mp4');
    const updated = await assets['assets.update']({
      id: asset.id,
      alt: '海边的日落',
      tags: [' 夏 ', '夏', ''],
    });
    expect(updated.tags).toEqual(['夏']);
    const found = async (search: string) => (await assets['assets.list']({ ...list, search })).total;
    expect([
      await found('img_0001'),
      await found('日落'),
      await found('夏'),
      await found('walk'),
      await found('x9'),
    ]).toEqual([1, 1, 1, 1, 0]);
    expect((await assets['assets.list']({ ...list, kind: 'video' })).items.map(({ name }) => name)).toEqual([
      'walk.mp4',
    ]);
    expect(() => assets['assets.get']({ id: newId() })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });

  it('know what uses them, through designs and clips too', async () => {
    const { asset } = registerAsset(studio.context, facts('photo.jpg'));
    const design = await designs['designs.create']({ name: 'Poster', width: 100, height: 100 });
    await designs['designs.save']({
      id: design.id,
      revision: 1,
      document: { ...(design.document as object), uses: [asset.id] },
    });
    const post = await posts['posts.create']({
      change: { title: 'Launch', attachments: attach('design', design.id) },
      schedule: null,
    });
    expect(await assets['assets.usedIn']({ id: asset.id })).toEqual([
      { kind: 'design', id: design.id, title: 'Poster' },
      { kind: 'post', id: post.id, title: 'Launch' },
    ]);
    await posts['posts.trash']({ ids: [post.id] });
    expect(await assets['assets.usedIn']({ id: asset.id })).toHaveLength(1);
  });
});

describe('designs', () => {
  it('are made from a size or a template, saved, and kept over a restart', async () => {
    const design = await designs['designs.create']({ name: '海报', width: 1080, height: 1350 });
    expect(designRecordSchema.parse(design)).toMatchObject({
      width: 1080,
      pages: 1,
      readOnly: false,
      thumbnail: `design/${design.id}?r=1`,
    });
    const templated = await designs['designs.create']({ name: 'T', template: 'sale' });
    expect(templated).toMatchObject({ width: 300, height: 400, document: { from: 'sale' } });
    await expect(designs['designs.create']({ name: 'half', width: 100 })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const saved = await designs['designs.save']({
      id: design.id,
      revision: 1,
      document: blankDesign(500, 500),
    });
    expect(saved).toMatchObject({
      revision: 2,
      width: 500,
      name: '海报',
      thumbnail: `design/${design.id}?r=2`,
    });
    studio.reopen();
    expect(await designs['designs.get']({ id: design.id })).toEqual(saved);
    expect(() =>
      designs['designs.save']({ id: design.id, revision: 1, document: blankDesign(1, 1) }),
    ).toThrow(expect.objectContaining({ code: 'conflict', detail: { current: saved } }));
    const copy = await designs['designs.duplicate']({ id: design.id });
    expect(copy).toMatchObject({ revision: 1, name: '海报 (2)', document: saved.document });
    await designs['designs.trash']({ ids: [copy.id] });
    const all = { ...list, trashed: false };
    expect((await designs['designs.list']({ ...all, search: '海' })).items.map(({ id }) => id)).toEqual([
      design.id,
    ]);
    expect((await designs['designs.list']({ ...all, trashed: true })).total).toBe(1);
  });

  it('of a newer Galley can be looked at and not saved over', async () => {
    const design = await designs['designs.create']({ name: 'new', width: 100, height: 100 });
    const document = { ...(design.document as object), newer: true };
    await designs['designs.save']({ id: design.id, revision: 1, document });
    expect(await designs['designs.get']({ id: design.id })).toMatchObject({ readOnly: true });
    expect(() => designs['designs.save']({ id: design.id, revision: 2, document })).toThrow(
      expect.objectContaining({ code: 'unavailable' }),
    );
  });

  it('give their picture to the posts that show them', async () => {
    const design = await designs['designs.create']({ name: 'd', width: 100, height: 100 });
    const sound = registerAsset(studio.context, facts('a.mp3', { kind: 'audio', width: 0, height: 0 })).asset;
    await posts['posts.create']({
      change: { attachments: [...attach('asset', sound.id), ...attach('design', design.id)] },
      schedule: null,
    });
    await designs['designs.save']({ id: design.id, revision: 1, document: design.document });
    const { items } = await posts['posts.list']({ ...list, trashed: false });
    expect(items[0]?.thumbnail).toBe(`design/${design.id}?r=2`);
  });
});

describe('clips', () => {
  it('are made over a recording, trimmed, and kept over a restart', async () => {
    const asset = video('walk.final.mp4');
    const clip = await clips['clips.create']({ assetId: asset.id });
    expect(clipRecordSchema.parse(clip)).toMatchObject({
      name: 'walk.final',
      duration: 12.5,
      thumbnail: `thumb/${asset.id}`,
    });
    const edit: Edit = { assetId: asset.id, duration: 3 };
    const saved = await clips['clips.save']({ id: clip.id, revision: 1, name: 'Walk', edit });
    expect(saved).toMatchObject({ revision: 2, duration: 3, name: 'Walk' });
    studio.reopen();
    expect(await clips['clips.get']({ id: clip.id })).toEqual(saved);
    expect(() => clips['clips.save']({ id: clip.id, revision: 1, edit })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    await clips['clips.trash']({ ids: [clip.id] });
    expect((await clips['clips.list']({ trashed: false })).total).toBe(0);
    await clips['clips.restore']({ ids: [clip.id] });
    expect((await clips['clips.list']({ trashed: false, search: 'wal' })).total).toBe(1);
    const post = await posts['posts.create']({
      change: { body: '**Walk** today', attachments: attach('clip', clip.id) },
      schedule: null,
    });
    const { items } = await posts['posts.list']({ ...list, trashed: false });
    expect(items[0]).toMatchObject({ id: post.id, thumbnail: `thumb/${asset.id}` });
    expect((await assets['assets.usedIn']({ id: asset.id })).map(({ title }) => title)).toEqual([
      'Walk',
      'Walk today',
    ]);
  });

  it('are not made of pictures', () => {
    const { asset } = registerAsset(studio.context, facts('a.jpg'));
    expect(() => clips['clips.create']({ assetId: asset.id })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
  });
});
