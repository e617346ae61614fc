import type { Subject } from '#shared/team/comment.ts';
import type { Task } from '#shared/team/task.ts';
import type { TaskRepository } from '#main/ports/team-repositories.ts';
import type { Connection } from '../connection.ts';

interface TaskRow {
  id: string;
  subject_kind: Subject['kind'] | null;
  subject_id: string | null;
  member_id: string | null;
  due_on: string | null;
  done_at: string | null;
  body: string;
  created_at: string;
}

/** What is kept as JSON. */
type Body = Pick<Task, 'title' | 'note'>;

const taskOf = (row: TaskRow): Task => ({
  ...(JSON.parse(row.body) as Body),
  id: row.id,
  subject:
    row.subject_kind !== null && row.subject_id !== null
      ? { kind: row.subject_kind, id: row.subject_id }
      : null,
  memberId: row.member_id,
  dueOn: row.due_on,
  doneAt: row.done_at,
  createdAt: row.created_at,
});

export function createTaskRepository(connection: Connection): TaskRepository {
  return {
    get(id) {
      const row = connection.get<TaskRow>('SELECT * FROM tasks WHERE id = :id', { id });
      return row ? taskOf(row) : null;
    },
    list({ subject, memberId, done, limit }) {
      const where = [
        subject ? 'subject_kind = :kind AND subject_id = :subject' : '',
        memberId === undefined ? '' : '(member_id = :member OR member_id IS NULL)',
        done ? '' : 'done_at IS NULL',
      ].filter((part) => part !== '');
      return connection
        .all<TaskRow>(
          `SELECT * FROM tasks ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
             ORDER BY done_at IS NOT NULL, due_on IS NULL, due_on, id LIMIT :limit`,
          {
            limit,
            ...(subject ? { kind: subject.kind, subject: subject.id } : {}),
            ...(memberId === undefined ? {} : { member: memberId }),
          },
        )
        .map(taskOf);
    },
    write(task) {
      const body: Body = { title: task.title, note: task.note };
      connection.run(
        `INSERT INTO tasks (id, subject_kind, subject_id, member_id, due_on, done_at, body, created_at)
         VALUES (:id, :kind, :subject, :member, :due, :done, :body, :created)
         ON CONFLICT (id) DO UPDATE SET subject_kind = excluded.subject_kind, subject_id = excluded.subject_id,
           member_id = excluded.member_id, due_on = excluded.due_on, done_at = excluded.done_at,
           body = excluded.body`,
        {
          id: task.id,
          kind: task.subject?.kind ?? null,
          subject: task.subject?.id ?? null,
          member: task.memberId,
          due: task.dueOn,
          done: task.doneAt,
          body: JSON.stringify(body),
          created: task.createdAt,
        },
      );
    },
    remove(id) {
      connection.run('DELETE FROM tasks WHERE id = :id', { id });
    },
  };
}
