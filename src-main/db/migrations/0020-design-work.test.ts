import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Connection, openConnection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { records } from './0010-records.ts';
import { designWork } from './0020-design-work.ts';

let folder: string;
let connection: Connection;

const insertDesign = `INSERT INTO designs (id, revision, name, width, height, pages, created_at, updated_at, document)
  VALUES ('d', 3, 'Poster', 10, 20, 1, '', '', '{"kind":"design"}')`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-migration-'));
  connection = openConnection(join(folder, 'workspace.db'), true);
  migrate(connection, [records], () => {});
  connection.run(insertDesign);
  migrate(connection, [records, designWork], () => {});
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true, force: true });
});

it('adds its tables, strict, and leaves what was there', () => {
  expect(connection.pragma('user_version')).toBe(20);
  const strict = connection
    .all<{ name: string; strict: number }>('PRAGMA table_list')
    .filter((table) => table.strict === 1)
    .map(({ name }) => name);
  expect(strict).toEqual(
    expect.arrayContaining(['design_history', 'design_versions', 'design_templates', 'brand', 'fonts']),
  );
  expect(connection.get('SELECT id, revision, name, document FROM designs')).toEqual({
    id: 'd',
    revision: 3,
    name: 'Poster',
    document: '{"kind":"design"}',
  });
});

it('takes undo and versions away with their design', () => {
  connection.run(`INSERT INTO design_history VALUES ('d', 3, '{}')`);
  const version = `INSERT INTO design_versions VALUES (:id, :design, '', '', 1, 1, 1, '{}')`;
  connection.run(version, { id: 'v', design: 'd' });
  expect(() => connection.run(version, { id: 'w', design: 'none' })).toThrow(/FOREIGN KEY/);
  connection.run('DELETE FROM designs');
  expect(connection.all('SELECT design_id FROM design_history')).toEqual([]);
  expect(connection.all('SELECT id FROM design_versions')).toEqual([]);
});

it('has one brand', () => {
  connection.run(`INSERT INTO brand VALUES (1, 1, '{}')`);
  expect(() => connection.run(`INSERT INTO brand VALUES (2, 1, '{}')`)).toThrow(/CHECK/);
});

it('lists the versions of a design by index, in order', () => {
  const steps = connection.all<{ detail: string }>(
    `EXPLAIN QUERY PLAN SELECT id FROM design_versions WHERE design_id = 'd' ORDER BY created_at DESC, id DESC`,
  );
  expect(steps.map(({ detail }) => detail)).toEqual([
    'SEARCH design_versions USING COVERING INDEX design_versions_by_design (design_id=?)',
  ]);
});
