import type { DesignBody } from '#shared/design/schema.ts';

/** Fields that hold the id of an asset, wherever in a design they are: layers, fills, backgrounds, sizes. */
const assetFields = new Set(['assetId', 'originalAssetId']);

function visit(value: unknown, see: (assetId: string) => string): unknown {
  if (Array.isArray(value)) return value.map((each) => visit(each, see));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      assetFields.has(name) && typeof inside === 'string' && inside !== '' ? see(inside) : visit(inside, see),
    ]),
  );
}

/** The design with every asset under another id: layers, fills, backgrounds and what sizes override. */
export function renameAssets(body: DesignBody, rename: (assetId: string) => string): DesignBody {
  return visit(body, rename) as DesignBody;
}
