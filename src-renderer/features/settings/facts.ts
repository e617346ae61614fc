import {
  type Fact,
  type FactNode,
  isFact,
  isGroup,
  type PlatformFormat,
} from '#shared/platforms/rule-pack.ts';

/** A fact with where it stands in its format, for example `text › title › limit`. */
export interface PlacedFact {
  path: string;
  fact: Fact;
}

function collect(node: FactNode | undefined, path: readonly string[], found: PlacedFact[]): void {
  if (node === undefined) return;
  if (isFact(node)) {
    const named = typeof node['name'] === 'string' ? [...path, node['name']] : path;
    found.push({ path: named.join(' › '), fact: node });
  } else if (Array.isArray(node)) {
    for (const child of node) {
      const id = isGroup(child) && typeof child['id'] === 'string' ? [child['id']] : [];
      collect(child, [...path, ...id], found);
    }
  } else if (isGroup(node)) {
    for (const [key, child] of Object.entries(node)) {
      collect(child, key === 'fields' ? path : [...path, key.replaceAll('_', ' ')], found);
    }
  }
}

/** Every sourced fact of a format in the order of its file. */
export function flattenFacts(format: PlatformFormat): PlacedFact[] {
  const found: PlacedFact[] = [];
  for (const part of ['text', 'image', 'video', 'other'] as const) collect(format[part], [part], found);
  return found;
}

function partText(value: unknown, locale: string): string {
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (Array.isArray(value)) {
    const pair = value.length === 2 && value.every((each) => typeof each === 'number');
    return value.map((each) => (pair ? String(each) : partText(each, locale))).join(pair ? ' × ' : ', ');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, each]) => `${key.replaceAll('_', ' ')} ${partText(each, locale)}`)
      .join(', ');
  }
  return typeof value === 'boolean' ? (value ? '✓' : '–') : String(value);
}

/** A fact's value as one line: `1080 × 1350`, `jpg, png`, `2,200 utf16`, `top 100, left 0`. */
export function valueText(fact: Fact, locale: string): string {
  const unit = fact.unit === undefined ? '' : ` ${fact.unit}`;
  return partText(fact.value, locale) + unit;
}
