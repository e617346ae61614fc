import { requireAsset, setAssetsTrashed, updateAsset } from '#main/core/assets/assets.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

/** The library's records; importing (`assets.import`) reads media and lives with it. */
export function createAssetHandlers(context: RecordContext): Omit<AreaHandlers<'assets'>, 'assets.import'> {
  const { holder } = context;
  return {
    'assets.list': (input) =>
      holder.current().repositories.assets.list({ ...input, trashed: input.trashed ?? false }),
    'assets.get': ({ id }) => requireAsset(holder.current().repositories, id),
    'assets.update': (input) => updateAsset(context, input),
    'assets.trash': ({ ids }) => setAssetsTrashed(context, ids, true),
    'assets.restore': ({ ids }) => setAssetsTrashed(context, ids, false),
    'assets.usedIn': ({ id }) => {
      const { repositories } = holder.current();
      requireAsset(repositories, id);
      return repositories.uses.usersOf('asset', id);
    },
  };
}
