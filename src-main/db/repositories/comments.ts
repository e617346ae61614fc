import type { Comment, Subject } from '#shared/team/comment.ts';
import type { CommentRepository } from '#main/ports/team-repositories.ts';
import type { Connection } from '../connection.ts';

interface CommentRow {
  id: string;
  subject_kind: Subject['kind'];
  subject_id: string;
  parent_id: string | null;
  member_id: string | null;
  body: string;
  created_at: string;
  resolved_at: string | null;
}

/** What is kept as JSON. */
type Body = Pick<Comment, 'place' | 'author' | 'text' | 'mentions' | 'origin'>;

const commentOf = (row: CommentRow): Comment => ({
  ...(JSON.parse(row.body) as Body),
  id: row.id,
  subject: { kind: row.subject_kind, id: row.subject_id },
  parentId: row.parent_id,
  memberId: row.member_id,
  createdAt: row.created_at,
  resolvedAt: row.resolved_at,
});

/** Threads that wait for somebody: they are mentioned in them, or were answered by another. */
const waitingFor = `SELECT thread.* FROM comments thread WHERE thread.parent_id IS NULL AND thread.resolved_at IS NULL
  AND :member IS NOT (SELECT last.member_id FROM comments last WHERE last.subject_kind = thread.subject_kind
    AND last.subject_id = thread.subject_id AND (last.id = thread.id OR last.parent_id = thread.id)
    ORDER BY last.created_at DESC, last.id DESC LIMIT 1)
  AND (thread.id IN (SELECT coalesce(told.parent_id, told.id) FROM comments told, json_each(told.body, '$.mentions') named
         WHERE named.value = :member)
    OR (thread.member_id = :member AND EXISTS
         (SELECT 1 FROM comments answer WHERE answer.subject_kind = thread.subject_kind
            AND answer.subject_id = thread.subject_id AND answer.parent_id = thread.id
            AND answer.member_id IS NOT :member)))
  ORDER BY thread.created_at DESC, thread.id DESC LIMIT :limit`;

export function createCommentRepository(connection: Connection): CommentRepository {
  return {
    get(id) {
      const row = connection.get<CommentRow>('SELECT * FROM comments WHERE id = :id', { id });
      return row ? commentOf(row) : null;
    },
    list: ({ kind, id }) =>
      connection
        .all<CommentRow>(
          `SELECT * FROM comments WHERE subject_kind = :kind AND subject_id = :id ORDER BY created_at, id`,
          { kind, id },
        )
        .map(commentOf),
    openThreads: (kind, ids) =>
      Object.fromEntries(
        connection
          .all<{ subject_id: string; threads: number }>(
            `SELECT subject_id, count(*) AS threads FROM comments
               WHERE subject_kind = :kind AND subject_id IN (SELECT value FROM json_each(:ids))
                 AND parent_id IS NULL AND resolved_at IS NULL GROUP BY subject_id`,
            { kind, ids: JSON.stringify(ids) },
          )
          .map((row) => [row.subject_id, row.threads]),
      ),
    waitingFor: (member, limit) => connection.all<CommentRow>(waitingFor, { member, limit }).map(commentOf),
    openFromReview: (limit) =>
      connection
        .all<CommentRow>(
          `SELECT * FROM comments WHERE parent_id IS NULL AND resolved_at IS NULL
             AND json_extract(body, '$.origin') = 'review' ORDER BY created_at DESC, id DESC LIMIT :limit`,
          { limit },
        )
        .map(commentOf),
    write(comment) {
      const { place, author, text, mentions, origin } = comment;
      const body: Body = { place, author, text, mentions, origin };
      connection.run(
        `INSERT INTO comments (id, subject_kind, subject_id, parent_id, member_id, body, created_at, resolved_at)
         VALUES (:id, :kind, :subject, :parent, :member, :body, :created, :resolved)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, resolved_at = excluded.resolved_at`,
        {
          id: comment.id,
          kind: comment.subject.kind,
          subject: comment.subject.id,
          parent: comment.parentId,
          member: comment.memberId,
          body: JSON.stringify(body),
          created: comment.createdAt,
          resolved: comment.resolvedAt,
        },
      );
    },
    remove(comment) {
      connection.run(
        `DELETE FROM comments WHERE id = :id OR
           (subject_kind = :kind AND subject_id = :subject AND parent_id = :id)`,
        { id: comment.id, kind: comment.subject.kind, subject: comment.subject.id },
      );
    },
  };
}
