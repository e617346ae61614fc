import type { EnvelopePoint, FocusKey } from '../segment.ts';

/** What has a value at some times; between two keys it changes evenly, outside of them it stays. */
interface Key {
  at: number;
}

/** The value between two keys, `share` 0 to 1 of the way. */
type Between<K extends Key> = (before: K, after: K, share: number) => K;

const mixed = (from: number, to: number, share: number): number => from + (to - from) * share;

export const betweenFocus: Between<FocusKey> = (before, after, share) => ({
  at: mixed(before.at, after.at, share),
  x: mixed(before.x, after.x, share),
  y: mixed(before.y, after.y, share),
  ...(before.zoom === undefined && after.zoom === undefined
    ? {}
    : { zoom: mixed(before.zoom ?? 1, after.zoom ?? 1, share) }),
});

export const betweenGain: Between<EnvelopePoint> = (before, after, share) => ({
  at: mixed(before.at, after.at, share),
  gain: mixed(before.gain, after.gain, share),
});

/**
 * The value at a time. Two keys at the same time are a jump: `left` answers what it comes from, `right` what it
 * goes to. Keys must not be empty.
 */
export function keyAt<K extends Key>(
  keys: readonly K[],
  at: number,
  between: Between<K>,
  side: 'left' | 'right' = 'right',
): K {
  const before = keys.findLast((key) => (side === 'right' ? key.at <= at : key.at < at));
  const after = keys.find((key) => (side === 'right' ? key.at > at : key.at >= at));
  const only = before === undefined ? after : after === undefined ? before : null;
  if (only) return { ...only, at };
  if (!before || !after) throw new RangeError('There is no key to take a value from.');
  const share = (at - before.at) / (after.at - before.at);
  return { ...between(before, after, share), at };
}

/**
 * The keys of a part, counted from its start; at a cut edge (`null`: nothing is cut there) the value there becomes
 * a key. `shift` is where the part starts.
 */
export function cutKeys<K extends Key>(
  keys: readonly K[],
  part: { from: number | null; to: number | null; shift: number },
  between: Between<K>,
): K[] {
  if (keys.length === 0) return [];
  const { from, to, shift } = part;
  const inside = keys.filter((key) => (from === null || key.at > from) && (to === null || key.at < to));
  const cut: K[] = inside.map((key) => ({ ...key, at: Math.max(0, key.at - shift) }));
  // A key at the edge is only needed where one lies beyond it: outside of the keys the value stays by itself.
  if (from !== null && keys.some((key) => key.at <= from))
    cut.unshift({ ...keyAt(keys, from, between, 'right'), at: Math.max(0, from - shift) });
  if (to !== null && keys.some((key) => key.at >= to))
    cut.push({ ...keyAt(keys, to, between, 'left'), at: Math.max(0, to - shift) });
  return cut;
}

function sameValue(one: Key, other: Key): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  names.delete('at');
  const value = (key: Key, name: string): unknown => (key as unknown as Record<string, unknown>)[name];
  return [...names].every((name) => {
    const [first, second] = [value(one, name), value(other, name)];
    if (typeof first === 'number' && typeof second === 'number') return Math.abs(first - second) < 1e-6;
    return first === second;
  });
}

/** The keys of two parts in a row, `cut` being the length of the first; a key at the cut stays only where it is needed. */
export function joinKeys<K extends Key>(
  first: readonly K[],
  second: readonly K[],
  cut: number,
  between: Between<K>,
): K[] {
  if (first.length === 0 || second.length === 0) return [...first, ...second];
  const end = { ...keyAt(first, cut, between, 'left'), at: cut };
  const start = { ...keyAt(second, 0, between, 'right'), at: cut };
  const before = first.filter((key) => key.at < cut - 1e-9);
  const after = second.filter((key) => key.at > 1e-9).map((key) => ({ ...key, at: key.at + cut }));
  if (!sameValue(end, start)) return [...before, end, start, ...after];
  const rest = [...before, ...after];
  if (rest.length > 0 && sameValue(keyAt(rest, cut, between), end)) return rest;
  return [...before, end, ...after];
}
