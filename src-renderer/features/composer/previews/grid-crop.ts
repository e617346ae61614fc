/** How a platform lays out covers on a profile page. */
export interface ProfileGrid {
  /** Width divided by height of a tile. */
  ratio: number;
  columns: 2 | 3;
}

/** Tiles of profile pages as the apps show them in 2025; our own observation, no fact of the rule pack. */
const grids: Record<string, ProfileGrid> = {
  douyin: { ratio: 3 / 4, columns: 3 },
  kuaishou: { ratio: 3 / 4, columns: 3 },
  xiaohongshu: { ratio: 3 / 4, columns: 2 },
  'wechat-channels': { ratio: 3 / 4, columns: 3 },
  bilibili: { ratio: 16 / 10, columns: 2 },
  weibo: { ratio: 1, columns: 3 },
  instagram: { ratio: 3 / 4, columns: 3 },
  tiktok: { ratio: 3 / 4, columns: 3 },
  'youtube/shorts': { ratio: 9 / 16, columns: 3 },
  'facebook/reel': { ratio: 9 / 16, columns: 3 },
};

/** The profile grid of `platform/format`; null where the platform shows no tiles of posts. */
export function profileGrid(format: string): ProfileGrid | null {
  if (format.endsWith('/article') || format.endsWith('/story')) return null;
  return grids[format] ?? grids[format.split('/')[0] ?? ''] ?? null;
}
