/** Posts on one platform closer than this stand in each other's way, in minutes. */
export const clashMinutes = 30;

interface Due {
  id: string;
  /** ISO 8601 instant, null when it has no time. */
  dueAt: string | null;
  /** `platform/format` of each target. */
  formats: readonly string[];
}

/** The platforms (ids, sorted) on which each post stands less than 30 minutes from another; only posts that do. */
export function findClashes(posts: readonly Due[]): Map<string, string[]> {
  const byPlatform = new Map<string, { id: string; at: number }[]>();
  for (const post of posts) {
    if (post.dueAt === null) continue;
    const at = Date.parse(post.dueAt);
    for (const platform of new Set(post.formats.map((format) => format.split('/', 1)[0] ?? ''))) {
      const list = byPlatform.get(platform);
      if (list) list.push({ id: post.id, at });
      else byPlatform.set(platform, [{ id: post.id, at }]);
    }
  }
  const clashes = new Map<string, Set<string>>();
  const mark = (id: string, platform: string): void => {
    const known = clashes.get(id);
    if (known) known.add(platform);
    else clashes.set(id, new Set([platform]));
  };
  for (const [platform, list] of byPlatform) {
    list.sort((one, other) => one.at - other.at);
    list.forEach((here, index) => {
      const next = list[index + 1];
      if (!next || next.at - here.at >= clashMinutes * 60_000) return;
      mark(here.id, platform);
      mark(next.id, platform);
    });
  }
  return new Map([...clashes].map(([id, platforms]) => [id, [...platforms].sort()]));
}
