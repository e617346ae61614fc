import type { KitItem, KitKind } from '#shared/kit/schema.ts';
import type { KitRepository } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

interface KitRow {
  id: string;
  revision: number;
  kind: KitKind;
  name: string;
  body: string;
  uses: number;
  last_used_at: string | null;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
}

const itemOf = (row: KitRow): KitItem => ({
  id: row.id,
  revision: row.revision,
  kind: row.kind,
  name: row.name,
  body: JSON.parse(row.body) as KitItem['body'],
  uses: row.uses,
  lastUsedAt: row.last_used_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  trashedAt: row.trashed_at,
});

/** What a workspace keeps for its posts. */
export function createKitRepository(connection: Connection): KitRepository {
  return {
    list: (kind, trashed) =>
      connection
        .all<KitRow>(
          `SELECT * FROM kit WHERE kind = :kind AND trashed_at IS ${trashed ? 'NOT ' : ''}NULL ORDER BY name, id`,
          { kind },
        )
        .map(itemOf),
    get(id) {
      const row = connection.get<KitRow>('SELECT * FROM kit WHERE id = :id', { id });
      return row ? itemOf(row) : null;
    },
    write(item) {
      connection.run(
        `INSERT INTO kit (id, revision, kind, name, body, uses, last_used_at, created_at, updated_at, trashed_at)
         VALUES (:id, :revision, :kind, :name, :body, :uses, :last_used_at, :created_at, :updated_at, :trashed_at)
         ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, name = excluded.name, body = excluded.body,
           uses = excluded.uses, last_used_at = excluded.last_used_at, updated_at = excluded.updated_at,
           trashed_at = excluded.trashed_at`,
        {
          id: item.id,
          revision: item.revision,
          kind: item.kind,
          name: item.name,
          body: JSON.stringify(item.body),
          uses: item.uses,
          last_used_at: item.lastUsedAt,
          created_at: item.createdAt,
          updated_at: item.updatedAt,
          trashed_at: item.trashedAt,
        },
      );
    },
  };
}
