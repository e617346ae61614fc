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

/** A fact's value as one line: `1080 × 1350`, `jpg, png`, `2200`. */
export function valueText(fact: Fact, locale: string): string {
  const { value } = fact;
  const unit = fact.unit === undefined ? '' : ` ${fact.unit}`;
  if (typeof value === 'number') return `${new Intl.NumberFormat(locale).format(value)}${unit}`;
  if (Array.isArray(value)) {
    const pair = value.length === 2 && value.every((each) => typeof each === 'number');
    return value
      .map((each) => (typeof each === 'object' ? JSON.stringify(each) : String(each)))
      .join(pair ? ' × ' : ', ');
  }
  return typeof value === 'object' ? JSON.stringify(value) : `${String(value)}${unit}`;
}
