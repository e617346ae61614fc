import type { Mark } from './runs.ts';

/** A run of `*`, `_` or `~` that may open or close a mark. */
export interface Delimiter {
  char: string;
  length: number;
  canOpen: boolean;
  canClose: boolean;
}

const space = /^[\s\u00a0]$/u;
const punctuation = /^[\p{P}\p{S}]$/u;
const cjk =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]$/u;

/**
 * Whether a delimiter run opens or closes, from the characters beside it ('' at an end of the text). CommonMark's
 * flanking rule, widened as “CJK-friendly emphasis” has it: Chinese sets no spaces, so `**注意：**请看` is bold too.
 */
export function delimiterOf(char: string, length: number, before: string, after: string): Delimiter {
  const edge = (other: string): boolean => other === '' || space.test(other);
  const flanks = (inner: string, outer: string): boolean => {
    if (edge(inner)) return false;
    return !punctuation.test(inner) || edge(outer) || punctuation.test(outer) || cjk.test(outer);
  };
  const left = flanks(after, before);
  const right = flanks(before, after);
  if (char !== '_') return { char, length, canOpen: left, canClose: right };
  return {
    char,
    length,
    canOpen: left && (!right || punctuation.test(before)),
    canClose: right && (!left || punctuation.test(after)),
  };
}

/** A mark over the items between two delimiters; both ends exclusive. */
export interface Span {
  mark: Mark;
  from: number;
  to: number;
}

interface Open extends Delimiter {
  at: number;
  left: number;
}

function markOf(char: string, length: number): Mark {
  if (char === '~') return 'strike';
  return length === 2 ? 'bold' : 'italic';
}

/** Same marks, and not the “sum of three” that CommonMark keeps from pairing. */
function pairs(opener: Open | undefined, closer: Open): boolean {
  if (!opener || opener.char !== closer.char) return false;
  const sum = opener.left + closer.left;
  const both = opener.canClose || closer.canOpen;
  return !(both && sum % 3 === 0 && opener.left % 3 !== 0 && closer.left % 3 !== 0);
}

/**
 * Pairs delimiters as CommonMark does; `left` of each tells how many of its characters stay as text. Searches that
 * failed are remembered per kind, so that hostile text costs no square.
 */
export function pairDelimiters(delimiters: readonly (Delimiter & { at: number })[]): {
  spans: Span[];
  left: Map<number, number>;
} {
  const spans: Span[] = [];
  const left = new Map<number, number>();
  const open: Open[] = [];
  const bottoms = new Map<string, number>();
  for (const delimiter of delimiters) {
    const closer: Open = { ...delimiter, left: delimiter.length };
    while (closer.canClose && closer.left > 0) {
      const key = `${closer.char}${closer.canOpen}${closer.left % 3}`;
      const bottom = bottoms.get(key) ?? -1;
      let index = open.length - 1;
      while (index > bottom && !pairs(open[index], closer)) index -= 1;
      if (index <= bottom) index = -1;
      const opener = open[index];
      if (!opener) {
        bottoms.set(key, open.length - 1);
        break;
      }
      const length = closer.char === '~' ? 2 : Math.min(2, opener.left, closer.left);
      spans.push({ mark: markOf(closer.char, length), from: opener.at, to: closer.at });
      opener.left -= length;
      closer.left -= length;
      left.set(opener.at, opener.left);
      open.length = opener.left > 0 ? index + 1 : index;
      for (const [name, at] of bottoms) if (at >= open.length) bottoms.set(name, open.length - 1);
    }
    left.set(closer.at, closer.left);
    if (closer.canOpen && closer.left > 0) open.push(closer);
  }
  return { spans, left };
}
