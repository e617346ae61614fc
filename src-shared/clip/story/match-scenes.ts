/** How alike two texts are: shared pairs of neighbouring letters in parts of both, 0 to 1 (Dice). */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const pairs = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    const letters = Array.from(text.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, ''));
    for (let at = 0; at + 1 < letters.length; at += 1) {
      const pair = `${letters[at]}${letters[at + 1]}`;
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
    return counts;
  };
  const [first, second] = [pairs(one), pairs(other)];
  const total = (counts: Map<string, number>): number =>
    [...counts.values()].reduce((sum, count) => sum + count, 0);
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  const all = total(first) + total(second);
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Texts this much alike are the same scene, reworded. */
const alike = 0.4;

/**
 * For each new text the old one that it was, or null for a new scene. Each old text is taken once: first those that
 * are the same wherever they stand, then, in order, those most alike.
 */
export function matchScenes(before: readonly string[], after: readonly string[]): (number | null)[] {
  const free = new Set(before.keys());
  const matches = after.map((text): number | null => {
    for (const index of free) {
      if (before[index] !== text) continue;
      free.delete(index);
      return index;
    }
    return null;
  });
  const pairs = after.flatMap((text, index) =>
    matches[index] === null
      ? [...free].map((old) => ({ index, old, like: likeness(before[old] ?? '', text) }))
      : [],
  );
  pairs.sort((a, b) => b.like - a.like || a.index - b.index);
  for (const { index, old, like } of pairs) {
    if (like < alike || matches[index] !== null || !free.has(old)) continue;
    matches[index] = old;
    free.delete(old);
  }
  return matches;
}
