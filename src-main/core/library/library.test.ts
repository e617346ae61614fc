import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportResult, ImportSource } from '#shared/contract/assets.ts';
import type { Studio } from '#main/ports/studio.ts';
import { createTestStudio, startStudio, type TestStudio } from '../testing/studio.ts';

let team: TestStudio;
let studio: Studio;
let folder = '';
let workspace = '';

function filesUnder(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

function importAll(sources: ImportSource[]): Promise<ImportResult> {
  return team.job('assets.import', { sources });
}

async function picture(name: string, colour: string): Promise<string> {
  const path = join(folder, name);
  await sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
    .png()
    .toFile(path);
  return path;
}

async function* chunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100);
}

beforeEach(async () => {
  team = await createTestStudio();
  ({ studio, folder, workspace } = team);
});

afterEach(() => team.remove());

describe('taking files in', () => {
  it('stores a file once under its hash, however often and under whatever name it comes', async () => {
    const red = await picture('red.png', '#d9432f');
    writeFileSync(join(folder, 'copy of red.png'), readFileSync(red));
    const first = await importAll([{ kind: 'path', path: red }]);
    const again = await importAll([{ kind: 'path', path: join(folder, 'copy of red.png') }]);
    const sha256 = createHash('sha256').update(readFileSync(red)).digest('hex');
    expect(first.imported[0]).toMatchObject({
      sha256,
      kind: 'image',
      type: 'image/png',
      width: 320,
      height: 200,
      name: 'red.png',
    });
    expect(again).toMatchObject({ imported: [], duplicates: [{ id: first.imported[0]?.id }] });
    expect(filesUnder(join(workspace, 'assets'))).toEqual([`${sha256}.png`]);
  });

  it('refuses what cannot be read by name, with a reason in both languages, and keeps nothing of it', async () => {
    const good = await picture('good.png', '#2f6f7e');
    writeFileSync(join(folder, 'text.mp4'), 'only words');
    writeFileSync(join(folder, 'half.png'), readFileSync(good).subarray(0, 60));
    writeFileSync(join(folder, 'empty.jpg'), '');
    const names = ['text.mp4', 'good.png', 'half.png', 'empty.jpg', 'missing.png'];
    const result = await importAll(names.map((name) => ({ kind: 'path', path: join(folder, name) })));
    expect(result.imported.map((asset) => asset.name)).toEqual(['good.png']);
    expect(result.refused.map((item) => item.name).toSorted()).toEqual([
      'empty.jpg',
      'half.png',
      'missing.png',
      'text.mp4',
    ]);
    for (const { failure } of result.refused) {
      expect(failure.code).not.toBe('internal');
      expect(failure.message.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    expect(filesUnder(join(workspace, 'assets'))).toHaveLength(1);
  });

  it('takes folders with all that is in them', async () => {
    mkdirSync(join(folder, 'shoot/day 1'), { recursive: true });
    await picture('shoot/a.png', '#111111');
    await picture('shoot/day 1/b.png', '#222222');
    const result = await importAll([{ kind: 'path', path: join(folder, 'shoot') }]);
    expect(result.imported.map((asset) => asset.name).toSorted()).toEqual(['a.png', 'b.png']);
  });

  it('takes uploads under the name they had, also a hostile one, and leaves none behind', async () => {
    const bytes = readFileSync(await picture('sent.png', '#6b8f5b'));
    const signal = new AbortController().signal;
    const { uploadId } = await studio.receiveUpload('../../evil: 海.png', chunks(bytes), signal);
    const result = await importAll([{ kind: 'upload', uploadId }]);
    expect(result.imported[0]?.name).toMatch(/海\.png$/);
    expect(result.imported[0]?.name).not.toMatch(/[/:]/);
    expect(filesUnder(join(folder, 'uploads'))).toEqual([]);
    expect((await importAll([{ kind: 'upload', uploadId }])).refused[0]?.failure.code).toBe('not-found');
  });

  it('keeps nothing of an upload that was cut off', async () => {
    const stop = new AbortController();
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(1000);
      stop.abort();
      yield Buffer.alloc(1000);
    }
    await expect(studio.receiveUpload('a.png', cut(), stop.signal)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(filesUnder(join(folder, 'uploads'))).toEqual([]);
  });
});

describe('the media route', () => {
  it('hands out originals, thumbnails and pictures by id, and nothing by path', async () => {
    const { imported } = await importAll([{ kind: 'path', path: await picture('red.png', '#d9432f') }]);
    const id = imported[0]?.id ?? '';
    expect((await studio.media(`asset/${id}`)).type).toBe('image/png');
    expect((await sharp((await studio.media(`thumb/${id}`)).file).metadata()).width).toBe(320);
    expect((await sharp((await studio.media(`picture/${id}`)).file).metadata()).width).toBe(320);
    for (const path of [
      'asset/../../workspace.db',
      'asset/%2e%2e',
      `asset/${id}/x`,
      'font/nope',
      'export/nope',
      'strip/..',
      'x/y',
      '',
    ]) {
      await expect(studio.media(path), path).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('paints every page of a design, and again after a change', async () => {
    const { id, revision } = await studio.call('designs.create', { name: 'Two', width: 200, height: 100 });
    const page = (pageId: string, order: string, background: string) => ({
      id: pageId,
      name: '',
      order,
      background,
    });
    const body = {
      width: 200,
      height: 100,
      nodes: {},
      pages: { a: page('a', 'a0', '#ff0000'), b: page('b', 'a1', '#0000ff') },
    };
    await studio.call('designs.save', { id, revision, document: { kind: 'design', version: 1, body } });
    const colour = async (path: string): Promise<number[]> => {
      const { data } = await sharp((await studio.media(path)).file)
        .raw()
        .toBuffer({ resolveWithObject: true });
      return [...data.subarray(0, 3)];
    };
    expect(await colour(`design/${id}`)).toEqual([255, 0, 0]);
    expect(await colour(`design/${id}.2`)).toEqual([0, 0, 255]);
    await expect(studio.media(`design/${id}.3`)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('files of this machine', () => {
  it('are refused to a browser', async () => {
    const web = await startStudio(folder, 'web', '-web');
    try {
      const answer = await web.dispatch('files.clipProbe', { in: '/etc/passwd' });
      expect(answer).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
      const job = await web.dispatch('files.image', {
        in: '/etc/passwd',
        format: 'x/post',
        out: '/tmp/x.png',
      });
      expect(job).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
      await web.call('workspace.create', { name: 'Web' });
      const named = await web.dispatch('assets.import', { sources: [{ kind: 'path', path: '/etc/passwd' }] });
      expect(named).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
    } finally {
      await web.close();
    }
  });
});
