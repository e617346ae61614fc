import type { Attachment, Post, PostStatus } from '#shared/domain/post.ts';
import type { PostFilter, PostRepository } from '#main/ports/repositories.ts';
import type { Connection, Parameters } from '../connection.ts';
import { searchCondition } from '../search.ts';
import {
  allAttachments,
  type EntryRow,
  entryOf,
  type PostRow,
  postOf,
  postParameters,
  postSearchText,
  type SummaryRow,
  summaryOf,
  type TargetRow,
  targetParameters,
} from './post-rows.ts';
import { rewritePlace, samePlacedContent } from './post-rewrite.ts';
import { replaceUses } from './uses.ts';

const shared = `
  p.number, p.id, p.revision, p.title, p.excerpt, p.campaign, p.pillar, p.owner, p.labels, p.series_id, p.updated_at, p.trashed_at, p.cover_kind, p.cover_id,
  d.revision AS design_revision,
  (SELECT revision FROM brand WHERE id = 1) AS brand_revision, c.asset_id AS clip_asset_id`;

/** A post with all its targets. */
const summaryColumns = `${shared}, p.status, p.formats, p.accounts, p.local, p.zone, p.due_at`;
/** A post with the targets that inherit its time. */
const postEntryColumns = `${shared}, p.status, p.base_formats AS formats, p.base_accounts AS accounts,
  p.local, p.zone, p.due_at, NULL AS target_id`;
/** One target with its own time. */
const targetEntryColumns = `${shared},
  CASE t.status WHEN 'published' THEN 'published' ELSE p.status END AS status,
  json_array(t.format) AS formats,
  CASE WHEN t.account_id IS NULL THEN '[]' ELSE json_array(t.account_id) END AS accounts,
  t.local, t.zone, t.due_at, t.id AS target_id`;
/** A post all of whose targets have times of their own stands nowhere itself. */
const hasPlace = `(p.base_formats <> '[]' OR p.formats = '[]')`;

const coverJoins = `
  LEFT JOIN designs d ON p.cover_kind = 'design' AND d.id = p.cover_id
  LEFT JOIN clips c ON p.cover_kind = 'clip' AND c.id = p.cover_id`;

/** Posts due in [:from, :to) and targets whose own time is. */
export const rangeSql = `
SELECT ${postEntryColumns}
FROM posts p ${coverJoins}
WHERE p.due_at >= :from AND p.due_at < :to AND p.trashed_at IS NULL AND p.due_at IS NOT NULL AND ${hasPlace}
UNION ALL
SELECT ${targetEntryColumns}
FROM targets t JOIN posts p ON p.id = t.post_id ${coverJoins}
WHERE t.due_at >= :from AND t.due_at < :to AND t.due_at IS NOT NULL AND p.trashed_at IS NULL
ORDER BY due_at, number`;

/** Was due before :now and is not published; the two indexes on due times serve it. */
const overdueWhere = {
  posts: `FROM posts p ${coverJoins} WHERE p.due_at < :now AND p.due_at IS NOT NULL AND p.trashed_at IS NULL
    AND p.status <> 'published' AND ${hasPlace}`,
  targets: `FROM targets t JOIN posts p ON p.id = t.post_id ${coverJoins}
    WHERE t.due_at < :now AND t.due_at IS NOT NULL AND p.trashed_at IS NULL
    AND t.status <> 'published' AND p.status <> 'published'`,
};
export const overdueSql = `
SELECT ${postEntryColumns} ${overdueWhere.posts}
UNION ALL
SELECT ${targetEntryColumns} ${overdueWhere.targets}
ORDER BY due_at DESC, number LIMIT :limit`;
const overdueCountSql = `SELECT (SELECT count(*) ${overdueWhere.posts}) + (SELECT count(*) ${overdueWhere.targets}) AS total`;

/** Instants and states of [:from, :to), for counting. */
export const densitySql = `
SELECT p.due_at, p.status FROM posts p
WHERE p.due_at >= :from AND p.due_at < :to AND p.trashed_at IS NULL AND p.due_at IS NOT NULL AND ${hasPlace}
UNION ALL
SELECT t.due_at, CASE t.status WHEN 'published' THEN 'published' ELSE p.status END AS status
FROM targets t JOIN posts p ON p.id = t.post_id
WHERE t.due_at >= :from AND t.due_at < :to AND t.due_at IS NOT NULL AND p.trashed_at IS NULL`;

export function postListSql(filter: PostFilter): { rows: string; count: string; parameters: Parameters } {
  const conditions = [filter.trashed ? 'p.trashed_at IS NOT NULL' : 'p.trashed_at IS NULL'];
  const parameters: Parameters = {};
  if (filter.status !== undefined) {
    conditions.push('p.status = :status');
    parameters.status = filter.status;
  }
  if (filter.scheduled !== undefined) {
    conditions.push('p.scheduled = :scheduled');
    parameters.scheduled = filter.scheduled ? 1 : 0;
  }
  const search = searchCondition('post_search', filter.search);
  if (search) {
    conditions.push(`p.${search.sql}`);
    Object.assign(parameters, search.parameters);
  }
  const where = conditions.join(' AND ');
  return {
    rows: `SELECT ${summaryColumns} FROM posts p ${coverJoins}
WHERE ${where} ORDER BY p.updated_at DESC, p.number DESC LIMIT :limit OFFSET :offset`,
    count: `SELECT count(*) AS total FROM posts p WHERE ${where}`,
    parameters,
  };
}

const targetColumns =
  'id, post_id, format, account_id, overrides, local, zone, status, published_at, published_url';

/** Posts that one question reads. */
const atOnce = 500;

/** Posts with their targets, search text and uses, always written together. */
export function createPostRepository(connection: Connection): PostRepository {
  /** The first attachment that has a picture: not sound. */
  function coverOf(post: Post): Attachment | undefined {
    return allAttachments(post).find((attachment) => {
      if (attachment.kind !== 'asset') return true;
      const asset = connection.get<{ kind: string }>('SELECT kind FROM assets WHERE id = :id', {
        id: attachment.refId,
      });
      return asset !== undefined && asset.kind !== 'audio';
    });
  }

  function writeTargets(post: Post): void {
    for (const [position, target] of post.targets.entries()) {
      connection.run(
        `INSERT INTO targets (id, post_id, position, format, account_id, overrides, local, zone, due_at, status, published_at, published_url)
         VALUES (:id, :post_id, :position, :format, :account_id, :overrides, :local, :zone, :due_at, :status, :published_at, :published_url)`,
        targetParameters(target, post.id, position),
      );
    }
  }

  function writeSearch(post: Post, number: number): void {
    connection.run('INSERT INTO post_search (rowid, text) VALUES (:number, :text)', {
      number,
      text: postSearchText(post),
    });
  }

  /** What belongs to a post beside its row, which has none of it yet. */
  function writeRest(post: Post, number: number): void {
    writeTargets(post);
    writeSearch(post, number);
  }

  /** Everything but the search text; answers the number of the new row. */
  function insertRow(post: Post): number {
    const row = connection.get<{ number: number }>(
      `INSERT INTO posts (id, revision, status, title, excerpt, campaign, pillar, owner, labels, formats, accounts,
         base_formats, base_accounts, series_id, series_at, origin, cover_kind, cover_id, local, zone, due_at, scheduled, created_at, updated_at, trashed_at, document)
       VALUES (:id, :revision, :status, :title, :excerpt, :campaign, :pillar, :owner, :labels, :formats, :accounts,
         :base_formats, :base_accounts, :series_id, :series_at, :origin, :cover_kind, :cover_id, :local, :zone, :due_at, :scheduled, :created_at, :updated_at, :trashed_at, :document)
       RETURNING number`,
      postParameters(post, coverOf(post)),
    );
    if (!row) throw new Error(`post ${post.id} has no row`);
    writeTargets(post);
    const used = allAttachments(post);
    if (used.length > 0) replaceUses(connection, 'post', post.id, used);
    return row.number;
  }

  /** The search texts last: the index of them puts what it has gathered on disk whenever another table is written. */
  function insertMany(posts: readonly Post[]): void {
    connection.transaction(() => {
      const rows = posts.map((post) => ({ post, number: insertRow(post) }));
      for (const { post, number } of rows) writeSearch(post, number);
    });
  }

  function numberOf(id: string): number {
    const row = connection.get<{ number: number }>('SELECT number FROM posts WHERE id = :id', { id });
    if (!row) throw new Error(`post ${id} has no row`);
    return row.number;
  }

  function replace(post: Post, base: number): boolean {
    return connection.transaction(() => {
      const changed = connection.run(
        `UPDATE posts SET revision = :revision, status = :status, title = :title, excerpt = :excerpt,
             campaign = :campaign, pillar = :pillar, owner = :owner, labels = :labels, formats = :formats,
             accounts = :accounts, base_formats = :base_formats, base_accounts = :base_accounts,
             series_id = :series_id, series_at = :series_at, origin = :origin, cover_kind = :cover_kind,
             cover_id = :cover_id, local = :local, zone = :zone, due_at = :due_at, scheduled = :scheduled,
             created_at = :created_at, updated_at = :updated_at, trashed_at = :trashed_at, document = :document
           WHERE id = :id AND revision = :base`,
        { ...postParameters(post, coverOf(post)), base },
      );
      if (changed === 0) return false;
      const number = numberOf(post.id);
      connection.run('DELETE FROM post_search WHERE rowid = :number', { number });
      connection.run('DELETE FROM targets WHERE post_id = :id', { id: post.id });
      writeRest(post, number);
      replaceUses(connection, 'post', post.id, allAttachments(post));
      return true;
    });
  }

  return {
    get(id) {
      const row = connection.get<PostRow>('SELECT * FROM posts WHERE id = :id', { id });
      if (!row) return null;
      const targets = connection.all<TargetRow>(
        `SELECT ${targetColumns} FROM targets WHERE post_id = :id ORDER BY position`,
        { id },
      );
      return postOf(row, targets);
    },
    many(ids) {
      const posts = new Map<string, Post>();
      for (let at = 0; at < ids.length; at += atOnce) {
        const wanted = { ids: JSON.stringify(ids.slice(at, at + atOnce)) };
        const targets = Map.groupBy(
          connection.all<TargetRow>(
            `SELECT ${targetColumns} FROM targets WHERE post_id IN (SELECT value FROM json_each(:ids))
             ORDER BY post_id, position`,
            wanted,
          ),
          (target) => target.post_id,
        );
        const rows = connection.all<PostRow>(
          'SELECT * FROM posts WHERE id IN (SELECT value FROM json_each(:ids))',
          wanted,
        );
        for (const row of rows) posts.set(row.id, postOf(row, targets.get(row.id) ?? []));
      }
      return posts;
    },
    list(filter) {
      const { rows, count, parameters } = postListSql(filter);
      const items = connection
        .all<SummaryRow>(rows, { ...parameters, limit: filter.limit, offset: filter.offset })
        .map(summaryOf);
      const whole = filter.offset === 0 && items.length < filter.limit;
      return {
        items,
        total: whole ? items.length : (connection.get<{ total: number }>(count, parameters)?.total ?? 0),
      };
    },
    range(from, to) {
      return connection.all<EntryRow>(rangeSql, { from, to }).map(entryOf);
    },
    overdue(now, limit) {
      const items = connection.all<EntryRow>(overdueSql, { now, limit }).map(entryOf);
      const total =
        items.length < limit
          ? items.length
          : (connection.get<{ total: number }>(overdueCountSql, { now })?.total ?? 0);
      return { items, total };
    },
    density: (from, to) =>
      connection
        .all<{ due_at: string; status: PostStatus }>(densitySql, { from, to })
        .map((row) => ({ dueAt: row.due_at, status: row.status })),
    idsWith: (where) => {
      const column = {
        campaign: 'campaign',
        pillar: 'pillar',
        owner: 'owner',
        series: 'series_id',
        origin: 'origin',
      };
      return connection
        .all<{ id: string }>(
          `SELECT id FROM posts WHERE ${column[where.field]} = :value ${where.trashed ? '' : 'AND trashed_at IS NULL'}
           ORDER BY due_at IS NULL, due_at, number`,
          { value: where.value },
        )
        .map((row) => row.id);
    },
    imported: () =>
      connection.all<{ id: string; origin: string }>(
        "SELECT id, origin FROM posts WHERE origin >= 'import:' AND origin < 'import;'",
      ),
    heads: (ids) =>
      new Map(
        connection
          .all<{ id: string; title: string; excerpt: string; revision: number }>(
            'SELECT id, title, excerpt, revision FROM posts WHERE id IN (SELECT value FROM json_each(:ids))',
            { ids: JSON.stringify(ids) },
          )
          .map(({ id, title, excerpt, revision }) => [
            id,
            { title: title || excerpt.slice(0, 60), revision },
          ]),
      ),
    withPublished: () =>
      connection
        .all<{ id: string }>(
          `SELECT DISTINCT post_id AS id FROM targets WHERE status = 'published' AND local IS NULL`,
        )
        .map((row) => row.id),
    planned: () =>
      connection
        .all<{ id: string }>(
          'SELECT id FROM posts WHERE trashed_at IS NULL ORDER BY due_at IS NULL, due_at, number',
        )
        .map((row) => row.id),
    insert: (post) => insertMany([post]),
    insertMany,
    replace,
    rewrite: (before, after) =>
      samePlacedContent(before, after)
        ? connection.transaction(() => rewritePlace(connection, before, after))
        : replace(after, before.revision),
    count: () =>
      connection.get<{ total: number }>('SELECT count(*) AS total FROM posts WHERE trashed_at IS NULL')
        ?.total ?? 0,
    countTargets: () =>
      connection.get<{ total: number }>(
        'SELECT count(*) AS total FROM targets t JOIN posts p ON p.id = t.post_id WHERE p.trashed_at IS NULL',
      )?.total ?? 0,
    countByCampaign: () =>
      connection.all<{
        campaign: string;
        status: PostStatus;
        posts: number;
        first: string | null;
        last: string | null;
      }>(
        `SELECT campaign, status, count(*) AS posts, min(due_at) AS first, max(due_at) AS last
         FROM posts WHERE campaign <> '' AND trashed_at IS NULL GROUP BY campaign, status ORDER BY campaign`,
      ),
    ofCampaign: (campaign) =>
      connection
        .all<SummaryRow>(
          `SELECT ${summaryColumns} FROM posts p ${coverJoins}
           WHERE p.campaign = :campaign AND p.campaign <> '' AND p.trashed_at IS NULL
           ORDER BY p.due_at IS NULL, p.due_at, p.number`,
          { campaign },
        )
        .map(summaryOf),
    countByAccount: () =>
      connection.all<{ accountId: string; posts: number }>(
        `SELECT t.account_id AS accountId, count(DISTINCT t.post_id) AS posts
         FROM targets t JOIN posts p ON p.id = t.post_id
         WHERE p.trashed_at IS NULL AND t.account_id IS NOT NULL GROUP BY t.account_id`,
      ),
  };
}
