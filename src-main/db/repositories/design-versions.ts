import type { DesignVersionRepository, StoredDesignVersion } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

interface VersionRow {
  id: string;
  design_id: string;
  name: string;
  created_at: string;
  width: number;
  height: number;
  pages: number;
}

const columns = 'id, design_id, name, created_at, width, height, pages';

function versionOf(row: VersionRow): Omit<StoredDesignVersion, 'document'> {
  return {
    id: row.id,
    designId: row.design_id,
    name: row.name,
    createdAt: row.created_at,
    width: row.width,
    height: row.height,
    pages: row.pages,
  };
}

export function createDesignVersionRepository(connection: Connection): DesignVersionRepository {
  return {
    list: (designId) =>
      connection
        .all<VersionRow>(
          `SELECT ${columns} FROM design_versions WHERE design_id = :designId ORDER BY created_at DESC, id DESC`,
          { designId },
        )
        .map(versionOf),
    get(id) {
      const row = connection.get<VersionRow & { document: string }>(
        `SELECT ${columns}, document FROM design_versions WHERE id = :id`,
        { id },
      );
      return row ? { ...versionOf(row), document: JSON.parse(row.document) } : null;
    },
    insert(version) {
      connection.run(
        `INSERT INTO design_versions (id, design_id, name, created_at, width, height, pages, document)
         VALUES (:id, :designId, :name, :createdAt, :width, :height, :pages, :document)`,
        { ...version, document: JSON.stringify(version.document) },
      );
    },
    remove(ids) {
      for (const id of ids) connection.run('DELETE FROM design_versions WHERE id = :id', { id });
    },
  };
}
