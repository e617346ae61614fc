import type { DesignBody } from '#shared/design/schema.ts';
import { bodyOfVariant } from '#shared/design/variants/derive.ts';

/** FNV-1a over UTF-16 units, 32 bits, twice with different seeds: enough to tell two states apart. */
function hashOf(text: string): string {
  let one = 0x811c9dc5;
  let two = 0x1b873593;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b);
  }
  return `${(one >>> 0).toString(16).padStart(8, '0')}${(two >>> 0).toString(16).padStart(8, '0')}`;
}

/** Sorted keys and rounded numbers, so that equal results have equal marks. */
function canonical(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 100) / 100 + 0;
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, canonical(each)]));
}

/** A mark of what a size looks like now; the same result has the same mark. '' for an unknown size. */
export function reviewMark(body: DesignBody, variantId: string): string {
  const own = bodyOfVariant(body, variantId);
  if (!own) return '';
  const { nodes, pages, width, height } = own.body;
  return hashOf(JSON.stringify(canonical({ nodes, pages, width, height })));
}

/** fresh: as it came out; needs-review: someone should look; reviewed: found good as it is; overridden: has fields of its own. */
export type VariantState = 'fresh' | 'needs-review' | 'reviewed' | 'overridden';

/** How far a size is looked after; a review counts until the result changes. */
export function variantState(body: DesignBody, variantId: string): VariantState {
  const variant = body.variants?.[variantId];
  const own = bodyOfVariant(body, variantId);
  if (!variant || !own) return 'fresh';
  if (variant.reviewed !== null && variant.reviewed === reviewMark(body, variantId)) return 'reviewed';
  if (own.report.needsReview) return 'needs-review';
  const changed = Object.keys(variant.overrides).length + Object.keys(variant.backgrounds).length;
  return changed > 0 ? 'overridden' : 'fresh';
}
