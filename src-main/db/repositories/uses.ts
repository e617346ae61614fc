import type { UsedKind, UseRepository, UserKind } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

/** Writes who uses what, as part of the user's own transaction. */
export function replaceUses(
  connection: Connection,
  userKind: UserKind,
  userId: string,
  used: readonly { kind: UsedKind; refId: string }[],
): void {
  connection.run('DELETE FROM uses WHERE user_kind = :userKind AND user_id = :userId', { userKind, userId });
  for (const { kind, refId } of used) {
    connection.run(
      `INSERT OR IGNORE INTO uses (user_kind, user_id, used_kind, used_id)
       VALUES (:userKind, :userId, :kind, :refId)`,
      { userKind, userId, kind, refId },
    );
  }
}

/** UNION, not UNION ALL: ends even if two designs should ever use each other. */
const usersSql = `
WITH RECURSIVE users (kind, id) AS (
  SELECT user_kind, user_id FROM uses WHERE used_kind = :kind AND used_id = :id
  UNION
  SELECT uses.user_kind, uses.user_id FROM users JOIN uses ON uses.used_kind = users.kind AND uses.used_id = users.id
)
SELECT users.kind, users.id, CASE users.kind
    WHEN 'post' THEN CASE WHEN posts.title = '' THEN posts.excerpt ELSE posts.title END
    WHEN 'design' THEN designs.name ELSE clips.name END AS title
FROM users
LEFT JOIN posts ON users.kind = 'post' AND posts.id = users.id
LEFT JOIN designs ON users.kind = 'design' AND designs.id = users.id
LEFT JOIN clips ON users.kind = 'clip' AND clips.id = users.id
WHERE coalesce(posts.id, designs.id, clips.id) IS NOT NULL
  AND coalesce(posts.trashed_at, designs.trashed_at, clips.trashed_at) IS NULL
ORDER BY users.kind, title, users.id`;

const existsSql: Record<UsedKind, string> = {
  asset: 'SELECT 1 AS found FROM assets WHERE id = :id',
  design: 'SELECT 1 AS found FROM designs WHERE id = :id',
  clip: 'SELECT 1 AS found FROM clips WHERE id = :id',
};

export function createUseRepository(connection: Connection): UseRepository {
  return {
    usersOf: (kind, id) =>
      connection.all<{ kind: UserKind; id: string; title: string }>(usersSql, { kind, id }),
    exists: (kind, id) => connection.get(existsSql[kind], { id }) !== undefined,
  };
}
