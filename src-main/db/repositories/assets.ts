import type { Asset } from '#shared/domain/asset.ts';
import type { AssetFilter, AssetRepository } from '#main/ports/repositories.ts';
import type { Connection, Parameters } from '../connection.ts';
import { searchCondition, searchForm } from '../search.ts';

interface AssetRow {
  number: number;
  id: string;
  revision: number;
  sha256: string;
  name: string;
  kind: Asset['kind'];
  type: string;
  extension: string;
  bytes: number;
  width: number;
  height: number;
  duration: number;
  fps: number | null;
  codec: string | null;
  has_audio: number;
  has_alpha: number;
  animated: number;
  has_location: number;
  alt: string;
  tags: string;
  source: string;
  licence: string;
  licence_until: string | null;
  created_at: string;
  trashed_at: string | null;
}

function assetOf(row: AssetRow): Asset {
  return {
    id: row.id,
    revision: row.revision,
    sha256: row.sha256,
    name: row.name,
    kind: row.kind,
    type: row.type,
    extension: row.extension,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    duration: row.duration,
    fps: row.fps,
    codec: row.codec,
    hasAudio: row.has_audio === 1,
    hasAlpha: row.has_alpha === 1,
    animated: row.animated === 1,
    hasLocation: row.has_location === 1,
    alt: row.alt,
    tags: JSON.parse(row.tags) as string[],
    source: row.source,
    licence: row.licence,
    licenceUntil: row.licence_until,
    createdAt: row.created_at,
    trashedAt: row.trashed_at,
  };
}

function searchText(asset: Asset): string {
  return searchForm([asset.name, asset.alt, ...asset.tags, asset.source, asset.licence]);
}

export function assetListSql(filter: AssetFilter): { rows: string; count: string; parameters: Parameters } {
  const conditions = [filter.trashed ? 'trashed_at IS NOT NULL' : 'trashed_at IS NULL'];
  const parameters: Parameters = {};
  if (filter.kind !== undefined) {
    conditions.push('kind = :kind');
    parameters.kind = filter.kind;
  }
  const search = searchCondition('asset_search', filter.search);
  if (search) {
    conditions.push(search.sql);
    Object.assign(parameters, search.parameters);
  }
  const where = conditions.join(' AND ');
  return {
    rows: `SELECT * FROM assets WHERE ${where} ORDER BY created_at DESC, number DESC LIMIT :limit OFFSET :offset`,
    count: `SELECT count(*) AS total FROM assets WHERE ${where}`,
    parameters,
  };
}

export function createAssetRepository(connection: Connection): AssetRepository {
  const one = (sql: string, parameters: Parameters): Asset | null => {
    const row = connection.get<AssetRow>(sql, parameters);
    return row ? assetOf(row) : null;
  };
  const single = (sql: string): number => connection.get<{ value: number }>(sql)?.value ?? 0;
  return {
    get: (id) => one('SELECT * FROM assets WHERE id = :id', { id }),
    bySha256: (sha256) => one('SELECT * FROM assets WHERE sha256 = :sha256', { sha256 }),
    list(filter) {
      const { rows, count, parameters } = assetListSql(filter);
      const page = { limit: filter.limit, offset: filter.offset };
      return {
        items: connection.all<AssetRow>(rows, { ...parameters, ...page }).map(assetOf),
        total: connection.get<{ total: number }>(count, parameters)?.total ?? 0,
      };
    },
    insert: (asset) =>
      connection.transaction(() => {
        connection.run(
          `INSERT INTO assets (id, revision, sha256, name, kind, type, extension, bytes, width, height, duration,
             fps, codec, has_audio, has_alpha, animated, has_location, alt, tags, source, licence,
             licence_until, created_at, trashed_at)
           VALUES (:id, :revision, :sha256, :name, :kind, :type, :extension, :bytes, :width, :height, :duration,
             :fps, :codec, :has_audio, :has_alpha, :animated, :has_location, :alt, :tags, :source, :licence,
             :licence_until, :created_at, :trashed_at)`,
          {
            id: asset.id,
            revision: asset.revision,
            sha256: asset.sha256,
            name: asset.name,
            kind: asset.kind,
            type: asset.type,
            extension: asset.extension,
            bytes: asset.bytes,
            width: asset.width,
            height: asset.height,
            duration: asset.duration,
            fps: asset.fps,
            codec: asset.codec,
            has_audio: Number(asset.hasAudio),
            has_alpha: Number(asset.hasAlpha),
            animated: Number(asset.animated),
            has_location: Number(asset.hasLocation),
            alt: asset.alt,
            tags: JSON.stringify(asset.tags),
            source: asset.source,
            licence: asset.licence,
            licence_until: asset.licenceUntil,
            created_at: asset.createdAt,
            trashed_at: asset.trashedAt,
          },
        );
        connection.run(
          'INSERT INTO asset_search (rowid, text) SELECT number, :text FROM assets WHERE id = :id',
          { id: asset.id, text: searchText(asset) },
        );
      }),
    replace: (asset, base) =>
      connection.transaction(() => {
        const changed = connection.run(
          `UPDATE assets SET revision = :revision, name = :name, alt = :alt, tags = :tags, source = :source,
             licence = :licence, licence_until = :licence_until, trashed_at = :trashed_at WHERE id = :id AND revision = :base`,
          {
            id: asset.id,
            base,
            revision: asset.revision,
            name: asset.name,
            alt: asset.alt,
            tags: JSON.stringify(asset.tags),
            source: asset.source,
            licence: asset.licence,
            licence_until: asset.licenceUntil,
            trashed_at: asset.trashedAt,
          },
        );
        if (changed === 0) return false;
        connection.run(
          'UPDATE asset_search SET text = :text WHERE rowid = (SELECT number FROM assets WHERE id = :id)',
          { id: asset.id, text: searchText(asset) },
        );
        return true;
      }),
    count: () => single('SELECT count(*) AS value FROM assets WHERE trashed_at IS NULL'),
    totalBytes: () => single('SELECT coalesce(sum(bytes), 0) AS value FROM assets'),
  };
}
