import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { clipFormat, describeClip, wholeClip } from '#shared/clip/document.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { writeDocument } from '#shared/documents/envelope.ts';
import { writeAtomically } from '#main/media/files/atomic.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { createClipHandlers } from './clips.ts';
import { createLutHandlers } from './luts.ts';

let studio: TestWorkspace;
let folder: string;
let luts: ReturnType<typeof createLutHandlers>;

const job = { id: 'job', signal: new AbortController().signal, progress: () => {} };
const table = 'LUT_3D_SIZE 2\n0 0 0\n1 0 0\n0 1 0\n1 1 0\n0 0 1\n1 0 1\n0 1 1\n1 1 1\n';

function bring(name: string, text: string): Promise<CallOutput<'luts.import'>> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return luts['luts.import'].run({ source: { kind: 'path', path }, name }, job);
}

beforeEach(() => {
  studio = createTestWorkspace();
  folder = mkdtempSync(join(tmpdir(), 'galley-luts-'));
  const files = { writeAtomically, copyHashed: () => Promise.reject(new Error('not used')) };
  luts = createLutHandlers({ kind: 'cli', dialogs: null }, studio.context, files, folder);
});
afterEach(() => {
  studio.remove();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps a table once, however often it comes, and checks its file', async () => {
  const warm = await bring('Warm.cube', table);
  expect(warm).toMatchObject({ name: 'Warm', size: 2 });
  expect((await bring('Other.cube', `# the same\n${table}`)).id).toBe(warm.id);
  const session = studio.reopen();
  expect(luts['luts.list']({})).toEqual([warm]);
  expect(readFileSync(session.lutPath(warm.id), 'utf8')).toContain('LUT_3D_SIZE 2');
  expect(session.check({ hashes: true })).toEqual({ ok: true, problems: [] });
  writeFileSync(session.lutPath(warm.id), 'damaged');
  expect(session.check().problems.map(({ code }) => code)).toEqual(['luts-missing']);
});

it('refuses what is no table, and leaves nothing of it', async () => {
  await expect(bring('page.cube', '<html>')).rejects.toMatchObject({ code: 'unreadable-file' });
  expect(luts['luts.list']({})).toEqual([]);
});

it('is not removed while a clip uses it', async () => {
  const { id } = await bring('Warm.cube', table);
  const clips = createClipHandlers({
    ...studio.context,
    describeEdit: describeClip,
    blankEdit: (asset) => wholeClip(asset.id, asset.duration),
  });
  const edit = writeDocument(clipFormat, {
    segments: [{ id: 's', kind: 'colour', colour: '#102030', duration: 2, picture: { lut: id } }],
  });
  const clip = await clips['clips.create']({ edit, name: 'Blue' });
  expect(clip).toMatchObject({ assetId: null, duration: 2, thumbnail: '' });
  await expect(luts['luts.remove']({ id })).rejects.toMatchObject({
    code: 'conflict',
    message: '“Warm” is used by “Blue”. Take it off those clips first.',
  });
  await clips['clips.trash']({ ids: [clip.id] });
  await luts['luts.remove']({ id });
  expect(luts['luts.list']({})).toEqual([]);
});
