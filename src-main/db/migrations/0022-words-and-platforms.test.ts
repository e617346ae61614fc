import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { records } from './0010-records.ts';
import { designWork } from './0020-design-work.ts';
import { clipWork } from './0021-clip-work.ts';
import { wordsAndPlatforms } from './0022-words-and-platforms.ts';

it('keeps posts, targets and assets, and gives them room for accounts, licences and kept states', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-migration-'));
  const connection = openConnection(join(folder, 'workspace.db'), true);
  try {
    const before = [records, designWork, clipWork];
    migrate(connection, before, () => {});
    connection.run(
      `INSERT INTO posts (id, revision, status, title, excerpt, campaign, pillar, formats, scheduled, created_at, updated_at, document)
       VALUES ('p', 3, 'draft', 'Kept', '', '', '', '[]', 0, '2026-01-01', '2026-01-02', '{"kind":"post","version":1,"body":{}}')`,
    );
    connection.run(
      `INSERT INTO targets (id, post_id, position, format, overrides, status) VALUES ('t', 'p', 0, 'x/post', '{"body":"own"}', 'planned')`,
    );
    migrate(connection, [...before, wordsAndPlatforms], () => {});
    expect(connection.pragma('user_version')).toBe(22);
    expect(connection.get('SELECT account_id, overrides FROM targets')).toEqual({
      account_id: null,
      overrides: '{"body":"own"}',
    });
    connection.run(
      `INSERT INTO post_revisions (id, post_id, name, created_at, title, excerpt, length, content)
       VALUES ('r', 'p', '', '2026-01-03', '', '', 0, '{}')`,
    );
    connection.run("DELETE FROM posts WHERE id = 'p'");
    expect(connection.get('SELECT count(*) AS count FROM post_revisions')).toEqual({ count: 0 });
  } finally {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
