import type { Repositories, WorkspaceRecord } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';
import { damaged } from '../database-errors.ts';

const key = 'workspace';

/** The workspace's own name, zone and id, one row of `meta`. */
export function createRecordRepository(connection: Connection): Repositories['record'] {
  return {
    read() {
      const row = connection.get<{ value: string }>('SELECT value FROM meta WHERE key = :key', { key });
      if (!row) throw damaged(connection.path, 'no workspace record');
      return JSON.parse(row.value) as WorkspaceRecord;
    },
    write(record) {
      connection.run(
        'INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
        { key, value: JSON.stringify(record) },
      );
    },
  };
}
