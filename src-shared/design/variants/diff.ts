import type { DesignNode } from '#shared/design/schema.ts';

/** Fields of one layer that a size has of its own. */
export type Overrides = Record<string, unknown>;

/** Stands for “this field is not there”, which JSON cannot say; no field of a layer has this shape. */
const absent = { absent: true } as const;

function isAbsent(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'absent' in value && value.absent === true;
}

/** Fields that make a layer what it is; no size changes them. */
const identity = new Set(['id', 'type', 'pageId']);

/** Numbers this close are the same: a resize and its undoing leave such dust. */
const dust = 1e-6;

/** Deep equality of JSON values; numbers may differ by dust. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= dust * Math.max(1, Math.abs(a));
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const one = Object.entries(a).filter(([, value]) => value !== undefined);
  const two = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    one.length === two.size && one.every(([key, value]) => two.has(key) && sameValue(value, two.get(key)))
  );
}

/** The fields in which a layer differs from what it is derived from. */
export function fieldsChanged(base: DesignNode, edited: DesignNode): Overrides {
  const overrides: Overrides = {};
  const from = new Map<string, unknown>(Object.entries(base));
  const to = new Map<string, unknown>(Object.entries(edited));
  for (const key of new Set([...from.keys(), ...to.keys()])) {
    if (identity.has(key) || sameValue(from.get(key), to.get(key))) continue;
    overrides[key] = to.get(key) === undefined ? absent : to.get(key);
  }
  return overrides;
}

/** A layer with a size's own fields over what it is derived with. */
export function withFields(base: DesignNode, overrides: Overrides): DesignNode {
  const fields: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    if (identity.has(key)) continue;
    if (isAbsent(value)) delete fields[key];
    else fields[key] = value;
  }
  // Overrides were taken from layers of this very type, field by field.
  return fields as DesignNode;
}
