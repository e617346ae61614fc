import type { KitItem } from './schema.ts';

type HashtagSet = KitItem<'hashtag-set'>;

/** The tags of a set for a platform: its own where it has some. */
export function tagsFor(set: HashtagSet, platform: string | null): string[] {
  const own = platform === null ? undefined : set.body.perPlatform[platform];
  return own && own.length > 0 ? own : set.body.tags;
}

/**
 * The set whose turn it is: the one that was used longest ago, never used ones first, then the least used, then by
 * name. Of several sets the one used last is never the answer, so that no set is used twice running. null for none.
 */
export function nextSet(sets: readonly HashtagSet[]): HashtagSet | null {
  const order = sets.toSorted(
    (one, other) =>
      (one.lastUsedAt ?? '').localeCompare(other.lastUsedAt ?? '') ||
      one.uses - other.uses ||
      one.name.localeCompare(other.name),
  );
  return order[0] ?? null;
}

/** The tags of a post with those of a set added, each once whatever its case, in order. */
export function addTags(present: readonly string[], added: readonly string[]): string[] {
  const known = new Set<string>();
  return [...present, ...added].filter((tag) => {
    const key = tag.normalize('NFKC').toLowerCase();
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}
