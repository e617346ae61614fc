import { fold } from './fold.ts';

/** A word to look for; several may be the same. */
export interface SoughtWord {
  /** Folded here; never empty. */
  word: string;
  /** Longer texts around the word that are allowed, for every word of the same group. */
  except: readonly string[];
  group: number;
}

/** Where a sought word stands: its index in the list, UTF-16 indexes in the text. */
export interface WordHit {
  index: number;
  from: number;
  to: number;
}

interface Ending {
  index: number;
  length: number;
  /** The allowed text around a word, not the word. */
  allowed: boolean;
  /** Letters and digits of the Latin script end where a word ends. */
  whole: boolean;
}

const latin = /[a-z0-9\u00e0-\u024f]/;

/** Finds all of many words in one walk over a text (Aho and Corasick, 1975). */
export interface WordFinder {
  /** @param folded as `fold` gives it */
  find(folded: string): WordHit[];
}

export function createWordFinder(words: readonly SoughtWord[]): WordFinder {
  const next: Map<number, number>[] = [new Map()];
  const endings: Ending[][] = [[]];
  const add = (text: string, index: number, allowed: boolean): void => {
    const folded = fold(text);
    if (folded === '') return;
    let state = 0;
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charCodeAt(at);
      const edges = next[state];
      let follow = edges?.get(unit);
      if (follow === undefined) {
        follow = next.push(new Map()) - 1;
        endings.push([]);
        edges?.set(unit, follow);
      }
      state = follow;
    }
    const whole = latin.test(folded[0] ?? '') || latin.test(folded.at(-1) ?? '');
    endings[state]?.push({ index, length: folded.length, allowed, whole });
  };
  for (const [index, { word, except }] of words.entries()) {
    add(word, index, false);
    for (const allowed of except) add(allowed, index, true);
  }
  return walkerOf(
    next,
    endings,
    words.map(({ group }) => group),
  );
}

/** Adds the links to the longest suffix that is also on the way to a word. */
function walkerOf(
  next: readonly Map<number, number>[],
  endings: readonly Ending[][],
  groups: readonly number[],
): WordFinder {
  const suffix = new Int32Array(next.length);
  /** The nearest state along the suffixes where a word ends; 0 for none. */
  const ends = new Int32Array(next.length);
  const queue = [...(next[0]?.values() ?? [])];
  for (const state of queue) {
    for (const [unit, follow] of next[state] ?? []) {
      let from = suffix[state] ?? 0;
      while (from !== 0 && !next[from]?.has(unit)) from = suffix[from] ?? 0;
      suffix[follow] = next[from]?.get(unit) ?? 0;
      queue.push(follow);
    }
    const behind = suffix[state] ?? 0;
    ends[state] = endings[behind]?.length ? behind : (ends[behind] ?? 0);
  }
  const first = new Int32Array(0x1_0000);
  for (const [unit, state] of next[0] ?? []) first[unit] = state;

  const find = (folded: string): WordHit[] => {
    const hits: WordHit[] = [];
    const spared: WordHit[] = [];
    let state = 0;
    for (let at = 0; at < folded.length; at += 1) {
      const unit = folded.charCodeAt(at);
      let follow: number | undefined;
      while (state !== 0) {
        follow = next[state]?.get(unit);
        if (follow !== undefined) break;
        state = suffix[state] ?? 0;
      }
      state = follow ?? first[unit] ?? 0;
      for (let end = state; end !== 0; end = ends[end] ?? 0) {
        for (const { index, length, allowed, whole } of endings[end] ?? []) {
          const from = at + 1 - length;
          if (whole && !standsAlone(folded, from, at + 1)) continue;
          const hit = { index, from, to: at + 1 };
          if (allowed) spared.push(hit);
          else hits.push(hit);
        }
      }
    }
    if (spared.length === 0) return hits;
    return hits.filter(
      (hit) =>
        !spared.some(
          (each) => groups[each.index] === groups[hit.index] && each.from <= hit.from && each.to >= hit.to,
        ),
    );
  };
  return { find };
}

function standsAlone(text: string, from: number, to: number): boolean {
  const cutBefore = latin.test(text[from] ?? '') && latin.test(text[from - 1] ?? '');
  const cutAfter = latin.test(text[to - 1] ?? '') && latin.test(text[to] ?? '');
  return !cutBefore && !cutAfter;
}

/** Of hits that overlap the longest, of equally long ones the first; in order of place. */
export function longestHits<Hit extends WordHit>(hits: readonly Hit[]): Hit[] {
  const byLength = hits.toSorted(
    (one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from,
  );
  const kept: Hit[] = [];
  for (const hit of byLength) {
    if (!kept.some((each) => each.from < hit.to && hit.from < each.to)) kept.push(hit);
  }
  return kept.toSorted((one, other) => one.from - other.from);
}
