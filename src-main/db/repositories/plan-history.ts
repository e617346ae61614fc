import type { Bilingual } from '#shared/contract/failure.ts';
import type { PlanChange, PlanHistoryRepository, PlanStep } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

/** Steps that are kept. */
const stepsKept = 500;

interface StepRow {
  id: string;
  label: string;
  changes: string;
}

function stepOf(row: StepRow | undefined): PlanStep | null {
  if (!row) return null;
  return {
    id: row.id,
    label: JSON.parse(row.label) as Bilingual,
    changes: JSON.parse(row.changes) as PlanChange[],
  };
}

export function createPlanHistoryRepository(connection: Connection): PlanHistoryRepository {
  return {
    push: (step, at) =>
      connection.transaction(() => {
        connection.run('DELETE FROM undo_log WHERE undone = 1');
        connection.run(
          'INSERT INTO undo_log (id, label, changes, undone, at) VALUES (:id, :label, :changes, 0, :at)',
          { id: step.id, label: JSON.stringify(step.label), changes: JSON.stringify(step.changes), at },
        );
        connection.run(
          `DELETE FROM undo_log WHERE number <=
             (SELECT number FROM undo_log ORDER BY number DESC LIMIT 1 OFFSET :kept)`,
          { kept: stepsKept },
        );
      }),
    newest: () =>
      connection.get<{ id: string }>('SELECT id FROM undo_log ORDER BY number DESC LIMIT 1')?.id ?? null,
    nextUndo: () =>
      stepOf(
        connection.get<StepRow>(
          'SELECT id, label, changes FROM undo_log WHERE undone = 0 ORDER BY number DESC LIMIT 1',
        ),
      ),
    nextRedo: () =>
      stepOf(
        connection.get<StepRow>(
          'SELECT id, label, changes FROM undo_log WHERE undone = 1 ORDER BY number LIMIT 1',
        ),
      ),
    setUndone(id, undone) {
      connection.run('UPDATE undo_log SET undone = :undone WHERE id = :id', { id, undone: undone ? 1 : 0 });
    },
  };
}
