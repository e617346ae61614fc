import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Connection, openConnection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { records } from './0010-records.ts';

let folder: string;
let connection: Connection;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-migration-'));
  connection = openConnection(join(folder, 'workspace.db'), true);
  migrate(connection, [records], () => {
    throw new Error('a new file needs no backup');
  });
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

it('makes every table, strict, in version 10', () => {
  expect(connection.pragma('user_version')).toBe(10);
  const tables = connection
    .all<{ name: string; strict: number; type: string }>('PRAGMA table_list')
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'));
  expect(tables.map(({ name }) => name).toSorted()).toEqual([
    'assets',
    'clips',
    'designs',
    'meta',
    'posts',
    'targets',
    'undo_log',
    'uses',
  ]);
  expect(tables.every(({ strict }) => strict === 1)).toBe(true);
  expect(connection.pragma('integrity_check')).toBe('ok');
});

it('removes targets with their post and refuses a target without one', () => {
  const target = `INSERT INTO targets (id, post_id, position, format, overrides, status)
    VALUES ('t', :post, 0, 'x/post', '{}', 'planned')`;
  expect(() => connection.run(target, { post: 'none' })).toThrow(/FOREIGN KEY/);
  connection.run(
    `INSERT INTO posts (id, revision, status, title, excerpt, campaign, pillar, formats, scheduled,
       created_at, updated_at, document) VALUES ('p', 1, 'idea', '', '', '', '', '[]', 0, '', '', '{}')`,
  );
  connection.run(target, { post: 'p' });
  connection.run('DELETE FROM posts');
  expect(connection.all('SELECT id FROM targets')).toEqual([]);
});

it('searches Chinese without word boundaries', () => {
  connection.run(`INSERT INTO post_search (rowid, text) VALUES (1, '秋日上新预告')`);
  expect(connection.all(`SELECT rowid FROM post_search WHERE post_search MATCH '"上新预"'`)).toHaveLength(1);
});
