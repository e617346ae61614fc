import type { DesignTemplateRepository, StoredDesignTemplate } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

interface TemplateRow {
  id: string;
  name: string;
  category: string;
  width: number;
  height: number;
  pages: number;
  created_at: string;
  trashed_at: string | null;
}

const columns = 'id, name, category, width, height, pages, created_at, trashed_at';

function templateOf(row: TemplateRow): Omit<StoredDesignTemplate, 'document'> {
  return {
    id: row.id,
    name: row.name,
    category: row.category,
    width: row.width,
    height: row.height,
    pages: row.pages,
    createdAt: row.created_at,
    trashedAt: row.trashed_at,
  };
}

/** Templates that were made in the workspace; the starter ones are files of the installation. */
export function createDesignTemplateRepository(connection: Connection): DesignTemplateRepository {
  return {
    list: () =>
      connection
        .all<TemplateRow>(
          `SELECT ${columns} FROM design_templates WHERE trashed_at IS NULL ORDER BY created_at DESC, id DESC`,
        )
        .map(templateOf),
    get(id) {
      const row = connection.get<TemplateRow & { document: string }>(
        `SELECT ${columns}, document FROM design_templates WHERE id = :id`,
        { id },
      );
      return row ? { ...templateOf(row), document: JSON.parse(row.document) } : null;
    },
    insert(template) {
      connection.run(
        `INSERT INTO design_templates (id, name, category, width, height, pages, created_at, trashed_at, document)
         VALUES (:id, :name, :category, :width, :height, :pages, :createdAt, :trashedAt, :document)`,
        { ...template, document: JSON.stringify(template.document) },
      );
    },
    setTrashed: (id, trashedAt) =>
      connection.run('UPDATE design_templates SET trashed_at = :trashedAt WHERE id = :id', {
        id,
        trashedAt,
      }) > 0,
  };
}
