import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';

/** The stored asset, or `not-found`. */
export function requireAsset(repositories: Repositories, id: string): Asset {
  const asset = repositories.assets.get(id);
  if (asset) return asset;
  throw new GalleyError('not-found', {
    en: 'This file is no longer in the library. Choose another or import it again.',
    zh: '素材库中已没有这个文件。请另选或重新导入。',
  });
}

/** Reads, changes and writes one asset inside the caller's transaction. */
export function changeAsset(repositories: Repositories, id: string, change: Partial<Asset>): Asset {
  const current = requireAsset(repositories, id);
  const present = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const next = { ...current, ...present, revision: current.revision + 1 };
  if (!repositories.assets.replace(next, current.revision)) throw new Error('changed inside a transaction');
  return next;
}

/** Changes what people wrote about a file; its bytes and what was measured of them never change. */
export function updateAsset(
  { holder, events }: RecordContext,
  { id, ...change }: ParsedInput<'assets.update'>,
): CallOutput<'assets.update'> {
  const { repositories } = holder.current();
  const tags = change.tags
    ? [...new Set(change.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))]
    : undefined;
  const asset = repositories.transaction(() => changeAsset(repositories, id, { ...change, tags }));
  events.emit('records.changed', { kind: 'asset', ids: [id] });
  return asset;
}

/** Into the trash or out of it; what uses the file keeps working. */
export function setAssetsTrashed(
  { holder, events, clock }: RecordContext,
  ids: readonly string[],
  trashed: boolean,
): CallOutput<'assets.trash'> {
  const { repositories } = holder.current();
  const trashedAt = trashed ? clock.now().toISOString() : null;
  repositories.transaction(() => {
    for (const id of ids) {
      if ((requireAsset(repositories, id).trashedAt !== null) !== trashed)
        changeAsset(repositories, id, { trashedAt });
    }
  });
  events.emit('records.changed', { kind: 'asset', ids: [...ids] });
  return {};
}
