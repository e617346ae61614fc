import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** CSS declarations in order. */
export type Style = readonly (readonly [property: string, value: string])[];

export interface MarkupElement {
  tag: string;
  style: Style;
  /** All others, by name. */
  attributes: Readonly<Record<string, string>>;
  children: readonly Markup[];
}

/** A piece of an article's HTML: words or an element. */
export type Markup = string | MarkupElement;

/** Declarations by property; those without a value are left out. */
export type StyleOf = Readonly<Record<string, string | null | undefined | false>>;

export function element(
  tag: string,
  style: StyleOf,
  children: readonly Markup[],
  attributes: Readonly<Record<string, string>> = {},
): MarkupElement {
  const kept = Object.entries(style).flatMap(([property, value]) =>
    typeof value === 'string' ? [[property, value] as const] : [],
  );
  return { tag, style: kept, attributes, children };
}

const empty = new Set(['br', 'hr', 'img', 'col', 'wbr', 'input', 'area', 'source', 'track', 'embed']);

const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u00a0', '&nbsp;');

const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

function styleText(style: Style): string {
  return style.map(([property, value]) => `${property}:${value}`).join(';');
}

/** HTML of a tree; `readMarkup` of it gives the same tree. */
export function writeMarkup(nodes: readonly Markup[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeText(node);
      const { tag, style, attributes, children } = node;
      const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
      const styled = style.length > 0 ? ` style="${escapeAttribute(styleText(style))}"` : '';
      const start = `<${tag}${named.join('')}${styled}>`;
      if (empty.has(tag)) return start;
      const inside = writeMarkup(children);
      // A parser drops the first newline of a `pre`.
      const held = tag === 'pre' && inside.startsWith('\n') ? '\n' : '';
      return `${start}${held}${inside}</${tag}>`;
    })
    .join('');
}

/** `a:b;c:d` as declarations, with names in lower case; semicolons in brackets and quotes do not divide. */
function readStyle(text: string): Style {
  const parts =
    text.replaceAll(/\/\*[\s\S]*?(\*\/|$)/g, '').match(/(?:"[^"]*"|'[^']*'|\([^)]*\)|[^;])+/g) ?? [];
  return parts.flatMap((part) => {
    const at = part.indexOf(':');
    if (at < 1) return [];
    const property = part.slice(0, at).trim();
    const value = part
      .slice(at + 1)
      .replaceAll(/\s+/g, ' ')
      .trim();
    const known = property.startsWith('--') ? property : property.toLowerCase();
    return value === '' || /[\s"'<>=]/.test(known) ? [] : [[known, value] as const];
  });
}

/** Deeper elements are read as the words they hold, so that no hostile text makes a walk too deep. */
const deepest = 200;

type Node = DefaultTreeAdapterTypes.ChildNode;

/** The words of nodes, found without recursion, which very deep trees would not survive. */
function wordsOf(nodes: readonly Node[]): string {
  const waiting = [...nodes].toReversed();
  let text = '';
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.nodeName === '#text' && 'value' in node) text += node.value;
    else if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return text;
}

function converted(nodes: readonly Node[], depth: number): Markup[] {
  return nodes.flatMap((node): Markup[] => {
    if (node.nodeName === '#text' && 'value' in node) return node.value === '' ? [] : [node.value];
    if (!('tagName' in node)) return [];
    const attributes: Record<string, string> = {};
    let style: Style = [];
    for (const { name, value, prefix } of node.attrs) {
      if (name === 'style') style = readStyle(value);
      else attributes[prefix ? `${prefix}:${name}` : name] = value;
    }
    const children =
      depth < deepest ? converted(node.childNodes, depth + 1) : [wordsOf(node.childNodes)].filter(Boolean);
    return [{ tag: node.tagName, style, attributes, children }];
  });
}

/** A tree of any HTML, as a browser would understand it; nothing of it runs and nothing is fetched. */
export function readMarkup(html: string): Markup[] {
  return converted(parseFragment(html).childNodes, 0);
}

/** Neighbouring words as one piece. */
export function joined(nodes: readonly Markup[]): Markup[] {
  const result: Markup[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (typeof node === 'string' && typeof last === 'string') result[result.length - 1] = last + node;
    else if (node !== '') result.push(node);
  }
  return result;
}

const shows = new Set(['img', 'br', 'hr', 'svg']);

/** True where nothing is left to see: no word, no picture, no line. */
export function isHollow(node: Markup): boolean {
  if (typeof node === 'string') return !/[^ \t\r\n\f]/.test(node);
  return !shows.has(node.tag) && node.children.every(isHollow);
}
