import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventName } from '#shared/contract/index.ts';
import { migrations } from '#main/db/migrations/all.ts';
import { createRecentStore, createSettingsStore } from '#main/db/user-files.ts';
import { createWorkspaceStore } from '#main/db/workspace-store.ts';
import { createEventHub } from '#main/jobs/event-hub.ts';
import { createWorkspaceHolder } from '#main/ports/workspace.ts';
import { createSettingsHandlers } from './settings.ts';
import { createWorkspaceHandlers } from './workspace.ts';

let folder: string;
let paths: { documents: string; settings: string };
let emitted: EventName[];
const clock = { now: () => new Date() };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-workspaces-'));
  paths = { documents: join(folder, 'Documents'), settings: join(folder, 'settings') };
  emitted = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start() {
  const events = createEventHub();
  events.subscribe((name) => emitted.push(name));
  const holder = createWorkspaceHolder();
  const handlers = createWorkspaceHandlers({
    holder,
    events,
    clock,
    store: createWorkspaceStore(paths, clock),
    recent: createRecentStore(paths, clock),
  });
  return {
    holder,
    handlers,
    settings: createSettingsHandlers({ events, settings: createSettingsStore(paths) }),
  };
}

describe('workspaces', () => {
  it('are created, switched, listed and closed', async () => {
    const { handlers, holder } = start();
    expect(await handlers['workspace.current']({})).toBeNull();
    expect(() => handlers['workspace.stats']({})).toThrow(expect.objectContaining({ code: 'unavailable' }));
    const first = await handlers['workspace.create']({ name: 'First', zone: 'Asia/Shanghai' });
    expect(first.path).toBe(join(paths.documents, 'First'));
    const second = await handlers['workspace.create']({ name: 'Second' });
    expect(existsSync(join(first.path, 'workspace.lock'))).toBe(false);
    expect(await handlers['workspace.open']({ path: second.path })).toEqual(second);
    expect(await handlers['workspace.open']({ path: first.path })).toEqual(first);
    expect((await handlers['workspace.recent']({})).map(({ name, exists }) => [name, exists])).toEqual([
      ['First', true],
      ['Second', true],
    ]);
    expect(() => handlers['workspace.open']({ path: join(folder, 'none') })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    expect(await handlers['workspace.current']({})).toEqual(first);
    expect(await handlers['workspace.update']({ name: '新名字' })).toMatchObject({
      name: '新名字',
      zone: 'Asia/Shanghai',
    });
    expect((await handlers['workspace.recent']({}))[0]?.name).toBe('新名字');
    expect(() => handlers['workspace.forget']({ path: first.path })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    await handlers['workspace.forget']({ path: second.path });
    expect(await handlers['workspace.recent']({})).toHaveLength(1);
    expect(await handlers['workspace.stats']({})).toMatchObject({
      posts: 0,
      assets: 0,
      schemaVersion: migrations.at(-1)?.version,
    });
    expect(await handlers['workspace.check']({})).toEqual({ ok: true, problems: [] });
    await handlers['workspace.close']({});
    expect(holder.peek()).toBeNull();
    expect(new Set(emitted)).toEqual(new Set(['workspace.changed']));
  });

  it('are backed up as a job', async () => {
    const { handlers, holder } = start();
    await handlers['workspace.create']({ name: 'First' });
    const { path, bytes } = await handlers['workspace.backup'].run(
      {},
      { id: 'job', signal: new AbortController().signal, progress: () => {} },
    );
    expect(readFileSync(path)).toHaveLength(bytes);
    holder.replace(null);
  });
});

describe('the files of the user', () => {
  it('keep settings, drop what is damaged, and keep what they do not know', async () => {
    const { settings } = start();
    expect(await settings['settings.get']({})).toMatchObject({ language: 'system', weekStart: null });
    await settings['settings.set']({ theme: 'dark' });
    expect(emitted).toEqual(['settings.changed']);
    const file = join(paths.settings, 'settings.json');
    writeFileSync(file, JSON.stringify({ theme: 'dark', language: 'klingon', later: 1 }));
    expect(await settings['settings.set']({ weekStart: 1 })).toMatchObject({
      theme: 'dark',
      language: 'system',
      weekStart: 1,
    });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ later: 1, weekStart: 1 });
    writeFileSync(file, '{"theme": "da');
    expect(await settings['settings.get']({})).toMatchObject({ theme: 'system' });
    expect(readdirSync(paths.settings)).toEqual(['settings.json']);
  });

  it('keep the recent list, damaged entries aside', async () => {
    const { handlers, holder } = start();
    await handlers['workspace.create']({ name: 'First' });
    const file = join(paths.settings, 'recent.json');
    const entries = JSON.parse(readFileSync(file, 'utf8')) as unknown[];
    writeFileSync(
      file,
      JSON.stringify([{ path: 5 }, ...entries, { name: 'x', path: '/gone', openedAt: 'then' }]),
    );
    expect((await handlers['workspace.recent']({})).map(({ name, exists }) => [name, exists])).toEqual([
      ['First', true],
      ['x', false],
    ]);
    writeFileSync(file, 'nonsense');
    expect(await handlers['workspace.recent']({})).toEqual([]);
    holder.replace(null);
  });
});
