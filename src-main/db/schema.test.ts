import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDatabase } from './open-database.ts';

/** A change of this snapshot without a new migration means that a shipped one was altered. */
it('is the schema of the snapshot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-schema-'));
  try {
    const connection = createDatabase(join(folder, 'workspace.db'));
    const statements = connection.all<{ sql: string }>(
      'SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name',
    );
    const version = connection.pragma<number>('user_version');
    connection.close();
    const text = [`-- version ${version}`, ...statements.map(({ sql }) => `${sql};`)].join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot('schema.snapshot.sql');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
