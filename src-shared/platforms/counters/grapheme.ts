import type { Unit } from '../rule-pack.ts';
import { type Counter, sumCounter } from './counter.ts';
import { graphemeStarts } from './graphemes.ts';

/** Counts what a reader calls characters (extended grapheme clusters) under the given unit name. */
export function graphemeCounter(unit: Unit): Counter {
  return sumCounter({
    unit,
    walk: (text, visit) => {
      const starts = graphemeStarts(text);
      for (let at = 0; at < starts.length; at++) visit(starts[at] ?? 0, 1);
    },
  });
}

/** Extended grapheme clusters. */
export const grapheme = graphemeCounter('grapheme');
