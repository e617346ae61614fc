import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Connection, openConnection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { records } from './0010-records.ts';
import { designWork } from './0020-design-work.ts';
import { clipWork } from './0021-clip-work.ts';

let folder: string;
let connection: Connection;

const insertAsset = `INSERT INTO assets (id, revision, sha256, name, kind, type, extension, bytes, width, height,
    duration, has_audio, has_alpha, animated, has_location, alt, tags, source, licence, created_at)
  VALUES ('a', 1, 'ff', 'film.mp4', 'video', 'video/mp4', 'mp4', 9, 4, 4, 3, 1, 0, 0, 0, '', '[]', '', '', '')`;
const insertClip = `INSERT INTO clips (id, revision, name, asset_id, duration, created_at, updated_at, trashed_at, edit)
  VALUES (:id, 7, :name, 'a', 2.5, '2026-01-01', '2026-01-02', :trashed, '{"kind":"clip","version":1}')`;
const indexSql = `SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'clips' AND type = 'index' AND sql IS NOT NULL
  ORDER BY name`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-migration-'));
  connection = openConnection(join(folder, 'workspace.db'), true);
  migrate(connection, [records, designWork], () => {});
  connection.run(insertAsset);
  connection.run(insertClip, { id: 'c', name: 'Kept', trashed: null });
  connection.run(insertClip, { id: 'd', name: 'Thrown away', trashed: '2026-02-01' });
  connection.run(`INSERT INTO uses VALUES ('clip', 'c', 'asset', 'a'), ('post', 'p', 'clip', 'c')`);
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

it('keeps every clip, its users and its indexes, after a backup', () => {
  const rows = connection.all('SELECT * FROM clips ORDER BY id');
  const indexes = connection.all(indexSql);
  const uses = connection.all('SELECT * FROM uses ORDER BY user_kind');
  const backups: number[] = [];
  migrate(connection, [records, designWork, clipWork], (from) => backups.push(from));
  expect(backups).toEqual([20]);
  expect(connection.pragma('user_version')).toBe(21);
  expect(rows).toHaveLength(2);
  expect(connection.all('SELECT * FROM clips ORDER BY id')).toEqual(rows);
  expect(connection.all(indexSql)).toEqual(indexes);
  expect(connection.all('SELECT * FROM uses ORDER BY user_kind')).toEqual(uses);
  expect(connection.pragma('integrity_check')).toBe('ok');
  expect(connection.raw.pragma('foreign_key_check')).toEqual([]);
});

it('takes clips without a recording, and still refuses one that is not there', () => {
  migrate(connection, [records, designWork, clipWork], () => {});
  const insert = `INSERT INTO clips (id, revision, name, asset_id, duration, created_at, updated_at, edit)
    VALUES (:id, 1, '', :asset, 1, '', '', '{}')`;
  connection.run(insert, { id: 'words', asset: null });
  expect(() => connection.run(insert, { id: 'x', asset: 'none' })).toThrow(/FOREIGN KEY/);
  expect(() => connection.run(`DELETE FROM assets WHERE id = 'a'`)).toThrow(/FOREIGN KEY/);
});

it('takes undo and renders away with their clip', () => {
  migrate(connection, [records, designWork, clipWork], () => {});
  connection.run(`INSERT INTO clip_history VALUES ('c', 7, '{}')`);
  connection.run(`INSERT INTO renders (id, clip_id, clip_name, wanted, edit, state, created_at, commands)
    VALUES ('r', 'c', 'Kept', '{}', '{}', 'queued', '', '[]')`);
  connection.run(`DELETE FROM clips WHERE id = 'c'`);
  expect(connection.all('SELECT clip_id FROM clip_history')).toEqual([]);
  expect(connection.all('SELECT id FROM renders')).toEqual([]);
});
