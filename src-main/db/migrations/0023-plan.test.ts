import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '../connection.ts';
import { migrate } from '../migrate.ts';
import { migrations } from './all.ts';
import { plan } from './0023-plan.ts';

it('reads owner, accounts and inherited formats out of posts that were there', () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-migration-'));
  const connection = openConnection(join(folder, 'workspace.db'), true);
  try {
    const before = migrations.filter(({ version }) => version < plan.version);
    migrate(connection, before, () => {});
    connection.run(
      `INSERT INTO posts (id, revision, status, title, excerpt, campaign, pillar, formats, scheduled, created_at, updated_at, document)
       VALUES ('p', 3, 'draft', 'Kept', '', '', '', '["x/post","weibo/post"]', 1, '2026-01-01', '2026-01-02',
         '{"kind":"post","version":1,"body":{"owner":"林"}}')`,
    );
    connection.run(
      `INSERT INTO targets (id, post_id, position, format, account_id, overrides, status, due_at) VALUES
        ('t', 'p', 0, 'x/post', 'a', '{}', 'planned', '2026-01-03T00:00:00.000Z'),
        ('u', 'p', 1, 'weibo/post', 'b', '{}', 'planned', NULL)`,
    );
    migrate(connection, [...before, plan], () => {});
    expect(connection.pragma('user_version')).toBe(23);
    expect(
      connection.get('SELECT owner, accounts, base_formats, base_accounts, labels, series_id FROM posts'),
    ).toEqual({
      owner: '林',
      accounts: '["a","b"]',
      base_formats: '["weibo/post"]',
      base_accounts: '["b"]',
      labels: '[]',
      series_id: null,
    });
    connection.run("INSERT INTO approvals (id, post_id, body, at) VALUES ('v', 'p', '{}', '2026-01-03')");
    connection.run("DELETE FROM posts WHERE id = 'p'");
    expect(connection.get('SELECT count(*) AS count FROM approvals')).toEqual({ count: 0 });
  } finally {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
