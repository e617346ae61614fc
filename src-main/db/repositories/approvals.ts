import type { Approval } from '#shared/team/approvals.ts';
import type { ApprovalRepository } from '#main/ports/team-repositories.ts';
import type { Connection } from '../connection.ts';

interface ApprovalRow {
  id: string;
  post_id: string;
  member_id: string | null;
  body: string;
  at: string;
}

/** What is kept as JSON. */
type Body = Omit<Approval, 'id' | 'postId' | 'memberId' | 'at'>;

const approvalOf = (row: ApprovalRow): Approval => ({
  ...(JSON.parse(row.body) as Body),
  id: row.id,
  postId: row.post_id,
  memberId: row.member_id,
  at: row.at,
});

export function createApprovalRepository(connection: Connection): ApprovalRepository {
  return {
    list: (postIds) =>
      connection
        .all<ApprovalRow>(
          `SELECT approvals.* FROM json_each(:ids) wanted JOIN approvals ON post_id = wanted.value
             ORDER BY post_id, at, approvals.id`,
          { ids: JSON.stringify(postIds) },
        )
        .map(approvalOf),
    insert({ id, postId, memberId, at, ...body }) {
      return (
        connection.run(
          `INSERT INTO approvals (id, post_id, member_id, body, at) VALUES (:id, :postId, :memberId, :body, :at)
             ON CONFLICT (id) DO NOTHING`,
          { id, postId, memberId, at, body: JSON.stringify(body) },
        ) > 0
      );
    },
  };
}
