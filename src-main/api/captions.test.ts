import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultCaptionStyle } from '#shared/clip/captions/styles.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { createOfferedFiles } from '#main/core/media-route.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { writeAtomically } from '#main/media/files/atomic.ts';
import { createCaptionFileHandlers, createCaptionHandlers } from './captions.ts';

let studio: TestWorkspace;
let folder: string;
let captions: ReturnType<typeof createCaptionHandlers>;

const job = { id: 'job', signal: new AbortController().signal, progress: () => {} };
const files = { writeAtomically, copyHashed: () => Promise.reject(new Error('not used')) };
const offered = createOfferedFiles();
const srt = '1\n00:00:01,000 --> 00:00:02,500\n你好，世界\n';

beforeEach(() => {
  studio = createTestWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'galley-captions-api-'));
  const host = { kind: 'cli', dialogs: null } as const;
  captions = createCaptionHandlers({ host, context: studio.context, files, offered, uploads: folder });
  writeFileSync(join(folder, 'in.srt'), srt);
});
afterEach(() => {
  studio.remove();
  rmSync(folder, { recursive: true, force: true });
});

const source = (name: string) => ({ source: { kind: 'path' as const, path: join(folder, name) }, name });
const edit: ClipEdit = {
  segments: [{ id: 's', kind: 'colour', colour: '#000000', duration: 5 }],
  frame: { width: 1080, height: 1920 },
  captions: [
    {
      id: 'zh',
      name: '中文',
      language: 'zh',
      burn: true,
      style: { ...defaultCaptionStyle, colour: 'token:accent' },
      cues: [{ id: 'c1', from: 1, to: 2.5, text: '你好，世界' }],
    },
  ],
};

it('reads a file and writes a track, under names that are free', async () => {
  const read = await captions['captions.read'].run(source('in.srt'), job);
  expect(read).toEqual({ type: 'srt', encoding: 'utf-8', notes: [], cues: edit.captions?.[0]?.cues });
  const wanted = { edit, trackId: 'zh', type: 'srt' as const, name: 'Beach: day.srt' };
  const first = await captions['captions.write'].run(wanted, job);
  const second = await captions['captions.write'].run(wanted, job);
  expect(second.name).not.toBe(first.name);
  const exports = studio.context.holder.current().paths.exports;
  expect(readdirSync(exports).toSorted()).toEqual([first.name, second.name].toSorted());
  expect(readFileSync(join(exports, first.name), 'utf8')).toBe(srt);
  expect(offered.find(first.url.replace('export/', ''))).toEqual({
    file: join(exports, first.name),
    type: 'application/x-subrip',
  });
});

it('gives ASS the frame and look of the clip', async () => {
  const { name } = await captions['captions.write'].run({ edit, trackId: 'zh', type: 'ass', name: 'a' }, job);
  const ass = readFileSync(join(studio.context.holder.current().paths.exports, name), 'utf8');
  expect(ass).toContain('PlayResX: 1080\nPlayResY: 1920');
  expect(ass).not.toContain('token:');
  expect(ass).toContain('Dialogue: 0,0:00:01.00,0:00:02.50,Galley,,0,0,0,,你好，世界');
});

it('refuses what is not there or no captions', async () => {
  await expect(captions['captions.read'].run(source('no.srt'), job)).rejects.toMatchObject({
    code: 'not-found',
  });
  writeFileSync(join(folder, 'page.srt'), '<html>');
  await expect(captions['captions.read'].run(source('page.srt'), job)).rejects.toMatchObject({
    code: 'unreadable-file',
  });
  const gone = captions['captions.write'].run({ edit, trackId: 'no', type: 'srt', name: 'a' }, job);
  await expect(gone).rejects.toMatchObject({ code: 'not-found' });
});

it('converts files for the command line, replacing only on wish', async () => {
  const convert = createCaptionFileHandlers({ kind: 'cli', dialogs: null }, files)['files.clipCaptions'].run;
  const [path, out] = [join(folder, 'in.srt'), join(folder, 'out.ass')];
  const wanted = { in: path, out, shift: 0, force: false };
  expect(await convert(wanted, job)).toEqual({ out, cues: 1, repaired: [] });
  await expect(convert(wanted, job)).rejects.toThrow('exists already');
  const moved = await convert({ ...wanted, force: true, shift: -3, type: 'vtt' }, job);
  expect(moved).toMatchObject({
    cues: 0,
    repaired: [{ en: expect.stringContaining('outside of the clip') }],
  });
  await expect(convert({ ...wanted, force: true, encoding: 'klingon' }, job)).rejects.toThrow('is not known');
  writeFileSync(path, 'WEBVTT\n');
  await expect(convert({ ...wanted, force: true }, job)).rejects.toMatchObject({ code: 'unreadable-file' });
  expect(readFileSync(out, 'utf8')).toBe('WEBVTT\n');
});

it('takes no paths from browsers', () => {
  const web = createCaptionHandlers({
    host: { kind: 'web', dialogs: null },
    context: studio.context,
    files,
    offered,
    uploads: folder,
  });
  expect(() => web['captions.read'].title(source('in.srt'))).toThrow();
});
