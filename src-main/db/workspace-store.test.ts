import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { workspaceSchema } from '#shared/domain/workspace.ts';
import { type AssetFacts, registerAssets } from '#main/core/assets/register.ts';
import { recoverWorkspace } from './recover.ts';
import { createTestWorkspace } from './test-workspace.ts';
import { folderWarnings } from './workspace-folder.ts';
import { createWorkspaceStore } from './workspace-store.ts';

function registerAsset(context: Parameters<typeof registerAssets>[0], facts: AssetFacts) {
  const [registered] = registerAssets(context, [facts]);
  if (!registered) throw new Error('nothing was registered');
  return registered;
}

let folder: string;
let root: string;
const store = () => createWorkspaceStore({ documents: folder }, { now: () => new Date() });
const details = { name: '秋 Studio', zone: 'Asia/Shanghai', isSample: false };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-store-'));
  root = join(folder, 'Studio');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failing = (code: string, words: string) =>
  expect.objectContaining({
    code,
    sentence: { en: expect.stringContaining(words), zh: expect.any(String) },
  });

describe('a workspace folder', () => {
  it('is made whole and opens again', () => {
    const session = store().create(root, details);
    const workspace = session.workspace();
    expect(workspaceSchema.parse(workspace)).toMatchObject({ name: '秋 Studio', path: root, warnings: [] });
    session.close();
    expect(readdirSync(root).toSorted()).toEqual([
      'README.txt',
      'assets',
      'backups',
      'cache',
      'exports',
      'fonts',
      'luts',
      'workspace.db',
    ]);
    expect(readFileSync(join(root, 'README.txt'), 'utf8')).toMatch(/Galley workspace[\s\S]*工作区/);
    const again = store().open(root);
    expect(again.workspace()).toEqual(workspace);
    expect(again.check()).toEqual({ ok: true, problems: [] });
    again.close();
  });

  it('is not made among other files or over a workspace', () => {
    mkdirSync(root);
    writeFileSync(join(root, 'mine.txt'), 'mine');
    expect(() => store().create(root, details)).toThrow(failing('conflict', 'holds other files'));
    expect(readdirSync(root)).toEqual(['mine.txt']);
    const other = join(folder, 'Other');
    store().create(other, details).close();
    expect(() => store().create(other, details)).toThrow(failing('conflict', 'already is a workspace'));
    expect(() => store().create(join(root, 'mine.txt'), details)).toThrow(failing('invalid-input', 'a file'));
  });

  it('says what is wrong with a folder that is none', () => {
    expect(() => store().open(root)).toThrow(failing('not-found', 'no folder'));
    mkdirSync(root);
    expect(() => store().open(root)).toThrow(failing('not-found', 'not a Galley workspace'));
    store().create(join(root, 'Inner'), details).close();
    expect(() => store().open(root)).toThrow(failing('not-found', 'Inner'));
    expect(() => store().open(join(root, 'Inner', 'README.txt'))).toThrow(
      failing('unreadable-file', 'a file'),
    );
    expect(existsSync(join(root, 'workspace.lock'))).toBe(false);
  });

  // Root may write everywhere: only an ordinary user can see this one.
  it.skipIf(process.getuid?.() === 0)('says that a folder is read-only', () => {
    store().create(root, details).close();
    chmodSync(root, 0o500);
    expect(() => store().open(root)).toThrow(failing('unavailable', 'read-only'));
    chmodSync(root, 0o700);
  });

  it('suggests free folder names that every system takes', () => {
    expect(store().suggest('A/B: C?')).toBe(join(folder, 'AB C'));
    expect(store().suggest('con')).toBe(join(folder, 'Workspace con'));
    expect(store().suggest('👩‍👩‍👧'.repeat(40))).toBe(join(folder, '👩‍👩‍👧'.repeat(10)));
    mkdirSync(root);
    expect(store().suggest('Studio')).toBe(join(folder, 'Studio 2'));
  });

  it.each([
    ['/Users/li/Dropbox/Studio', 'Dropbox'],
    ['/Users/li/Library/Mobile Documents/com~apple~CloudDocs/Studio', 'iCloud'],
    ['C:\\Users\\li\\OneDrive - Firma\\Studio', 'OneDrive'],
    ['/Users/li/Google Drive/Studio', 'Google Drive'],
    ['D:\\我的坚果云\\Studio', '坚果云'],
  ])('warns in %s', (path, service) => {
    expect(folderWarnings(path)[0]?.en).toContain(service);
    expect(folderWarnings(path.replace(/Dropbox|OneDrive|Drive|坚果云|Library/g, 'Box'))).toEqual([]);
  });
});

describe('the lock', () => {
  it('refuses a second opening here and in another process, naming the owner', async () => {
    store().create(root, details).close();
    const session = store().open(root);
    expect(() => store().open(root)).toThrow(failing('conflict', `process ${process.pid}`));
    session.close();

    const child = spawn(process.execPath, [
      fileURLToPath(new URL('kill-drill-child.ts', import.meta.url)),
      root,
    ]);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(() => store().open(root)).toThrow(failing('conflict', `process ${child.pid}`));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));

    const after = store().open(root);
    expect(after.workspace().counts.posts).toBeGreaterThan(0);
    after.close();
    expect(existsSync(join(root, 'workspace.lock'))).toBe(false);
  });

  it('takes over what no living process holds, but not what another computer holds', () => {
    store().create(root, details).close();
    const lock = join(root, 'workspace.lock');
    writeFileSync(lock, '{"pid": 1');
    store().open(root).close();
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: 'nas', startedAt: '2026-01-01T00:00:00Z' }));
    expect(() => store().open(root)).toThrow(failing('conflict', '“nas”'));
    expect(existsSync(lock)).toBe(true);
  });
});

it('lets exactly one of four processes take over a dead lock', async () => {
  store().create(root, details).close();
  writeFileSync(
    join(root, 'workspace.lock'),
    JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), startedAt: '' }),
  );
  const script = fileURLToPath(new URL('kill-drill-child.ts', import.meta.url));
  const children = Array.from({ length: 4 }, () => spawn(process.execPath, [script, root]));
  const outcomes = children.map(
    (child) =>
      new Promise<'opened' | 'refused'>((resolve) => {
        child.stdout.once('data', () => resolve('opened'));
        child.once('close', () => resolve('refused'));
      }),
  );
  const ends = children.map((child) => new Promise((resolve) => child.once('close', resolve)));
  expect((await Promise.all(outcomes)).toSorted()).toEqual(['opened', 'refused', 'refused', 'refused']);
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(ends);
});

describe('opening', () => {
  it('removes unfinished files and moves old orphans to the trash', () => {
    const session = store().create(root, details);
    const { assets, cache } = session.paths;
    session.close();
    mkdirSync(join(assets, 'ab'));
    for (const name of ['abold.jpg', 'abnew.jpg', 'abhalf.jpg.part'])
      writeFileSync(join(assets, 'ab', name), 'x');
    const long = new Date(Date.now() - 2 * 60 * 60 * 1000);
    utimesSync(join(assets, 'ab', 'abold.jpg'), long, long);
    store().open(root).close();
    expect(readdirSync(join(assets, 'ab'))).toEqual(['abnew.jpg']);
    expect(readdirSync(join(cache, 'trash'))).toEqual(['abold.jpg']);
  });

  it('makes one backup a day and keeps seven', () => {
    let now = new Date();
    const moving = createWorkspaceStore({ documents: folder }, { now: () => now });
    const session = moving.create(root, details);
    const { backups } = session.paths;
    session.close();
    for (let day = 0; day < 9; day += 1) {
      moving.open(root).close();
      now = new Date(now.getTime() + 25 * 60 * 60 * 1000);
    }
    expect(readdirSync(backups)).toHaveLength(7);
  });
});

it('opens with a warning when the daily backup cannot be written', () => {
  const now = new Date('2026-11-22T06:30:00Z');
  const fixed = createWorkspaceStore({ documents: folder }, { now: () => now });
  const made = fixed.create(root, details);
  const { backups } = made.paths;
  made.close();
  for (const name of readdirSync(backups)) rmSync(join(backups, name));
  // A folder where the copy is to be written.
  mkdirSync(join(backups, 'automatic-2026-11-22T06-30-00.db.part'));
  const session = fixed.open(root);
  expect(session.workspace().warnings[0]?.en).toContain('backup');
  session.close();
});

describe('recovery', () => {
  it('puts the damaged file aside and restores the newest good backup', async () => {
    const session = store().create(root, details);
    const { path } = await session.backup(undefined, {});
    session.close();
    writeFileSync(join(root, 'backups', 'zz-broken.db'), 'not a database');
    writeFileSync(join(root, 'workspace.db'), 'damaged');
    expect(() => store().open(root)).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ damaged: true }) }),
    );
    const recovery = recoverWorkspace(root);
    expect(recovery.restoredFrom).toBe(path);
    expect(readFileSync(join(recovery.quarantine ?? '', 'workspace.db'), 'utf8')).toBe('damaged');
    const restored = store().open(root);
    expect(restored.workspace().name).toBe('秋 Studio');
    restored.close();
  });

  it('touches nothing when there is no good backup', () => {
    store().create(root, details).close();
    rmSync(join(root, 'backups'), { recursive: true });
    writeFileSync(join(root, 'workspace.db'), 'damaged');
    expect(() => recoverWorkspace(root)).toThrow(failing('not-found', 'no sound backup'));
    expect(readFileSync(join(root, 'workspace.db'), 'utf8')).toBe('damaged');
    expect(existsSync(join(root, 'workspace.lock'))).toBe(false);
  });
});

describe('backup and check', () => {
  it('copies a database that is in use, never over a file, and leaves nothing when cancelled', async () => {
    const session = store().create(root, details);
    const out = join(folder, 'copy.db');
    const { bytes } = await session.backup(out, {});
    expect(bytes).toBeGreaterThan(4096);
    await expect(session.backup(out, {})).rejects.toMatchObject({ code: 'conflict' });
    await expect(session.backup(join(folder, 'none', 'x.db'), {})).rejects.toMatchObject({
      code: 'not-found',
    });
    const other = join(folder, 'other.db');
    await expect(session.backup(other, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(readdirSync(folder).toSorted()).toEqual(['Studio', 'copy.db']);
    session.close();
  });

  it('names media files that are missing or changed', () => {
    const studio = createTestWorkspace();
    const add = (sha256: string, name: string) =>
      registerAsset(studio.context, {
        sha256,
        name,
        kind: 'image',
        type: 'image/jpeg',
        extension: 'jpg',
        bytes: 4,
        width: 1,
        height: 1,
        duration: 0,
        fps: null,
        codec: null,
        hasAudio: false,
        hasAlpha: false,
        animated: false,
        hasLocation: false,
      }).asset;
    // SHA-256 of "good".
    const good = add('770e607624d689265ca6c44884d0807d9b054d23c473c106c72be9de08b7376c', 'good.jpg');
    add('a'.repeat(64), 'missing.jpg');
    const session = studio.session();
    const path = session.assetPath(good);
    expect(path.startsWith(join(session.paths.assets, '77'))).toBe(true);
    mkdirSync(join(path, '..'));
    writeFileSync(path, 'good');
    expect(session.check({ hashes: true }).problems).toEqual([
      expect.objectContaining({ code: 'files-missing', count: 1 }),
    ]);
    writeFileSync(path, 'evil');
    expect(session.check().problems.map(({ code }) => code)).toEqual(['files-missing']);
    expect(session.check({ hashes: true }).problems.map(({ code }) => code)).toEqual([
      'files-missing',
      'files-changed',
    ]);
    studio.remove();
  });
});
