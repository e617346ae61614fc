import type { HistoryStep } from '#shared/contract/design-work.ts';
import type { DesignHistoryRepository } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

/** The undo of each design as its last save left it; at most one row a design. */
export function createDesignHistoryRepository(connection: Connection): DesignHistoryRepository {
  return {
    read(designId) {
      const row = connection.get<{ revision: number; steps: string }>(
        'SELECT revision, steps FROM design_history WHERE design_id = :designId',
        { designId },
      );
      if (!row) return null;
      const steps = JSON.parse(row.steps) as { done: HistoryStep[]; undone: HistoryStep[] };
      return { revision: row.revision, ...steps };
    },
    write(designId, { revision, done, undone }) {
      connection.run(
        `INSERT INTO design_history (design_id, revision, steps) VALUES (:designId, :revision, :steps)
         ON CONFLICT (design_id) DO UPDATE SET revision = excluded.revision, steps = excluded.steps`,
        { designId, revision, steps: JSON.stringify({ done, undone }) },
      );
    },
    remove(designId) {
      connection.run('DELETE FROM design_history WHERE design_id = :designId', { designId });
    },
    follow(designId, from, to) {
      connection.run(
        'UPDATE design_history SET revision = :to WHERE design_id = :designId AND revision = :from',
        { designId, from, to },
      );
    },
  };
}
