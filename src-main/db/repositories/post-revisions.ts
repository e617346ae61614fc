import type { RevisionContent } from '#shared/contract/posts.ts';
import type { PostRevisionRepository, StoredRevision } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

interface RevisionRow {
  id: string;
  post_id: string;
  name: string;
  created_at: string;
  title: string;
  excerpt: string;
  length: number;
}

const revisionOf = (row: RevisionRow): Omit<StoredRevision, 'content'> => ({
  id: row.id,
  postId: row.post_id,
  name: row.name,
  createdAt: row.created_at,
  title: row.title,
  excerpt: row.excerpt,
  length: row.length,
});

/** States of posts that were kept. */
export function createPostRevisionRepository(connection: Connection): PostRevisionRepository {
  return {
    list: (postId) =>
      connection
        .all<RevisionRow>(
          `SELECT id, post_id, name, created_at, title, excerpt, length FROM post_revisions
           WHERE post_id = :postId ORDER BY created_at DESC, id DESC`,
          { postId },
        )
        .map(revisionOf),
    get(id) {
      const row = connection.get<RevisionRow & { content: string }>(
        'SELECT * FROM post_revisions WHERE id = :id',
        { id },
      );
      return row ? { ...revisionOf(row), content: JSON.parse(row.content) as RevisionContent } : null;
    },
    insert({ content, ...revision }) {
      connection.run(
        `INSERT INTO post_revisions (id, post_id, name, created_at, title, excerpt, length, content)
         VALUES (:id, :postId, :name, :createdAt, :title, :excerpt, :length, :content)`,
        { ...revision, content: JSON.stringify(content) },
      );
    },
    remove(ids) {
      for (const id of ids) connection.run('DELETE FROM post_revisions WHERE id = :id', { id });
    },
  };
}
