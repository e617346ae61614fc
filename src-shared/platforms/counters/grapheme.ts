import type { Unit } from '../rule-pack.ts';
import type { Counter } from './counter.ts';
import { graphemeStarts } from './graphemes.ts';

/** Counts what a reader calls characters (extended grapheme clusters) under the given unit name. */
export function graphemeCounter(unit: Unit): Counter {
  return {
    unit,
    approximate: false,
    count: (text) => graphemeStarts(text).length,
    measure: (text, limit) => {
      const starts = graphemeStarts(text);
      const over = limit !== null && starts.length > limit;
      return { count: starts.length, overflowAt: over ? (starts[Math.max(0, limit)] ?? 0) : null };
    },
  };
}

/** Extended grapheme clusters. */
export const grapheme = graphemeCounter('grapheme');
