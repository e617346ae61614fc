/**
 * Whole runs of captions, overlays, sounds and markers that move by the same time: what one cut does to everything
 * behind it. They are stored as one shift, so that a step of undo stays small however long the clip is.
 */
export interface Shift {
  /** Seconds. */
  by: number;
  /** `span`: `from` and `to`, also of words; `at`: that alone. */
  of: 'span' | 'at';
  /** The first and the last item of the run, in the order of the list before. */
  first: string;
  last: string;
}

type Fields = Record<string, unknown>;

/** Times of operations have nine digits; sums are brought back to them. */
const tidy = (seconds: number): number => Math.round(seconds * 1e9) / 1e9;
const moved = (value: unknown, by: number): unknown => (typeof value === 'number' ? tidy(value + by) : value);

function shiftedSpan(item: Fields, by: number): Fields {
  return { ...item, from: moved(item['from'], by), to: moved(item['to'], by) };
}

/** An item moved by a shift. */
export function shifted(item: Fields, { by, of }: Pick<Shift, 'by' | 'of'>): Fields {
  if (of === 'at') return { ...item, at: moved(item['at'], by) };
  const { words } = item;
  return {
    ...shiftedSpan(item, by),
    ...(Array.isArray(words) ? { words: words.map((word: Fields) => shiftedSpan(word, by)) } : {}),
  };
}

/** The shift that makes exactly one item of another; null when there is none. `same` compares two values. */
export function shiftBetween(
  before: Fields,
  after: Fields,
  same: (one: unknown, other: unknown) => boolean,
): Pick<Shift, 'by' | 'of'> | null {
  for (const [of, field] of [
    ['span', 'to'],
    ['at', 'at'],
  ] as const) {
    const [from, to] = [before[field], after[field]];
    if (typeof from !== 'number' || typeof to !== 'number' || from === to) continue;
    const shift = { by: tidy(to - from), of };
    if (same(shifted(before, shift), after)) return shift;
  }
  return null;
}
