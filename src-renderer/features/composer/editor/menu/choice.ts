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

interface Index {
  label: string;
  /** Key words behind it. */
  search: string;
  initials: string[];
}
const indices = new WeakMap<Choice, Index>();

function indexOf(choice: Choice): Index {
  const before = indices.get(choice);
  if (before) return before;
  const label = choice.label.toLowerCase();
  const search = ` ${choice.search ?? ''}`.toLowerCase();
  const index = { label, search, initials: `${label}${search}`.split(/\s+/).map(pinyinInitials) };
  indices.set(choice, index);
  return index;
}

/** How well a choice answers: 0 is or begins with it, 1 a word of it does, 2 its name holds it; null not at all. */
function rank(choice: Choice, query: string): number | null {
  const { label, search, initials } = indexOf(choice);
  if (label.startsWith(query) || `${search} `.includes(` ${query} `)) return 0;
  if (label.includes(` ${query}`) || search.includes(` ${query}`)) return 1;
  if (initials.some((each) => each.startsWith(query))) return 1;
  // Within a word only Chinese begins anew with every character.
  const inside = label.includes(query) || (/\p{Script=Han}/u.test(query) && search.includes(query));
  return inside ? 2 : null;
}

/** Choices that hold what was typed, the best first; groups stay together, the one with the best of all first. */
export function matching(choices: readonly Choice[], query: string): Choice[] {
  const wanted = query.toLowerCase();
  if (wanted === '') return [...choices];
  const found = choices.flatMap((choice) => {
    const value = rank(choice, wanted);
    return value === null ? [] : [{ choice, value }];
  });
  const groups = [...new Set(choices.map(({ group }) => group))].map((group) =>
    found.filter(({ choice }) => choice.group === group).toSorted((one, other) => one.value - other.value),
  );
  return groups
    .toSorted((one, other) => (one[0]?.value ?? 9) - (other[0]?.value ?? 9))
    .flatMap((group) => group.map(({ choice }) => choice));
}
