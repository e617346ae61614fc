import { counters } from '#shared/platforms/counters/all.ts';
import { graphemeStarts } from '#shared/platforms/counters/graphemes.ts';
import { foldAt } from '#shared/platforms/compose.ts';
import type { FormatProfile, TextField } from '#shared/platforms/profile-types.ts';
import type { FieldMeasure } from '../session/measure.ts';

/** An ordinary address, and a longer one: where both count the same, every link costs so much. */
const short = 'https://example.com/a';
const long = 'https://example.com/a/much/longer/address/of/a/page?with=more';

/**
 * What any link counts as in a field, in the field's unit: a number where the platform says so, null where it
 * counts as long as it is written.
 */
export function linkCost(profile: FormatProfile, field: TextField): number | null {
  const { measure } = counters[field.unit];
  const one = measure(short, null).count;
  if (one === measure(long, null).count) return one;
  return field.role === 'body' ? (profile.text.urlLength?.value ?? null) : null;
}

/** Characters, as readers see them, that do not fit; 0 where all do. */
export function overflowCount({ text, count }: Pick<FieldMeasure, 'text' | 'count'>): number {
  return count.overflowAt === null ? 0 : graphemeStarts(text.slice(count.overflowAt)).length;
}

/** Where the body of a target folds, in characters as readers see them; null when all of it shows. */
export function foldOf(profile: FormatProfile, field: TextField, text: string): number | null {
  if (field.role !== 'body') return null;
  const at = foldAt(profile, text);
  return at === null ? null : graphemeStarts(text.slice(0, at)).length;
}
