/** A thing to place on one axis: where it was, and how it may go. All in px of its page. */
export interface AxisItem {
  /** Start and size before, and the page's side before. */
  start: number;
  size: number;
  /** Covers the axis from edge to edge and goes on doing so. */
  spans: boolean;
  /** The side it is read from (left-aligned text: start), when that is not to be told from its gaps. */
  anchor: 'start' | 'end' | null;
  /** How much of its size what lies inside it needs; 0 for a thing with nothing inside. */
  content: number;
}

/** `before` must stay in front of `after` on an axis, `gap` px apart originally. */
export interface Separation {
  axis: 'x' | 'y';
  before: number;
  after: number;
  gap: number;
}

interface Bounds {
  low: number[];
  high: number[];
}

/** The share of an original gap that must remain, scaled, between two things. */
const keptGap = 0.5;

/** The size of an item after scaling. */
export function scaledSize(item: AxisItem, scale: number, side: number, newSide: number): number {
  return item.spans ? item.size + (newSide - side) : item.size * scale;
}

/** How far an item may go: not nearer to an edge than the safe margin, unless it already was. */
function limits(item: AxisItem, scale: number, side: number, newSide: number): [number, number] {
  if (item.spans) return [item.start, item.start];
  const safe = newSide * 0.04;
  const size = scaledSize(item, scale, side, newSide);
  const before = Math.min(safe, item.start * scale);
  const after = Math.min(safe, (side - item.start - item.size) * scale);
  return [before, newSide - after - size];
}

/** Longest paths from both ends: the range in which each item can stand. `order` is by original start. */
function boundsOnAxis(
  items: readonly AxisItem[],
  order: readonly number[],
  separations: readonly Separation[],
  scale: number,
  side: number,
  newSide: number,
): Bounds {
  const low: number[] = [];
  const high: number[] = [];
  for (const [index, item] of items.entries()) [low[index], high[index]] = limits(item, scale, side, newSide);
  const sizeOf = (index: number): number => {
    const item = items[index];
    return item ? scaledSize(item, scale, side, newSide) : 0;
  };
  for (const index of order) {
    for (const separation of separations) {
      if (separation.after !== index) continue;
      const least =
        (low[separation.before] ?? 0) + sizeOf(separation.before) + separation.gap * scale * keptGap;
      low[index] = Math.max(low[index] ?? 0, least);
    }
  }
  for (const index of order.toReversed()) {
    for (const separation of separations) {
      if (separation.before !== index) continue;
      const most = (high[separation.after] ?? 0) - sizeOf(index) - separation.gap * scale * keptGap;
      high[index] = Math.min(high[index] ?? 0, most);
    }
  }
  return { low, high };
}

function byStart(items: readonly AxisItem[]): number[] {
  return items
    .map((item, index) => ({ start: item.start, index }))
    .toSorted((a, b) => a.start - b.start || a.index - b.index)
    .map((each) => each.index);
}

/** Whether everything fits on an axis at a scale. */
export function fits(
  items: readonly AxisItem[],
  separations: readonly Separation[],
  scale: number,
  side: number,
  newSide: number,
): boolean {
  const { low, high } = boundsOnAxis(items, byStart(items), separations, scale, side, newSide);
  return items.every(
    (item, index) =>
      (low[index] ?? 0) <= (high[index] ?? 0) + 1e-6 &&
      item.content * scale <= scaledSize(item, scale, side, newSide) + 1e-6,
  );
}

/**
 * Where an item would like to start: its own anchor first; otherwise centred stays centred, near an edge keeps its scaled gap, in between
 * keeps its relative place.
 */
export function anchoredStart(
  item: Omit<AxisItem, 'content'>,
  scale: number,
  side: number,
  newSide: number,
): number {
  if (item.spans) return item.start;
  const size = item.size * scale;
  const before = item.start;
  const after = side - item.start - item.size;
  if (item.anchor === 'start') return before * scale;
  if (item.anchor === 'end') return newSide - after * scale - size;
  if (Math.abs(before - after) <= side * 0.02) return newSide / 2 - size / 2 + ((before - after) / 2) * scale;
  if (Math.min(before, after) > side * 0.25)
    return ((item.start + item.size / 2) / side) * newSide - size / 2;
  return before < after ? before * scale : newSide - after * scale - size;
}

/** The start of every item on an axis, at its anchor but between its bounds. */
export function placeOnAxis(
  items: readonly AxisItem[],
  separations: readonly Separation[],
  scale: number,
  side: number,
  newSide: number,
): number[] {
  const order = byStart(items);
  const { low, high } = boundsOnAxis(items, order, separations, scale, side, newSide);
  const starts: number[] = items.map(() => 0);
  for (const index of order) {
    const item = items[index];
    if (!item) continue;
    let least = low[index] ?? 0;
    for (const separation of separations) {
      const before = items[separation.before];
      if (separation.after !== index || !before) continue;
      const end = (starts[separation.before] ?? 0) + scaledSize(before, scale, side, newSide);
      least = Math.max(least, end + separation.gap * scale * keptGap);
    }
    const wanted = anchoredStart(item, scale, side, newSide);
    starts[index] = Math.max(least, Math.min(wanted, high[index] ?? wanted));
  }
  return starts;
}
