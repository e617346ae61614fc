import { type ClipSummary, designThumbnail } from '#shared/domain/design-record.ts';
import type { ClipRepository, NameFilter, StoredClip } from '#main/ports/repositories.ts';
import type { Connection, Parameters } from '../connection.ts';
import { containsPattern } from '../search.ts';
import { replaceUses } from './uses.ts';

interface ClipRow {
  id: string;
  revision: number;
  name: string;
  asset_id: string | null;
  duration: number;
  created_at: string;
  updated_at: string;
  trashed_at: string | null;
  edit: string;
  design_id: string | null;
  design_revision: number | null;
  brand_revision: number | null;
}

/** A design stands for a clip that has no recording or picture of its own. */
const shownDesign = (column: string): string =>
  `(SELECT d.${column} FROM uses u JOIN designs d ON d.id = u.used_id
    WHERE clips.asset_id IS NULL AND u.user_kind = 'clip' AND u.user_id = clips.id AND u.used_kind = 'design'
    ORDER BY d.id LIMIT 1)`;

const thumbnailColumns = `${shownDesign('id')} AS design_id, ${shownDesign('revision')} AS design_revision,
  (SELECT revision FROM brand WHERE id = 1) AS brand_revision`;
const summaryColumns = `id, revision, name, asset_id, duration, updated_at, trashed_at, ${thumbnailColumns}`;

/** '' where there is nothing to show: the window has a mark for that. */
function thumbnailOf(
  row: Pick<ClipRow, 'asset_id' | 'design_id' | 'design_revision' | 'brand_revision'>,
): string {
  if (row.asset_id !== null) return `thumb/${row.asset_id}`;
  return row.design_id === null
    ? ''
    : designThumbnail(row.design_id, row.design_revision ?? 0, row.brand_revision);
}

function summaryOf(row: Omit<ClipRow, 'edit' | 'created_at'>): ClipSummary {
  return {
    id: row.id,
    revision: row.revision,
    name: row.name,
    assetId: row.asset_id,
    duration: row.duration,
    thumbnail: thumbnailOf(row),
    updatedAt: row.updated_at,
    trashedAt: row.trashed_at,
  };
}

function parametersOf(clip: StoredClip): Parameters {
  return {
    id: clip.id,
    revision: clip.revision,
    name: clip.name,
    asset_id: clip.assetId,
    duration: clip.duration,
    created_at: clip.createdAt,
    updated_at: clip.updatedAt,
    trashed_at: clip.trashedAt,
    edit: JSON.stringify(clip.edit),
  };
}

const used = (clip: StoredClip) => [
  ...clip.assetIds.map((refId) => ({ kind: 'asset' as const, refId })),
  ...clip.designIds.map((refId) => ({ kind: 'design' as const, refId })),
];

export function createClipRepository(connection: Connection): ClipRepository {
  return {
    get(id) {
      const row = connection.get<ClipRow>(`SELECT *, ${thumbnailColumns} FROM clips WHERE id = :id`, { id });
      if (!row) return null;
      const uses = connection.all<{ used_kind: string; used_id: string }>(
        `SELECT used_kind, used_id FROM uses WHERE user_kind = 'clip' AND user_id = :id`,
        { id },
      );
      const usedOf = (kind: string): string[] =>
        uses.filter((use) => use.used_kind === kind).map((use) => use.used_id);
      return {
        ...summaryOf(row),
        edit: JSON.parse(row.edit),
        createdAt: row.created_at,
        assetIds: usedOf('asset'),
        designIds: usedOf('design'),
      };
    },
    list(filter: NameFilter) {
      const pattern = containsPattern(filter.search);
      const where = `${filter.trashed ? 'trashed_at IS NOT NULL' : 'trashed_at IS NULL'}${
        pattern === null ? '' : ` AND name LIKE :pattern ESCAPE '\\'`
      }`;
      const parameters: Parameters = pattern === null ? {} : { pattern };
      return {
        items: connection
          .all<ClipRow>(
            `SELECT ${summaryColumns} FROM clips WHERE ${where}
             ORDER BY updated_at DESC, id DESC LIMIT :limit OFFSET :offset`,
            { ...parameters, limit: filter.limit, offset: filter.offset },
          )
          .map(summaryOf),
        total:
          connection.get<{ total: number }>(`SELECT count(*) AS total FROM clips WHERE ${where}`, parameters)
            ?.total ?? 0,
      };
    },
    insert: (clip) =>
      connection.transaction(() => {
        connection.run(
          `INSERT INTO clips (id, revision, name, asset_id, duration, created_at, updated_at, trashed_at, edit)
           VALUES (:id, :revision, :name, :asset_id, :duration, :created_at, :updated_at, :trashed_at, :edit)`,
          parametersOf(clip),
        );
        replaceUses(connection, 'clip', clip.id, used(clip));
      }),
    replace: (clip, base) =>
      connection.transaction(() => {
        const changed = connection.run(
          `UPDATE clips SET revision = :revision, name = :name, asset_id = :asset_id, duration = :duration,
             created_at = :created_at, updated_at = :updated_at, trashed_at = :trashed_at, edit = :edit
           WHERE id = :id AND revision = :base`,
          { ...parametersOf(clip), base },
        );
        if (changed === 0) return false;
        replaceUses(connection, 'clip', clip.id, used(clip));
        return true;
      }),
    count: () =>
      connection.get<{ total: number }>('SELECT count(*) AS total FROM clips WHERE trashed_at IS NULL')
        ?.total ?? 0,
  };
}
