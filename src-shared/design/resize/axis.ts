/** What one thing does on one axis. Source numbers are px from the start of the source page. */
export interface AxisItem {
  start: number;
  size: number;
  /** scale: one size; stretch: keeps both gaps; fixed: stands where `fixed` says. */
  mode: 'scale' | 'stretch' | 'fixed';
  /** Target px, for `fixed` only. */
  fixed: { start: number; size: number };
  anchor: 'auto' | 'start' | 'centre' | 'end';
  /** How much of its size what lies inside it needs; 0 for a thing with nothing inside. */
  content: number;
  /** Stands free between what is before and after it, rather than at an edge of the page. */
  floats: boolean;
  /** Least target px to either end of the page. */
  margin: { before: number; after: number };
}

/** `before` must stay in front of `after`, `gap` source px apart. */
export interface Separation {
  before: number;
  after: number;
  gap: number;
}

/** Everything of one axis; `order` lists the items by their start in the source. */
export interface Axis {
  items: readonly AxisItem[];
  separations: readonly Separation[];
  side: number;
  newSide: number;
  order: readonly number[];
  /** The separations by the place of what comes after in `order`, and of what comes before, last first. */
  forward: readonly Separation[];
  backward: readonly Separation[];
}

/** Separations in the orders in which longest paths are followed. */
export function pathsOf(
  order: readonly number[],
  separations: readonly Separation[],
): Pick<Axis, 'forward' | 'backward'> {
  const place = new Map(order.map((index, position) => [index, position]));
  const at = (index: number): number => place.get(index) ?? 0;
  return {
    forward: separations.toSorted((a, b) => at(a.after) - at(b.after)),
    backward: separations.toSorted((a, b) => at(b.before) - at(a.before)),
  };
}

/** Things nearer to an edge than this share of the page belong to that edge. */
const nearEdge = 0.12;

/** The share of an original gap that must remain, scaled, between two things. */
const keptGap = 0.6;

/** The size of an item after scaling, target px. */
export function scaledSize(item: AxisItem, scale: number, side: number, newSide: number): number {
  if (item.mode === 'fixed') return item.fixed.size;
  if (item.mode === 'scale') return item.size * scale;
  return Math.max(1, newSide - (side - item.size) * scale);
}

/** Item numbers by their start in the source: an order in which every separation leads forwards. */
export function byStart(items: readonly Pick<AxisItem, 'start' | 'size'>[]): number[] {
  return items
    .map((item, index) => ({ start: item.start, end: item.start + item.size, index }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end || a.index - b.index)
    .map((each) => each.index);
}

/** How far an item may go by itself: not nearer to an end than its margin. */
function limits(item: AxisItem, scale: number, side: number, newSide: number): [number, number] {
  if (item.mode === 'fixed') return [item.fixed.start, item.fixed.start];
  const size = scaledSize(item, scale, side, newSide);
  const before = item.start * scale;
  if (item.mode === 'stretch') return [before, before];
  return [item.margin.before, newSide - item.margin.after - size];
}

/** Longest paths from both ends: the range in which each item can stand, target px. */
export function bounds(axis: Axis, scale: number): { low: number[]; high: number[] } {
  const { items, side, newSide, forward, backward } = axis;
  const low: number[] = [];
  const high: number[] = [];
  const sizes = items.map((item) => scaledSize(item, scale, side, newSide));
  for (const [index, item] of items.entries()) [low[index], high[index]] = limits(item, scale, side, newSide);
  for (const { before, after, gap } of forward) {
    const least = (low[before] ?? 0) + (sizes[before] ?? 0) + gap * scale * keptGap;
    low[after] = Math.max(low[after] ?? 0, least);
  }
  for (const { before, after, gap } of backward) {
    const most = (high[after] ?? 0) - (sizes[before] ?? 0) - gap * scale * keptGap;
    high[before] = Math.min(high[before] ?? 0, most);
  }
  return { low, high };
}

/** Whether everything fits on an axis at a scale. */
export function fits(axis: Axis, scale: number): boolean {
  const { low, high } = bounds(axis, scale);
  const slack = 1e-6;
  return axis.items.every(
    (item, index) =>
      (low[index] ?? 0) <= (high[index] ?? 0) + slack &&
      item.content * scale <= scaledSize(item, scale, axis.side, axis.newSide) + slack,
  );
}

/** Where an item would like to start: its anchor first; else centred stays centred, an edge gap is kept. */
function anchoredStart(item: AxisItem, scale: number, side: number, newSide: number): number {
  const size = scaledSize(item, scale, side, newSide);
  const before = item.start;
  const after = side - item.start - item.size;
  const atStart = before * scale;
  const atEnd = newSide - after * scale - size;
  const centred = (newSide - size) / 2 + ((before - after) / 2) * scale;
  if (item.mode !== 'scale') return item.mode === 'fixed' ? item.fixed.start : atStart;
  if (item.anchor === 'start') return atStart;
  if (item.anchor === 'end') return atEnd;
  if (item.anchor === 'centre' || Math.abs(before - after) <= side * 0.02) return centred;
  if (Math.min(before, after) > side * nearEdge)
    return ((before + item.size / 2) / side) * newSide - size / 2;
  return before < after ? atStart : atEnd;
}

/** The middle of the free room that an item had, as a share of the room that it has now. */
function floatingStart(axis: Axis, scale: number, index: number, starts: readonly number[]): number | null {
  const item = axis.items[index];
  if (!item) return null;
  let before = { edge: 0, newEdge: 0 };
  let after = { edge: axis.side, newEdge: axis.newSide };
  for (const each of axis.separations) {
    const other = axis.items[each.after === index ? each.before : each.after];
    if (!other || (each.after !== index && each.before !== index)) continue;
    const newSize = scaledSize(other, scale, axis.side, axis.newSide);
    if (each.after === index && other.start + other.size > before.edge) {
      before = { edge: other.start + other.size, newEdge: (starts[each.before] ?? 0) + newSize };
    } else if (each.before === index && other.start < after.edge) {
      if (other.mode !== 'fixed') return null;
      after = { edge: other.start, newEdge: other.fixed.start };
    }
  }
  const room = after.edge - before.edge - item.size;
  const newRoom = after.newEdge - before.newEdge - item.size * scale;
  if (room <= 0 || newRoom <= 0) return null;
  return before.newEdge + newRoom * ((item.start - before.edge) / room);
}

/** The start of every item in target px, at its anchor but between its bounds. */
export function place(axis: Axis, scale: number): number[] {
  const { items, separations, side, newSide, order } = axis;
  const { low, high } = bounds(axis, scale);
  const starts: number[] = items.map(() => 0);
  for (const index of order) {
    const item = items[index];
    if (!item) continue;
    let least = low[index] ?? 0;
    for (const each of separations) {
      const before = items[each.before];
      if (each.after !== index || !before) continue;
      const end = (starts[each.before] ?? 0) + scaledSize(before, scale, side, newSide);
      least = Math.max(least, end + each.gap * scale * keptGap);
    }
    const floating = item.floats ? floatingStart(axis, scale, index, starts) : null;
    const wanted = floating ?? anchoredStart(item, scale, side, newSide);
    starts[index] = Math.max(least, Math.min(wanted, high[index] ?? wanted));
  }
  return starts;
}
