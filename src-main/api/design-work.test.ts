import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallOutput } from '#shared/contract/index.ts';
import { designFormat, emptyDesign } from '#shared/design/document.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { templateCategories } from '#shared/design/template.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { createTestStudio, projectRoot, startStudio, type TestStudio } from '#main/core/testing/studio.ts';
import { fontFiles } from '#main/media/painter/font-files.ts';
import type { Studio } from '#main/ports/studio.ts';

const fontPath = fontFiles(projectRoot).find(({ id }) => id === 'inter-700')?.path ?? '';
let team: TestStudio;
let studio: Studio;
let folder = '';
let workspace = '';
let job: TestStudio['job'];
const seen: { kind: string; ids: string[] }[] = [];

beforeEach(async () => {
  team = await createTestStudio();
  ({ studio, folder, workspace, job } = team);
  await studio.call('settings.set', { language: 'en' });
  seen.length = 0;
  studio.events.subscribe((name, payload) => {
    if (name === 'records.changed') seen.push(payload as (typeof seen)[number]);
  });
});
afterEach(() => team.remove());

async function upload(name: string, bytes: Buffer) {
  const stream = (async function* () {
    yield bytes;
  })();
  const { uploadId } = await studio.receiveUpload(name, stream, new AbortController().signal);
  return { kind: 'upload' as const, uploadId };
}

const place = { pageId: 'page-1', order: 'a0' };

async function makeDesign(nodes: Record<string, object>) {
  const { id, revision } = await studio.call('designs.create', { name: 'Card', width: 64, height: 64 });
  const body = { ...emptyDesign(64, 64, 'page-1'), nodes };
  return studio.call('designs.save', { id, revision, document: { kind: 'design', version: 2, body } });
}

async function colourAt(path: string): Promise<number[]> {
  const { file } = await studio.media(path);
  const { data } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray(0, 3)];
}

describe('the brand', () => {
  it('begins as Galley’s own and is saved once at a time', async () => {
    const brand = await studio.call('brand.get', {});
    expect(brand).toMatchObject({ revision: 0, name: 'Team' });
    expect(brand.colours.map(({ token }) => token)).toEqual(['ink', 'paper', 'accent']);
    const colours = [...brand.colours, { token: 'sea', name: '海', hex: '#3d8291' }];
    const saved = await studio.call('brand.save', { brand: { ...brand, colours } });
    expect(saved.revision).toBe(1);
    expect(await studio.call('brand.get', {})).toEqual(saved);
    expect(seen).toEqual([{ kind: 'brand', ids: [] }]);
    await expect(studio.call('brand.save', { brand })).rejects.toMatchObject({
      code: 'conflict',
      detail: { current: saved },
    });
    const twice = { ...saved, colours: [...colours, ...colours] };
    await expect(studio.call('brand.save', { brand: twice })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('changes the pictures of designs that use its colours', async () => {
    const fill = { ...rectangleDefaults, ...place, id: 'fill', width: 64, height: 64, fill: 'token:accent' };
    const { id } = await makeDesign({ fill });
    const before = await studio.call('designs.get', { id });
    const version = await studio.call('designs.keepVersion', { id, name: 'Red' });
    expect(await colourAt(`design/${id}`)).toEqual([0xd9, 0x43, 0x2f]);
    expect(await colourAt(version.thumbnail)).toEqual([0xd9, 0x43, 0x2f]);
    const brand = await studio.call('brand.get', {});
    const colours = brand.colours.map((colour) => ({ ...colour, hex: '#00ff00' }));
    await studio.call('brand.save', { brand: { ...brand, colours } });
    expect(await colourAt(`design/${id}`)).toEqual([0, 255, 0]);
    expect(await colourAt(version.thumbnail)).toEqual([0, 255, 0]);
    const [again] = await studio.call('designs.versions', { id });
    expect(again?.thumbnail).toBe(`${version.thumbnail}?b=1`);
    const after = await studio.call('designs.get', { id });
    expect(after.revision).toBe(before.revision);
    expect(after.thumbnail).not.toBe(before.thumbnail);
    const { items } = await studio.call('designs.list', {});
    expect(items[0]?.thumbnail).toBe(after.thumbnail);
  });
});

describe('pages as clips show them', () => {
  it('come without paper, or re-arranged for a frame; a page that is not there is refused', async () => {
    const fill = { ...rectangleDefaults, ...place, id: 'fill', width: 20, height: 20, fill: '#0000ff' };
    const { id } = await makeDesign({ fill });
    const pixels = async (path: string) => {
      const { file } = await studio.media(path);
      const { data, info } = await sharp(file).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
      const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 4).subarray(0, 4)];
      return { width: info.width, height: info.height, at, file };
    };
    const paper = await pixels(`design/${id}.1`);
    const clear = await pixels(`design-clear/${id}.1`);
    expect(paper.at(5, 5)).toEqual([0, 0, 255, 255]);
    expect(clear.at(5, 5)).toEqual([0, 0, 255, 255]);
    expect(paper.at(50, 50)[3]).toBe(255);
    expect(clear.at(50, 50)[3]).toBe(0);
    expect((await pixels(`design-clear/${id}.1`)).file).toBe(clear.file);
    const sized = await pixels(`design-sized/${id}.1x90x160`);
    expect([sized.width, sized.height, sized.at(45, 155)[3]]).toEqual([90, 160, 255]);
    for (const wrong of ['design-clear', 'design-sized'].flatMap((kind) =>
      ['.2', '.0', '.x', '.1x9x9', '.1x90', '.1x90x160000', '.9x90x160'].map((end) => `${kind}/${id}${end}`),
    ))
      await expect(studio.media(wrong)).rejects.toMatchObject({ code: 'not-found' });
    await expect(studio.media('design-clear/none.1')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('templates', () => {
  it('come with words in the asked language', async () => {
    const starters = await studio.call('designs.templates', {});
    expect(starters.length).toBeGreaterThan(5);
    expect(
      starters.every(
        ({ own, category }) => !own && (templateCategories as readonly string[]).includes(category),
      ),
    ).toBe(true);
    expect(starters[0]?.thumbnail).toMatch(/\.en$/);
    const chinese = await studio.call('designs.templates', { language: 'zh' });
    expect(chinese[0]?.thumbnail).toMatch(/\.zh$/);
    const { file } = await studio.media(chinese[0]?.thumbnail ?? '');
    expect((await sharp(file).metadata()).format).toBe('png');
    await expect(studio.media('template/none.zh')).rejects.toMatchObject({ code: 'not-found' });
    const made = await studio.call('designs.create', {
      name: 'Square',
      template: starters[0]?.id,
      width: 1080,
      height: 1080,
    });
    expect(made).toMatchObject({ width: 1080, height: 1080 });
  });

  it('of one’s own are copies, listed first, no designs, and come back after removal', async () => {
    const words = { ...textDefaults, ...place, id: 't', text: 'Mine', lockedAspects: ['style'] };
    const { id } = await makeDesign({ words: { ...words, id: 'words' } });
    const template = await studio.call('designs.saveTemplate', { id, name: 'House', category: 'quote' });
    expect((await studio.call('designs.list', {})).total).toBe(1);
    expect(await studio.call('workspace.stats', {})).toMatchObject({ designs: 1 });
    await studio.call('designs.trash', { ids: [id] });
    const own = (await studio.call('designs.templates', {}))[0];
    expect(own).toMatchObject({ id: template.id, own: true, name: { en: 'House', zh: 'House' }, width: 64 });
    expect((await sharp((await studio.media(own?.thumbnail ?? '')).file).metadata()).width).toBe(64);
    const made = await studio.call('designs.create', { name: 'New', template: template.id });
    expect(readDocument(designFormat, made.document).body.nodes.words).toMatchObject({
      text: 'Mine',
      lockedAspects: ['style'],
    });
    await studio.call('designs.removeTemplate', { id: template.id });
    expect((await studio.call('designs.templates', {})).some(({ own: mine }) => mine)).toBe(false);
    await studio.call('designs.restoreTemplate', { id: template.id });
    expect((await studio.call('designs.templates', {}))[0]?.id).toBe(template.id);
  });
});

describe('fonts of one’s own', () => {
  it('are taken from uploads, listed, served, and refused by name', async () => {
    const sources = [
      await upload('Inter.ttf', readFileSync(fontPath)),
      await upload('bad.ttf', Buffer.from('x')),
    ];
    const { imported, refused } = await job('fonts.import', { sources });
    expect(refused).toMatchObject([{ name: 'bad.ttf', failure: { code: 'unreadable-file' } }]);
    expect(imported).toMatchObject([{ name: 'Inter Bold', weight: 700, duplicate: false, note: null }]);
    const family = imported[0]?.family ?? '';
    expect(family).toMatch(/^user-[0-9a-f]{12}$/);
    expect(readdirSync(join(folder, 'uploads'))).toEqual([]);
    const fonts = await studio.call('designs.fonts', {});
    expect(fonts.at(-1)).toMatchObject({ family, own: true, weight: 700, url: `font/${family}` });
    expect(fonts.filter(({ own }) => own)).toHaveLength(1);
    const served = await studio.media(`font/${family}`);
    expect(served.type).toBe('font/ttf');
    expect(readFileSync(served.file).equals(readFileSync(fontPath))).toBe(true);
    const again = await job('fonts.import', { sources: [{ kind: 'path', path: fontPath }] });
    expect(again.imported).toMatchObject([{ family, duplicate: true }]);
    expect((await studio.call('workspace.check', {})).ok).toBe(true);
  });

  it('stay while something uses them, and are missed when their file goes', async () => {
    const { imported } = await job('fonts.import', { sources: [{ kind: 'path', path: fontPath }] });
    const family = imported[0]?.family ?? '';
    const words = { ...textDefaults, ...place, id: 'words', text: 'Mine', fontFamily: family };
    const { id } = await makeDesign({ words });
    await expect(studio.call('fonts.remove', { family })).rejects.toMatchObject({
      code: 'conflict',
      detail: { users: ['Card'] },
    });
    const served = await studio.media(`font/${family}`);
    rmSync(served.file);
    expect((await studio.call('workspace.check', {})).problems.map(({ code }) => code)).toEqual([
      'fonts-missing',
    ]);
    await job('fonts.import', { sources: [{ kind: 'path', path: fontPath }] });
    expect((await studio.call('workspace.check', {})).ok).toBe(true);
    await studio.call('designs.trash', { ids: [id] });
    await studio.call('fonts.remove', { family });
    await expect(studio.media(`font/${family}`)).rejects.toMatchObject({ code: 'not-found' });
    await expect(studio.call('fonts.remove', { family: 'Inter' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(readdirSync(join(workspace, 'fonts'))).toEqual([]);
  });
});

describe('merging', () => {
  const words = { ...textDefaults, ...place, id: 'words', text: 'Hi {{name}}' };
  const photo = { ...imageDefaults, ...place, id: 'photo', order: 'a1', bound: { picture: 'photo' } };

  async function photoInLibrary() {
    const path = join(folder, 'Sea.png');
    const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#0000ff' } });
    await picture.png().toFile(path);
    const { imported } = await job('assets.import', { sources: [{ kind: 'path', path }] });
    return imported[0]?.id ?? '';
  }

  it('makes a design and a post of each row from a table, and says what failed', async () => {
    const assetId = await photoInLibrary();
    const { id } = await makeDesign({ words, photo });
    const source = await upload(
      'rows.csv',
      Buffer.from('Name,photo,text\nAda,sea,Hello\nBo,gone.png,Hello\n'),
    );
    const table = await job('tables.read', { source, name: 'rows.csv' });
    const { results, errors } = await job('designs.merge', {
      id,
      table,
      name: '{{name}} card',
      postBody: '{{text}} {{name}}',
      formats: ['x/post'],
    });
    expect(errors).toMatchObject([{ row: 2, message: { en: expect.stringContaining('gone.png') } }]);
    expect(results).toHaveLength(1);
    const design = await studio.call('designs.get', { id: results[0]?.designId ?? '' });
    expect(design.name).toBe('Ada card');
    const { nodes } = readDocument(designFormat, design.document).body;
    expect(nodes).toMatchObject({ words: { text: 'Hi Ada' }, photo: { assetId } });
    const post = await studio.call('posts.get', { id: results[0]?.postId ?? '' });
    expect(post).toMatchObject({
      title: 'Ada card',
      body: 'Hello Ada',
      status: 'draft',
      attachments: [{ kind: 'design', refId: design.id }],
      targets: [{ format: 'x/post' }],
    });
    expect((await studio.call('designs.list', {})).total).toBe(2);
    expect((await studio.call('assets.usedIn', { id: assetId })).length).toBeGreaterThan(0);
  });

  it('makes no posts without words, and refuses what cannot fit', async () => {
    const { id } = await makeDesign({ words });
    const table = { columns: ['name'], rows: [['A'], ['B']] };
    const input = { id, name: '{{name}}', postBody: '' };
    const { results } = await job('designs.merge', { ...input, table });
    expect(results.map(({ row, postId }) => [row, postId])).toEqual([
      [1, null],
      [2, null],
    ]);
    expect((await studio.call('posts.list', {})).total).toBe(0);
    await expect(
      job('designs.merge', { ...input, table: { columns: ['x'], rows: [] } }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      detail: { missing: ['name'] },
    });
    const plain = await makeDesign({});
    await expect(job('designs.merge', { ...input, id: plain.id, table })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(job('designs.merge', { ...input, table, formats: ['x/none'] })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });

  it('keeps and reports what was finished when it is cancelled', async () => {
    const { id } = await makeDesign({ words });
    const rows = Array.from({ length: 400 }, (_, index) => [`Row ${index}`]);
    const { jobId } = await studio.call('designs.merge', {
      id,
      table: { columns: ['name'], rows },
      name: '{{name}}',
      postBody: '',
    });
    const stop = studio.events.subscribe((name, payload) => {
      if (name === 'records.changed' && (payload as { kind: string }).kind === 'design')
        studio.jobs.cancel(jobId);
    });
    const { results } = (await studio.jobs.finished(jobId)) as CallOutput<'designs.merge'>;
    stop();
    expect(results.length).toBeGreaterThan(0);
    expect(results.length).toBeLessThan(400);
    expect((await studio.call('designs.list', {})).total).toBe(results.length + 1);
  });
});

it('lets no browser name a file of this machine', async () => {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, 'a\n1\n');
  const web = await startStudio(folder, 'web', '-web');
  const source = { kind: 'path' as const, path };
  await expect(web.call('tables.read', { source, name: 'rows.csv' })).rejects.toMatchObject({
    code: 'unavailable',
  });
  await expect(web.call('fonts.import', { sources: [source] })).rejects.toMatchObject({
    code: 'unavailable',
  });
  await web.close();
});
