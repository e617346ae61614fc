import { type DesignSummary, designThumbnail } from '#shared/domain/design-record.ts';
import type { DesignRepository, NameFilter, StoredDesign } from '#main/ports/repositories.ts';
import type { Connection, Parameters } from '../connection.ts';
import { containsPattern } from '../search.ts';
import { replaceUses } from './uses.ts';

interface DesignRow {
  id: string;
  revision: number;
  name: string;
  width: number;
  height: number;
  pages: number;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  brand_revision: number | null;
  document: string;
}

const brandRevision = '(SELECT revision FROM brand WHERE id = 1) AS brand_revision';
const summaryColumns = `id, revision, name, width, height, pages, updated_at, trashed_at, ${brandRevision}`;

function summaryOf(row: Omit<DesignRow, 'document' | 'created_at'>): DesignSummary {
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    width: row.width,
    height: row.height,
    pages: row.pages,
    thumbnail: designThumbnail(row.id, row.revision, row.brand_revision),
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}

function parametersOf(design: StoredDesign): Parameters {
  return {
    id: design.id,
    revision: design.revision,
    name: design.name,
    width: design.width,
    height: design.height,
    pages: design.pages,
    created_at: design.createdAt,
    updated_at: design.updatedAt,
    trashed_at: design.trashedAt,
    document: JSON.stringify(design.document),
  };
}

const assetsUsed = (design: StoredDesign) =>
  design.assetIds.map((refId) => ({ kind: 'asset' as const, refId }));

export function createDesignRepository(connection: Connection): DesignRepository {
  return {
    get(id) {
      const row = connection.get<DesignRow>(`SELECT *, ${brandRevision} FROM designs WHERE id = :id`, { id });
      if (!row) return null;
      const { thumbnail: _thumbnail, ...summary } = summaryOf(row);
      const assetIds = connection
        .all<{ used_id: string }>(
          `SELECT used_id FROM uses WHERE user_kind = 'design' AND user_id = :id AND used_kind = 'asset'`,
          { id },
        )
        .map((use) => use.used_id);
      return { ...summary, document: JSON.parse(row.document), createdAt: row.created_at, assetIds };
    },
    list(filter: NameFilter) {
      const pattern = containsPattern(filter.search);
      const where = `${filter.trashed ? 'trashed_at IS NOT NULL' : 'trashed_at IS NULL'}${
        pattern === null ? '' : ` AND name LIKE :pattern ESCAPE '\\'`
      }`;
      const parameters: Parameters = pattern === null ? {} : { pattern };
      return {
        items: connection
          .all<DesignRow>(
            `SELECT ${summaryColumns} FROM designs WHERE ${where}
             ORDER BY updated_at DESC, id DESC LIMIT :limit OFFSET :offset`,
            { ...parameters, limit: filter.limit, offset: filter.offset },
          )
          .map(summaryOf),
        total:
          connection.get<{ total: number }>(
            `SELECT count(*) AS total FROM designs WHERE ${where}`,
            parameters,
          )?.total ?? 0,
      };
    },
    insert: (design) =>
      connection.transaction(() => {
        connection.run(
          `INSERT INTO designs (id, revision, name, width, height, pages, created_at, updated_at, trashed_at, document)
           VALUES (:id, :revision, :name, :width, :height, :pages, :created_at, :updated_at, :trashed_at, :document)`,
          parametersOf(design),
        );
        replaceUses(connection, 'design', design.id, assetsUsed(design));
      }),
    replace: (design, base) =>
      connection.transaction(() => {
        const changed = connection.run(
          `UPDATE designs SET revision = :revision, name = :name, width = :width, height = :height, pages = :pages,
             created_at = :created_at, updated_at = :updated_at, trashed_at = :trashed_at, document = :document
           WHERE id = :id AND revision = :base`,
          { ...parametersOf(design), base },
        );
        if (changed === 0) return false;
        replaceUses(connection, 'design', design.id, assetsUsed(design));
        return true;
      }),
    count: () =>
      connection.get<{ total: number }>('SELECT count(*) AS total FROM designs WHERE trashed_at IS NULL')
        ?.total ?? 0,
  };
}
