import type { Failure } from '#shared/contract/failure.ts';
import type { Render } from '#shared/contract/renders.ts';
import type { RenderRepository, StoredRender } from '#main/ports/repositories.ts';
import type { Connection, Parameters } from '../connection.ts';

interface RenderRow {
  id: string;
  clip_id: string;
  clip_name: string;
  wanted: string;
  edit: string;
  state: Render['state'];
  created_at: string;
  finished_at: string | null;
  seconds: number | null;
  result: string | null;
  failure: string | null;
  commands: string;
}

function listedOf(row: Omit<RenderRow, 'edit'>): Omit<StoredRender, 'edit'> {
  return {
    id: row.id,
    clipId: row.clip_id,
    clipName: row.clip_name,
    wanted: JSON.parse(row.wanted) as Render['wanted'],
    state: row.state,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    seconds: row.seconds,
    result: row.result === null ? null : (JSON.parse(row.result) as Render['result']),
    failure: row.failure === null ? null : (JSON.parse(row.failure) as Failure),
    commands: JSON.parse(row.commands) as string[],
  };
}

const renderOf = (row: RenderRow): StoredRender => ({ ...listedOf(row), edit: JSON.parse(row.edit) });

/** An edit can be long, and lists do not need it. */
const listColumns =
  'id, clip_id, clip_name, wanted, state, created_at, finished_at, seconds, result, failure, commands';

function outcomeOf(render: Omit<StoredRender, 'edit'>): Parameters {
  return {
    id: render.id,
    state: render.state,
    finished_at: render.finishedAt,
    seconds: render.seconds,
    result: render.result === null ? null : JSON.stringify(render.result),
    failure: render.failure === null ? null : JSON.stringify(render.failure),
    commands: JSON.stringify(render.commands),
  };
}

/** The queue of renders; what stands in it survives the process. */
export function createRenderRepository(connection: Connection): RenderRepository {
  return {
    get(id) {
      const row = connection.get<RenderRow>('SELECT * FROM renders WHERE id = :id', { id });
      return row ? renderOf(row) : null;
    },
    list: (clipId) =>
      (clipId === undefined
        ? connection.all<RenderRow>(`SELECT ${listColumns} FROM renders ORDER BY number DESC`)
        : connection.all<RenderRow>(
            `SELECT ${listColumns} FROM renders WHERE clip_id = :clipId ORDER BY number DESC`,
            { clipId },
          )
      ).map(listedOf),
    unfinished: () =>
      connection
        .all<RenderRow>(`SELECT * FROM renders WHERE state IN ('queued', 'running') ORDER BY number`)
        .map(renderOf),
    insert(render) {
      connection.run(
        `INSERT INTO renders (id, clip_id, clip_name, wanted, edit, state, created_at, finished_at, seconds,
           result, failure, commands)
         VALUES (:id, :clip_id, :clip_name, :wanted, :edit, :state, :created_at, :finished_at, :seconds,
           :result, :failure, :commands)`,
        {
          ...outcomeOf(render),
          clip_id: render.clipId,
          clip_name: render.clipName,
          wanted: JSON.stringify(render.wanted),
          edit: JSON.stringify(render.edit),
          created_at: render.createdAt,
        },
      );
    },
    update(render) {
      connection.run(
        `UPDATE renders SET state = :state, finished_at = :finished_at, seconds = :seconds, result = :result,
           failure = :failure, commands = :commands WHERE id = :id`,
        outcomeOf(render),
      );
    },
    remove: (ids) =>
      connection.transaction(() => {
        for (const id of ids) connection.run('DELETE FROM renders WHERE id = :id', { id });
      }),
  };
}
