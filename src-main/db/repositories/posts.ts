import type { Attachment, Post } from '#shared/domain/post.ts';
import type { PostFilter, PostRepository } from '#main/ports/repositories.ts';
import type { Connection, Parameters } from '../connection.ts';
import { searchCondition } from '../search.ts';
import {
  allAttachments,
  type PostRow,
  postOf,
  postParameters,
  postSearchText,
  type SummaryRow,
  summaryOf,
  type TargetRow,
  targetParameters,
} from './post-rows.ts';
import { replaceUses } from './uses.ts';

const summaryColumns = (local: string, zone: string, due: string) => `
  p.number, p.id, p.revision, p.status, p.title, p.excerpt, p.campaign, p.pillar, p.formats,
  ${local} AS local, ${zone} AS zone, ${due} AS due_at, p.updated_at, p.trashed_at, p.cover_kind, p.cover_id,
  d.revision AS design_revision,
  (SELECT revision FROM brand WHERE id = 1) AS brand_revision, c.asset_id AS clip_asset_id`;

const coverJoins = `
  LEFT JOIN designs d ON p.cover_kind = 'design' AND d.id = p.cover_id
  LEFT JOIN clips c ON p.cover_kind = 'clip' AND c.id = p.cover_id`;

/** Posts due in [:from, :to), then targets due there whose post is not. */
export const rangeSql = `
SELECT ${summaryColumns('p.local', 'p.zone', 'p.due_at')}
FROM posts p ${coverJoins}
WHERE p.due_at >= :from AND p.due_at < :to AND p.trashed_at IS NULL AND p.due_at IS NOT NULL
UNION ALL
SELECT ${summaryColumns('t.local', 't.zone', 't.due_at')}
FROM targets t JOIN posts p ON p.id = t.post_id ${coverJoins}
WHERE t.due_at >= :from AND t.due_at < :to AND t.due_at IS NOT NULL AND p.trashed_at IS NULL
  AND (p.due_at IS NULL OR p.due_at < :from OR p.due_at >= :to)
ORDER BY due_at, number`;

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
    rows: `SELECT ${summaryColumns('p.local', 'p.zone', 'p.due_at')} FROM posts p ${coverJoins}
WHERE ${where} ORDER BY p.updated_at DESC, p.number DESC LIMIT :limit OFFSET :offset`,
    count: `SELECT count(*) AS total FROM posts p WHERE ${where}`,
    parameters,
  };
}

const targetColumns =
  'id, post_id, format, account_id, overrides, local, zone, status, published_at, published_url';

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

  function writeRest(post: Post, number: number): void {
    connection.run('DELETE FROM targets WHERE post_id = :id', { id: post.id });
    for (const [position, target] of post.targets.entries()) {
      connection.run(
        `INSERT INTO targets (id, post_id, position, format, account_id, overrides, local, zone, due_at, status, published_at, published_url)
         VALUES (:id, :post_id, :position, :format, :account_id, :overrides, :local, :zone, :due_at, :status, :published_at, :published_url)`,
        targetParameters(target, post.id, position),
      );
    }
    connection.run('INSERT INTO post_search (rowid, text) VALUES (:number, :text)', {
      number,
      text: postSearchText(post),
    });
    replaceUses(connection, 'post', post.id, allAttachments(post));
  }

  function insert(post: Post): void {
    connection.transaction(() => {
      connection.run(
        `INSERT INTO posts (id, revision, status, title, excerpt, campaign, pillar, formats, cover_kind, cover_id,
           local, zone, due_at, scheduled, created_at, updated_at, trashed_at, document)
         VALUES (:id, :revision, :status, :title, :excerpt, :campaign, :pillar, :formats, :cover_kind, :cover_id,
           :local, :zone, :due_at, :scheduled, :created_at, :updated_at, :trashed_at, :document)`,
        postParameters(post, coverOf(post)),
      );
      writeRest(post, numberOf(post.id));
    });
  }

  function numberOf(id: string): number {
    const row = connection.get<{ number: number }>('SELECT number FROM posts WHERE id = :id', { id });
    if (!row) throw new Error(`post ${id} has no row`);
    return row.number;
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
      const seen = new Set<string>();
      return connection.all<SummaryRow>(rangeSql, { from, to }).flatMap((row) => {
        if (seen.has(row.id)) return [];
        seen.add(row.id);
        return [summaryOf(row)];
      });
    },
    planned: () =>
      connection
        .all<{ id: string }>(
          'SELECT id FROM posts WHERE trashed_at IS NULL ORDER BY due_at IS NULL, due_at, number',
        )
        .map((row) => row.id),
    insert,
    insertMany: (posts) =>
      connection.transaction(() => {
        for (const post of posts) insert(post);
      }),
    replace: (post, base) =>
      connection.transaction(() => {
        const changed = connection.run(
          `UPDATE posts SET revision = :revision, status = :status, title = :title, excerpt = :excerpt,
             campaign = :campaign, pillar = :pillar, formats = :formats, cover_kind = :cover_kind,
             cover_id = :cover_id, local = :local, zone = :zone, due_at = :due_at, scheduled = :scheduled,
             created_at = :created_at, updated_at = :updated_at, trashed_at = :trashed_at, document = :document
           WHERE id = :id AND revision = :base`,
          { ...postParameters(post, coverOf(post)), base },
        );
        if (changed === 0) return false;
        const number = numberOf(post.id);
        connection.run('DELETE FROM post_search WHERE rowid = :number', { number });
        writeRest(post, number);
        return true;
      }),
    count: () =>
      connection.get<{ total: number }>('SELECT count(*) AS total FROM posts WHERE trashed_at IS NULL')
        ?.total ?? 0,
    countTargets: () =>
      connection.get<{ total: number }>(
        'SELECT count(*) AS total FROM targets t JOIN posts p ON p.id = t.post_id WHERE p.trashed_at IS NULL',
      )?.total ?? 0,
    countByAccount: () =>
      connection.all<{ accountId: string; posts: number }>(
        `SELECT t.account_id AS accountId, count(DISTINCT t.post_id) AS posts
         FROM targets t JOIN posts p ON p.id = t.post_id
         WHERE p.trashed_at IS NULL AND t.account_id IS NOT NULL GROUP BY t.account_id`,
      ),
  };
}
