import { useCall } from '#renderer/bridge/use-call.ts';
import type { Asset } from '#shared/domain/asset.ts';

export const shelves = ['asset', 'design', 'clip'] as const;
/** Where media comes from: files of the library, designs, clips. */
export type Shelf = (typeof shelves)[number];

export interface PickedMedia {
  shelf: Shelf;
  id: string;
  name: string;
  /** Path for the media route; null for sounds. */
  thumb: string | null;
  /** Seconds; 0 for stills. */
  duration: number;
  alt: string;
  /** Only from the library. */
  asset: Asset | null;
}

const read = ['records.changed'] as const;

/** What a shelf holds of the kinds, newest first as the workspace has them. */
export function useMedia(shelf: Shelf, kinds: readonly Asset['kind'][], search: string) {
  const query = search === '' ? {} : { search };
  const assets = useCall('assets.list', shelf === 'asset' ? { ...query, limit: 1000 } : null, read);
  const designs = useCall('designs.list', shelf === 'design' ? query : null, read);
  const clips = useCall('clips.list', shelf === 'clip' ? query : null, read);
  const state = { asset: assets, design: designs, clip: clips }[shelf];
  const made = { alt: '', asset: null };
  const items: Record<Shelf, () => PickedMedia[]> = {
    asset: () =>
      (assets.data?.items ?? [])
        .filter((asset) => kinds.includes(asset.kind))
        .map((asset) => ({
          shelf,
          id: asset.id,
          name: asset.name,
          thumb: asset.kind === 'audio' ? null : `thumb/${asset.id}`,
          duration: asset.duration,
          alt: asset.alt,
          asset,
        })),
    design: () =>
      (designs.data?.items ?? []).map(({ id, name, thumbnail }) => ({
        ...made,
        shelf,
        id,
        name,
        thumb: thumbnail,
        duration: 0,
      })),
    clip: () =>
      (clips.data?.items ?? []).map(({ id, name, thumbnail, duration }) => ({
        ...made,
        shelf,
        id,
        name,
        thumb: thumbnail,
        duration,
      })),
  };
  return {
    items: items[shelf](),
    loaded: state.data !== undefined,
    failure: state.failure,
    reload: state.reload,
  };
}
