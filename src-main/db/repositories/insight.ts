import type { UsedKind } from '#main/ports/repositories.ts';
import type { InsightRepository, StoredResult } from '#main/ports/team-repositories.ts';
import type { Connection } from '../connection.ts';

/** Posts with an entry of the plan in [:from, :to). */
const idsInRange = `
WITH ids AS (
  SELECT id FROM posts WHERE due_at >= :from AND due_at < :to AND trashed_at IS NULL AND due_at IS NOT NULL
  UNION
  SELECT post_id FROM targets WHERE due_at >= :from AND due_at < :to AND due_at IS NOT NULL
)`;

export const textsSql = `
SELECT id, revision, title, json_extract(document, '$.body.body') AS body
FROM posts WHERE id IN (SELECT value FROM json_each(:ids))`;

export const mediaSql = `${idsInRange}
SELECT u.user_id AS post_id, u.used_kind AS kind, u.used_id AS id,
  CASE a.kind WHEN 'image' THEN a.sha256 END AS sha256
FROM ids JOIN uses u ON u.user_kind = 'post' AND u.user_id = ids.id
LEFT JOIN assets a ON u.used_kind = 'asset' AND a.id = u.used_id`;

interface ResultRow {
  id: string;
  platform: string;
  account_id: string | null;
  published_at: string;
  body: string;
}

const resultOf = (row: ResultRow): StoredResult => ({
  id: row.id,
  platform: row.platform,
  accountId: row.account_id,
  publishedAt: row.published_at,
  body: JSON.parse(row.body) as StoredResult['body'],
});

/** What is read of the plan to judge it, hashes of pictures, and results that were brought in. */
export function createInsightRepository(connection: Connection): InsightRepository {
  return {
    texts: (ids) => connection.all(textsSql, { ids: JSON.stringify(ids) }),
    media: (from, to) =>
      connection
        .all<{ post_id: string; kind: UsedKind; id: string; sha256: string | null }>(mediaSql, { from, to })
        .map(({ post_id: postId, ...rest }) => ({ postId, ...rest })),
    pictureHashes: () =>
      new Map(
        connection
          .all<{ sha256: string; hash: string }>('SELECT sha256, hash FROM picture_hashes', {})
          .map(({ sha256, hash }) => [sha256, hash]),
      ),
    writePictureHash(sha256, hash) {
      connection.run(
        `INSERT INTO picture_hashes (sha256, hash) VALUES (:sha256, :hash)
           ON CONFLICT (sha256) DO UPDATE SET hash = excluded.hash`,
        { sha256, hash },
      );
    },
    result(id) {
      const row = connection.get<ResultRow>('SELECT * FROM results WHERE id = :id', { id });
      return row ? resultOf(row) : null;
    },
    results: (platform, accountId) =>
      connection
        .all<ResultRow>(
          `SELECT * FROM results WHERE platform = :platform ${accountId === null ? '' : 'AND account_id = :accountId'}
             ORDER BY published_at`,
          accountId === null ? { platform } : { platform, accountId },
        )
        .map(resultOf),
    summary: () =>
      connection.all(
        `SELECT platform, account_id AS accountId, count(*) AS count, min(published_at) AS "from", max(published_at) AS "to"
           FROM results GROUP BY platform, account_id ORDER BY platform, account_id`,
        {},
      ),
    writeResult({ id, platform, accountId, publishedAt, body }, importedAt) {
      connection.run(
        `INSERT INTO results (id, platform, account_id, published_at, body, imported_at)
           VALUES (:id, :platform, :accountId, :publishedAt, :body, :importedAt)
           ON CONFLICT (id) DO UPDATE SET published_at = excluded.published_at, body = excluded.body,
             imported_at = excluded.imported_at`,
        { id, platform, accountId, publishedAt, body: JSON.stringify(body), importedAt },
      );
    },
  };
}
