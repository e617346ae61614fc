import { type Shift, shiftBetween, shifted } from './patch-shift.ts';

/** A value of JSON; `undefined` fields count as absent. */
type Json = unknown;
type Fields = Record<string, Json>;
type Item = { id: string } & Fields;

/**
 * How one value becomes another. A record is changed field by field, a list whose items have ids item by item, so
 * that one changed caption costs one caption; everything else is set whole.
 */
export type Change =
  | { set: Json }
  | { gone: true }
  | { fields: Record<string, Change> }
  | { items: ItemChanges };

interface ItemChanges {
  gone?: string[];
  shifted?: Shift[];
  changed?: Record<string, Change>;
  /** New or moved items, in order; `after` is the item before it when it is put there, null the start. */
  put?: { after: string | null; item?: Json; id?: string }[];
}

/** At most one change, of the whole; empty when both are the same. A list, because that is how steps are stored. */
export type Patch = Change[];

const isFields = (value: Json): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keyed(value: Json): Map<string, Item> | null {
  if (!Array.isArray(value)) return null;
  const items = new Map<string, Item>();
  for (const item of value) {
    if (!isFields(item) || typeof item['id'] !== 'string' || items.has(item['id'])) return null;
    items.set(item['id'], item as Item);
  }
  return items;
}

/** Indices of the longest rising run of numbers, which need not be neighbours. */
function longestRising(values: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  values.forEach((value, index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const run = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) run.add(index);
  return run;
}

function betweenLists(before: Map<string, Item>, after: Map<string, Item>): Change | null {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  const changed: Record<string, Change> = {};
  const shifts: Shift[] = [];
  let running = false;
  for (const [id, was] of before) {
    const item = after.get(id);
    if (!item) continue;
    const shift = was === item ? null : shiftBetween(was, item, sameContent);
    const last = shifts.at(-1);
    if (shift && running && last?.by === shift.by && last.of === shift.of) last.last = id;
    else if (shift) shifts.push({ ...shift, first: id, last: id });
    running = shift !== null;
    const change = shift ? null : between(was, item);
    if (change) changed[id] = change;
  }
  const places = new Map([...before.keys()].map((id, index) => [id, index]));
  const common = [...after.keys()].filter((id) => before.has(id));
  const stays = longestRising(common.map((id) => places.get(id) ?? 0));
  const still = new Set(common.filter((_, index) => stays.has(index)));
  const put: NonNullable<ItemChanges['put']> = [];
  let last: string | null = null;
  for (const [id, item] of after) {
    if (!before.has(id)) put.push({ after: last, item });
    else if (!still.has(id)) put.push({ after: last, id });
    last = id;
  }
  const items: ItemChanges = {
    ...(gone.length > 0 ? { gone } : {}),
    ...(shifts.length > 0 ? { shifted: shifts } : {}),
    ...(Object.keys(changed).length > 0 ? { changed } : {}),
    ...(put.length > 0 ? { put } : {}),
  };
  return Object.keys(items).length > 0 ? { items } : null;
}

/** Whether two values of JSON say the same; parts that are the same object are not looked at. Ends at the first difference. */
export function sameContent(one: Json, other: Json): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item: Json, index) => sameContent(item, other[index]));
  if (!isFields(one) || !isFields(other)) return false;
  for (const name in one) if (!sameContent(one[name], other[name])) return false;
  for (const name in other) if (other[name] !== undefined && !(name in one)) return false;
  return true;
}

function between(before: Json, after: Json): Change | null {
  if (Object.is(before, after)) return null;
  if (after === undefined) return { gone: true };
  if (Array.isArray(before) && Array.isArray(after)) {
    const [first, second] = [keyed(before), keyed(after)];
    if (first && second && first.size > 0 && second.size > 0) return betweenLists(first, second);
    const same =
      before.length === after.length && before.every((item: Json, index) => sameContent(item, after[index]));
    return same ? null : { set: after };
  }
  if (!isFields(before) || !isFields(after)) return { set: after };
  const fields: Record<string, Change> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const change = between(before[name], after[name]);
    if (change) fields[name] = change;
  }
  return Object.keys(fields).length > 0 ? { fields } : null;
}

function applyItems(list: readonly Json[], { gone, shifted: shifts, changed, put }: ItemChanges): Json[] {
  const items = keyed(list);
  if (!items) throw new RangeError('This change does not fit the list.');
  for (const id of gone ?? []) items.delete(id);
  for (const shift of shifts ?? []) {
    let within = false;
    for (const [id, item] of items) {
      within ||= id === shift.first;
      if (within) items.set(id, shifted(item, shift) as Item);
      if (id === shift.last) break;
    }
    if (!within) throw new RangeError('This change does not fit the list.');
  }
  for (const [id, change] of Object.entries(changed ?? {}))
    items.set(id, apply(items.get(id), change) as Item);
  if (!put) return [...items.values()];
  const moved = new Set(put.flatMap(({ id }) => id ?? []));
  const followers = new Map<string | null, Item>();
  for (const { after, item, id } of put) {
    const placed = id === undefined ? (item as Item) : items.get(id);
    if (!placed) throw new RangeError('This change does not fit the list.');
    followers.set(after, placed);
  }
  const next: Json[] = [];
  const add = (item: Item): void => {
    next.push(item);
    addFollower(item.id);
  };
  const addFollower = (start: string | null): void => {
    for (let one = followers.get(start); one; one = followers.get(one.id)) next.push(one);
  };
  addFollower(null);
  for (const [id, item] of items) if (!moved.has(id)) add(item);
  if (next.length !== items.size - moved.size + put.length)
    throw new RangeError('This change does not fit the list.');
  return next;
}

function apply(value: Json, change: Change): Json {
  if ('set' in change) return change.set;
  if ('gone' in change) return undefined;
  if ('items' in change) {
    if (!Array.isArray(value)) throw new RangeError('This change does not fit the list.');
    return applyItems(value, change.items);
  }
  const next: Fields = { ...(isFields(value) ? value : {}) };
  for (const [name, each] of Object.entries(change.fields)) {
    const result = apply(next[name], each);
    if (result === undefined) delete next[name];
    else next[name] = result;
  }
  return next;
}

/** What turns one value into the other; parts that are the same object are not looked at. */
export function patchBetween(before: object, after: object): Patch {
  const change = between(before, after);
  return change ? [change] : [];
}

/** Does what a patch says to the value it was made for. @throws RangeError when it does not fit that value. */
export function applyPatch<Value extends object>(value: Value, patch: readonly Change[]): Value {
  return patch.reduce<Json>((result, change) => apply(result, change), value) as Value;
}
