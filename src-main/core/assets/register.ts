import type { Asset } from '#shared/domain/asset.ts';
import { newId } from '#shared/domain/id.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { changeAsset } from './assets.ts';

/** What the importer found out about a file; the rest of an asset is written by people. */
export type AssetFacts = Omit<
  Asset,
  'id' | 'revision' | 'alt' | 'tags' | 'source' | 'licence' | 'licenceUntil' | 'createdAt' | 'trashedAt'
> &
  Partial<Pick<Asset, 'alt' | 'tags' | 'source' | 'licence' | 'licenceUntil'>>;

export interface Registered {
  asset: Asset;
  /** The library had these bytes already. */
  duplicate: boolean;
}

function registerOne(repositories: Repositories, facts: AssetFacts, now: string): Registered {
  const present = repositories.assets.bySha256(facts.sha256);
  if (present) {
    const tags = [...new Set([...present.tags, ...(facts.tags ?? [])])];
    const unchanged = present.trashedAt === null && tags.length === present.tags.length;
    const asset = unchanged ? present : changeAsset(repositories, present.id, { tags, trashedAt: null });
    return { asset, duplicate: true };
  }
  const asset: Asset = {
    alt: '',
    tags: [],
    source: '',
    licence: '',
    licenceUntil: null,
    ...facts,
    id: newId(),
    revision: 1,
    createdAt: now,
    trashedAt: null,
  };
  repositories.assets.insert(asset);
  return { asset, duplicate: false };
}

/**
 * Writes the rows of files whose bytes already are at `session.assetPath(facts)`, flushed, in one transaction.
 * Bytes that the library has are not registered twice: the asset that holds them comes back, out of the trash
 * if it was there, with the new tags added.
 */
export function registerAssets(
  { holder, events, clock }: RecordContext,
  files: readonly AssetFacts[],
): Registered[] {
  const { repositories } = holder.current();
  const now = clock.now().toISOString();
  const registered = repositories.transaction(() =>
    files.map((facts) => registerOne(repositories, facts, now)),
  );
  events.emit('records.changed', { kind: 'asset', ids: registered.map(({ asset }) => asset.id) });
  return registered;
}
