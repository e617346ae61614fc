import type { HistoryStep } from '#shared/contract/design-work.ts';
import type { HistoryRepository } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

/** The undo of each design (or clip) as its last save left it; at most one row each. */
export function createHistoryRepository(connection: Connection, of: 'design' | 'clip'): HistoryRepository {
  const table = `${of}_history`;
  const key = `${of}_id`;
  return {
    read(id) {
      const row = connection.get<{ revision: number; steps: string }>(
        `SELECT revision, steps FROM ${table} WHERE ${key} = :id`,
        { id },
      );
      if (!row) return null;
      const steps = JSON.parse(row.steps) as { done: HistoryStep[]; undone: HistoryStep[] };
      return { revision: row.revision, ...steps };
    },
    write(id, { revision, done, undone }) {
      connection.run(
        `INSERT INTO ${table} (${key}, revision, steps) VALUES (:id, :revision, :steps)
         ON CONFLICT (${key}) DO UPDATE SET revision = excluded.revision, steps = excluded.steps`,
        { id, revision, steps: JSON.stringify({ done, undone }) },
      );
    },
    remove(id) {
      connection.run(`DELETE FROM ${table} WHERE ${key} = :id`, { id });
    },
    follow(id, from, to) {
      connection.run(`UPDATE ${table} SET revision = :to WHERE ${key} = :id AND revision = :from`, {
        id,
        from,
        to,
      });
    },
  };
}
