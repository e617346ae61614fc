import type { Unit } from '../rule-pack.ts';
import type { Counter } from './counter.ts';
import { graphemeStartAt } from './graphemes.ts';

/** Counts UTF-16 code units (JavaScript's `length`) under the given unit name. */
export function lengthCounter(unit: Unit, approximate: boolean): Counter {
  return {
    unit,
    approximate,
    count: (text) => text.length,
    measure: (text, limit) => ({
      count: text.length,
      overflowAt: limit === null || text.length <= limit ? null : graphemeStartAt(text, Math.max(0, limit)),
    }),
  };
}

/** UTF-16 code units; TikTok states this one. */
export const utf16 = lengthCounter('utf16', false);
