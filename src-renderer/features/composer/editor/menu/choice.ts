import type { Action } from '#renderer/commands/action.ts';
import { pinyinInitials } from './pinyin.ts';

/** An entry of a menu that opens while typing. */
export interface Choice {
  id: string;
  label: string;
  /** Shown small beside the label. */
  hint?: string;
  icon?: Action['icon'];
  /** Shown in place of an icon. */
  mark?: string;
  group: string;
  /** More words it is found by, in both languages. */
  search?: string;
  /** Takes the place of what was typed; absent for those that only do something. */
  text?: string;
  run?(): void;
}

const indices = new WeakMap<Choice, string[]>();

/** Everything a choice is found by, in small letters. */
function indexOf(choice: Choice): string[] {
  const before = indices.get(choice);
  if (before) return before;
  const words = `${choice.label} ${choice.search ?? ''}`.toLowerCase();
  const index = [words, pinyinInitials(choice.label), ...words.split(/\s+/).map(pinyinInitials)];
  indices.set(choice, index);
  return index;
}

/** How well a choice answers: 0 begins with it, 1 a word in it does, 2 holds it; null not at all. */
function rank(choice: Choice, query: string): number | null {
  const [words = '', ...initials] = indexOf(choice);
  if (words.startsWith(query)) return 0;
  if (words.includes(` ${query}`) || initials.some((each) => each.startsWith(query))) return 1;
  return words.includes(query) ? 2 : null;
}

/** Choices that hold what was typed, the groups in their order, the best first in each. */
export function matching(choices: readonly Choice[], query: string): Choice[] {
  const wanted = query.toLowerCase();
  if (wanted === '') return [...choices];
  const groups = [...new Set(choices.map(({ group }) => group))];
  return choices
    .map((choice) => ({ choice, rank: rank(choice, wanted) }))
    .filter((each) => each.rank !== null)
    .toSorted(
      (one, other) =>
        groups.indexOf(one.choice.group) - groups.indexOf(other.choice.group) ||
        (one.rank ?? 0) - (other.rank ?? 0),
    )
    .map(({ choice }) => choice);
}
