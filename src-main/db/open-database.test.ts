import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isGoodBackup } from './backup.ts';
import type { Migration } from './migrate.ts';
import { migrations } from './migrations/all.ts';
import { createDatabase, openDatabase } from './open-database.ts';

/** The version that this program makes. */
const newest = migrations.at(-1)?.version ?? 0;

let folder: string;
let path: string;
let backups: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-open-'));
  path = join(folder, 'workspace.db');
  backups = join(folder, 'backups');
  mkdirSync(backups);
  const connection = createDatabase(path);
  connection.transaction(() => {
    for (let number = 0; number < 500; number += 1) {
      connection.run('INSERT INTO meta (key, value) VALUES (:key, :value)', {
        key: `key ${number}`,
        value: 'value '.repeat(50),
      });
    }
  });
  connection.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const next: Migration = { version: 30, name: 'colour', up: 'ALTER TABLE posts ADD COLUMN colour TEXT' };
const failing: Migration = {
  version: 40,
  name: 'failing',
  up: (connection) => {
    connection.raw.exec('DROP TABLE undo_log');
    throw new Error('half way');
  },
};

function overwrite(offset: number, text: string): void {
  const handle = openSync(path, 'r+');
  writeSync(handle, text, offset);
  closeSync(handle);
}

describe('an open database', () => {
  it('has the settings that durability rests on', () => {
    const connection = openDatabase(path, { backups });
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout', 'trusted_schema'];
    expect(settings.map((name) => connection.pragma(name))).toEqual(['wal', 2, 1, 5000, 0]);
    expect(connection.pragma('cell_size_check')).toBe(1);
    expect(connection.pragma('application_id')).toBe(0x47414c59);
    connection.close();
  });

  it('takes nothing of a transaction that fails', () => {
    const connection = openDatabase(path, { backups });
    expect(() =>
      connection.transaction(() => {
        connection.run('DELETE FROM meta');
        throw new Error('no');
      }),
    ).toThrow('no');
    expect(connection.get('SELECT count(*) AS total FROM meta')).toEqual({ total: 500 });
    connection.close();
  });
});

describe('a full disk', () => {
  it('is named, keeps what was saved, and hinders nothing afterwards', () => {
    const connection = openDatabase(path, { backups });
    const pages = connection.pragma<number>('page_count');
    connection.pragma(`max_page_count = ${pages}`);
    const fill = () =>
      connection.transaction(() => {
        connection.run(`DELETE FROM meta WHERE key = 'key 1'`);
        connection.run('INSERT INTO meta (key, value) VALUES (:key, :value)', {
          key: 'large',
          value: 'x'.repeat(200_000),
        });
      });
    expect(fill).toThrow(expect.objectContaining({ code: 'disk-full' }));
    expect(connection.get('SELECT count(*) AS total FROM meta')).toEqual({ total: 500 });
    connection.pragma('max_page_count = 100000');
    fill();
    expect(connection.pragma('integrity_check')).toBe('ok');
    connection.close();
  });
});

describe('migration', () => {
  it('makes a checked backup of the old file first', () => {
    openDatabase(path, { backups, migrations: [...migrations, next] }).close();
    const [copy, ...others] = readdirSync(backups);
    expect(others).toEqual([]);
    expect(copy).toMatch(new RegExp(`^workspace-before-30-from-${newest}-.+\\.db$`));
    expect(isGoodBackup(join(backups, copy ?? ''), newest)).toBe(true);
    const connection = openDatabase(path, { backups, migrations: [...migrations, next] });
    expect(connection.pragma('user_version')).toBe(30);
    connection.close();
    expect(readdirSync(backups)).toHaveLength(1);
  });

  it('makes all steps or none', () => {
    const all = [...migrations, next, failing];
    expect(() => openDatabase(path, { backups, migrations: all })).toThrow('half way');
    const connection = openDatabase(path, { backups });
    expect(connection.pragma('user_version')).toBe(newest);
    expect(connection.get(`SELECT name FROM sqlite_schema WHERE name = 'undo_log'`)).toBeDefined();
    connection.close();
  });

  it('refuses a file of a newer Galley and leaves every byte as it is', () => {
    openDatabase(path, { backups, migrations: [...migrations, next] }).close();
    const before = readFileSync(path);
    expect(() => openDatabase(path, { backups })).toThrow(
      expect.objectContaining({ code: 'unavailable', detail: { newer: true, version: 30 } }),
    );
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('damage', () => {
  const refused = () =>
    expect.objectContaining({
      code: 'unreadable-file',
      sentence: { en: expect.stringContaining(path), zh: expect.stringContaining(path) },
    });

  it.each<[string, () => void]>([
    ['a changed header', () => overwrite(0, 'X')],
    ['a truncated file', () => truncate(Math.floor(statSync(path).size / 2 / 4096) * 4096)],
    ['a file cut inside a page', () => truncate(statSync(path).size - 1000)],
    ['an empty file', () => truncate(0)],
    ['a damaged page in the middle', () => overwrite(4096 * 3, '\xFF'.repeat(2048))],
    ['a text file', () => writeFileSync(path, 'hello '.repeat(1000))],
  ])('%s is named', (_name, harm) => {
    harm();
    const size = statSync(path).size;
    expect(() => openDatabase(path, { backups })).toThrow(refused());
    expect(statSync(path).size).toBe(size);
  });

  it('a folder in its place is named', () => {
    rmSync(path);
    mkdirSync(path);
    expect(() => openDatabase(path, { backups })).toThrow(refused());
  });

  it('a database of another program is refused and not touched', () => {
    rmSync(path);
    const foreign = new Database(path);
    foreign.exec('CREATE TABLE notes (text)');
    foreign.close();
    const before = readFileSync(path);
    expect(() => openDatabase(path, { backups })).toThrow(refused());
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['backups', 'workspace.db']);
  });

  function truncate(bytes: number): void {
    const handle = openSync(path, 'r+');
    ftruncateSync(handle, bytes);
    closeSync(handle);
  }
});
