import type { Asset } from '#shared/domain/asset.ts';
import { newId } from '#shared/domain/id.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { changeAsset } from './assets.ts';

/** What the importer found out about a file; the rest of an asset is written by people. */
export type AssetFacts = Omit<
  Asset,
  'id' | 'revision' | 'alt' | 'tags' | 'source' | 'licence' | 'createdAt' | 'trashedAt'
> &
  Partial<Pick<Asset, 'alt' | 'tags' | 'source' | 'licence'>>;

/**
 * Writes the row of a file whose bytes already are at `session.assetPath(facts)`, flushed. Bytes that the
 * library has are not registered twice: the asset that holds them comes back, out of the trash if it was
 * there, with the new tags added.
 */
export function registerAsset(
  { holder, events, clock }: RecordContext,
  facts: AssetFacts,
): { asset: Asset; duplicate: boolean } {
  const { repositories } = holder.current();
  const result = repositories.transaction(() => {
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
      ...facts,
      id: newId(),
      revision: 1,
      createdAt: clock.now().toISOString(),
      trashedAt: null,
    };
    repositories.assets.insert(asset);
    return { asset, duplicate: false };
  });
  events.emit('records.changed', { kind: 'asset', ids: [result.asset.id] });
  return result;
}
