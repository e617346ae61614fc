import type { PlanCheck } from '#shared/contract/checks.ts';
import type { PlanCheckRepository } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

/** The result of the last check of the plan: one row. */
export function createPlanCheckRepository(connection: Connection): PlanCheckRepository {
  return {
    read() {
      const row = connection.get<{ result: string }>('SELECT result FROM plan_checks WHERE id = 1');
      return row ? (JSON.parse(row.result) as PlanCheck) : null;
    },
    write(result) {
      connection.run(
        `INSERT INTO plan_checks (id, result) VALUES (1, :result)
         ON CONFLICT (id) DO UPDATE SET result = excluded.result`,
        { result: JSON.stringify(result) },
      );
    },
  };
}
