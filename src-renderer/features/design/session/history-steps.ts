import { z } from 'zod';
import type { HistoryStep } from '#shared/contract/design-work.ts';
import type { Change, Patch } from '#shared/design/operations.ts';
import { designSchema, nodeSchema, pageSchema, variantSchema } from '#shared/design/schema.ts';

const id = z.string().min(1);
const { width, height, bleed, safeArea, guides, grid } = designSchema.shape;

/** A change as it is stored; what is not one is not applied to a design. */
const changeSchema = z.discriminatedUnion('table', [
  z.object({ table: z.literal('nodes'), id, value: nodeSchema.nullable() }),
  z.object({ table: z.literal('pages'), id, value: pageSchema.nullable() }),
  z.object({ table: z.literal('variants'), id, value: variantSchema.nullable() }),
  z.object({ table: z.literal('size'), value: z.object({ width, height }) }),
  z.object({ table: z.literal('setup'), value: z.object({ bleed, safeArea, guides, grid }).partial() }),
]);
const patchSchema = z.array(changeSchema).max(100_000);

/** What undo needs of a step: how to do it and how to take it back. */
export interface PlainStep {
  patch: Patch;
  inverse: Patch;
}

function readPatch(saved: readonly unknown[]): Patch | null {
  const parsed = patchSchema.safeParse(saved);
  // Absent fields stay absent in what zod answers, which its type does not say.
  return parsed.success ? (parsed.data as Change[]) : null;
}

/**
 * Reads stored steps, nearest to the present last. A step that cannot be read ends the list there: what lies
 * beyond it could no longer be reached in order.
 */
export function readSteps(saved: readonly HistoryStep[]): PlainStep[] {
  const steps: PlainStep[] = [];
  for (const step of saved.toReversed()) {
    const patch = readPatch(step.patch);
    const inverse = readPatch(step.inverse);
    if (!patch || !inverse) break;
    steps.unshift({ patch, inverse });
  }
  return steps;
}

function recordOf(change: Change): string {
  return 'id' in change ? `${change.table}/${change.id}` : change.table;
}

/**
 * One patch for several in a row: of each record only its last value, because records are set whole and nothing
 * of what lies between is ever seen. The same holds for inverses, which are given newest first.
 */
export function compacted(patch: Patch): Patch {
  const last = new Map<string, Change>();
  for (const change of patch) last.set(recordOf(change), change);
  return last.size === patch.length ? patch : [...last.values()];
}

const sizes = new WeakMap<PlainStep, number>();

/** Characters of a step as JSON, worked out once. */
function sizeOf(step: PlainStep): number {
  const known = sizes.get(step);
  if (known !== undefined) return known;
  const size = JSON.stringify([step.patch, step.inverse]).length;
  sizes.set(step, size);
  return size;
}

/** The newest steps that fit into both limits, in order. */
export function newestWithin(steps: readonly PlainStep[], count: number, characters: number): PlainStep[] {
  const kept: PlainStep[] = [];
  let room = characters;
  for (const step of steps.toReversed()) {
    room -= sizeOf(step);
    if (kept.length >= count || room < 0) break;
    kept.unshift(step);
  }
  return kept;
}
