import {
  type Fact,
  type FactGroup,
  type FactNode,
  isFact,
  isGroup,
  type PlatformFormat,
} from './rule-pack.ts';

/** A fact with where it stands in its format, and what other sources say instead. */
export interface PlacedFact {
  /** As a `RuleChange` has it: `['text', 'fields', 'body', 'max']`. */
  path: string[];
  fact: Fact;
  /** What other sources, or an earlier state, say; shown, never checked. */
  alternatives: Fact[];
}

/** The same limit of another way of publishing: `app_max` and `api_max` beside `max`. */
const ways = /^(?:api|app|web|mobile|desktop)_|_app$/;

function factsOf(node: FactNode | undefined): Fact[] {
  return Array.isArray(node) ? node.filter(isFact) : [];
}

function stepOf(entry: FactNode, index: number): string {
  if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) {
    for (const key of ['id', 'name']) if (typeof entry[key] === 'string') return entry[key];
  }
  return String(index);
}

/** Which fact of a group its `alternatives` are about: the one they name, else `max`, else the first. */
function meantKey(group: FactGroup, alternative: Fact): string | undefined {
  const named = alternative['field'];
  if (typeof named === 'string' && isFact(group[named])) return named;
  return isFact(group['max']) ? 'max' : Object.keys(group).find((key) => isFact(group[key]));
}

function collect(node: FactNode | undefined, path: readonly string[], found: PlacedFact[]): void {
  if (Array.isArray(node)) {
    for (const [index, entry] of node.entries()) {
      const here = [...path, stepOf(entry, index)];
      if (isFact(entry)) found.push({ path: here, fact: entry, alternatives: ownAlternatives(entry) });
      else collect(entry, here, found);
    }
    return;
  }
  if (!isGroup(node)) return;
  const stated = factsOf(node['alternatives']);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'alternatives') continue;
    const here = [...path, key];
    if (isFact(child)) {
      const meant = stated.filter((alternative) => meantKey(node, alternative) === key);
      found.push({ path: here, fact: child, alternatives: [...ownAlternatives(child), ...meant] });
    } else collect(child, here, found);
  }
}

function ownAlternatives(fact: Fact): Fact[] {
  return factsOf(fact['alternatives'] as FactNode | undefined);
}

/** Every sourced fact of a format in the order of its file. */
export function factsOfFormat(format: PlatformFormat): PlacedFact[] {
  const found: PlacedFact[] = [];
  for (const part of ['text', 'image', 'video', 'other'] as const) collect(format[part], [part], found);
  return found;
}

/** The same limit as other ways of publishing have it, where that differs. */
export function otherWays(placed: PlacedFact, all: readonly PlacedFact[]): PlacedFact[] {
  const key = placed.path.at(-1) ?? '';
  const group = placed.path.slice(0, -1).join('/');
  const plain = key.replace(ways, '');
  return all.filter((other) => {
    const otherKey = other.path.at(-1) ?? '';
    return (
      other !== placed &&
      other.path.slice(0, -1).join('/') === group &&
      otherKey.replace(ways, '') === plain &&
      JSON.stringify(other.fact.value) !== JSON.stringify(placed.fact.value)
    );
  });
}

/** True where a source names another value than the one that counts. */
export function isDisputed(placed: PlacedFact): boolean {
  const value = JSON.stringify(placed.fact.value);
  return placed.alternatives.some((other) => JSON.stringify(other.value) !== value);
}
