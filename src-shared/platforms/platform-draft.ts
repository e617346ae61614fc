import {
  type Fact,
  type FactGroup,
  type FactNode,
  type FactValue,
  isFact,
  ownSource,
  type Platform,
  type PlatformFormat,
  type Unit,
} from './rule-pack.ts';

/** A fact as the form states it: set by the user. */
function ownFact(value: FactValue, unit?: Unit): Fact {
  return { value, source: ownSource, confidence: 'user', ...(unit ? { unit } : {}) };
}

/**
 * The group with `key` set to a value, or without it for null. A fact that already says so keeps its source, so that
 * a copy of a platform still knows where its limits come from.
 */
export function withValue<Group extends FactGroup>(
  group: Group,
  key: string,
  value: FactValue,
  unit?: Unit,
): Group {
  const before = group[key];
  const isSame =
    isFact(before) &&
    JSON.stringify(before.value) === JSON.stringify(value) &&
    (unit === undefined || before.unit === unit);
  if (isSame) return group;
  const next = { ...group };
  if (value === null) delete next[key];
  else Object.assign(next, { [key]: ownFact(value, unit ?? (isFact(before) ? before.unit : undefined)) });
  return next;
}

/** A number that the group states, or null. */
export function numberIn(group: FactGroup | undefined, key: string): number | null {
  const fact = group?.[key];
  return isFact(fact) && typeof fact.value === 'number' ? fact.value : null;
}

export function wordsIn(group: FactGroup | undefined, key: string): string[] {
  const fact = group?.[key];
  if (!isFact(fact) || !Array.isArray(fact.value)) return [];
  return fact.value.filter((each) => typeof each === 'string');
}

export interface SizeRow {
  name: string;
  width: number;
  height: number;
}

export function sizesIn(group: FactGroup | undefined): SizeRow[] {
  const list = group?.['sizes'];
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry) => {
    if (!isFact(entry) || typeof entry['name'] !== 'string' || !Array.isArray(entry.value)) return [];
    const [width, height] = entry.value;
    return typeof width === 'number' && typeof height === 'number'
      ? [{ name: entry['name'], width, height }]
      : [];
  });
}

export function withSizes(group: FactGroup, sizes: readonly SizeRow[]): FactGroup {
  const before = group['sizes'];
  const kept = (size: SizeRow): FactNode | undefined =>
    Array.isArray(before)
      ? before.find(
          (entry) =>
            isFact(entry) &&
            entry['name'] === size.name &&
            JSON.stringify(entry.value) === JSON.stringify([size.width, size.height]),
        )
      : undefined;
  const { sizes: _sizes, ...rest } = group;
  if (sizes.length === 0) return rest;
  return {
    ...rest,
    sizes: sizes.map((size) => kept(size) ?? { name: size.name, ...ownFact([size.width, size.height]) }),
  };
}

/** A free id made of the English name: `Our shop` → `our-shop`. */
export function freeId(name: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const base = plain === '' ? fallback : plain;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Two letters for the mark: of the first two words, else the first two of the name. */
export function lettersOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [one = '', other = ''] = words;
  const [first = '', second = ''] = Array.from(one);
  const [next = second] = Array.from(other);
  return (first + next).toUpperCase().slice(0, 2);
}

export function blankFormat(id: string, kind: PlatformFormat['galley']['kind']): PlatformFormat {
  const body = { id: 'body', max: ownFact(1000, 'grapheme') };
  return {
    id,
    name: { en: '', zh: '' },
    galley: { kind },
    text: { fields: [body] } as PlatformFormat['text'],
    ...(kind === 'text' ? { image: { max_count: ownFact(9) } } : {}),
  };
}

export function blankPlatform(): Platform {
  return {
    id: '',
    name: { en: '', zh: '' },
    badge: { letters: '', hue: '#5c6f82' },
    formats: [{ ...blankFormat('post', 'text'), name: { en: 'Post', zh: '帖子' } }],
  };
}

/** A copy to change: with a name and an id of its own; what it states keeps its sources. */
export function copyOf(platform: Platform, taken: ReadonlySet<string>): Platform {
  const { retired: _retired, ...rest } = platform;
  return {
    ...rest,
    id: freeId(platform.id, taken, 'platform'),
    name: { en: `${platform.name.en} 2`, zh: `${platform.name.zh} 2` },
  };
}

/** Fills what may be left empty: the other language's name, ids and letters. */
export function completed(draft: Platform, taken: ReadonlySet<string>): Platform {
  const name = {
    en: draft.name.en.trim() || draft.name.zh.trim(),
    zh: draft.name.zh.trim() || draft.name.en.trim(),
  };
  const ids = new Set<string>();
  const formats = draft.formats.map((format): PlatformFormat => {
    const named = {
      en: format.name.en.trim() || format.name.zh.trim(),
      zh: format.name.zh.trim() || format.name.en.trim(),
    };
    const id = format.id === '' ? freeId(named.en, ids, format.galley.kind) : format.id;
    ids.add(id);
    const usual = { en: id, zh: id };
    return { ...format, id, name: named.en === '' ? usual : named };
  });
  const letters = draft.badge.letters.trim() || lettersOf(name.en);
  return {
    ...draft,
    id: draft.id === '' ? freeId(name.en, taken, 'platform') : draft.id,
    name,
    badge: { ...draft.badge, letters: letters.padEnd(2, 'X').slice(0, 2) },
    formats,
  };
}
