/** What an element looks like: the properties that a path or text can take over. */
export interface SvgStyle {
  fill: string;
  stroke: string;
  'stroke-width': string;
  'stroke-linecap': string;
  'stroke-linejoin': string;
  'stroke-dasharray': string;
  'fill-rule': string;
  'fill-opacity': string;
  'stroke-opacity': string;
  color: string;
  'font-family': string;
  'font-size': string;
  'font-weight': string;
  'letter-spacing': string;
  'text-anchor': string;
  visibility: string;
}

export const initialStyle: SvgStyle = {
  fill: '#000000',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-dasharray': 'none',
  'fill-rule': 'nonzero',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  color: '#000000',
  'font-family': '',
  'font-size': '16px',
  'font-weight': '400',
  'letter-spacing': '0',
  'text-anchor': 'start',
  visibility: 'visible',
};

const inherited = Object.keys(initialStyle) as (keyof SvgStyle)[];

interface Rule {
  /** One simple selector: a tag, a .class or an #id. */
  selector: string;
  values: Map<string, string>;
}

/** `name: value` pairs of a style attribute or of a rule. */
export function readDeclarations(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const part of text.split(';')) {
    const at = part.indexOf(':');
    if (at < 0) continue;
    const value = part
      .slice(at + 1)
      .replace(/!important/i, '')
      .trim();
    if (value !== '') values.set(part.slice(0, at).trim().toLowerCase(), value);
  }
  return values;
}

/** The rules of style sheets whose selectors are one tag, class or id; others cannot be told from here. */
export function readRules(sheets: readonly string[]): Rule[] {
  const rules: Rule[] = [];
  for (const sheet of sheets) {
    const plain = sheet.replaceAll(/\/\*[^]*?\*\//g, '');
    for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const values = readDeclarations(body);
      for (const selector of selectors.split(',').map((each) => each.trim())) {
        if (/^[.#]?[\w-]+$/.test(selector)) rules.push({ selector, values });
      }
    }
  }
  const weight = ({ selector }: Rule): number => (selector[0] === '#' ? 2 : selector[0] === '.' ? 1 : 0);
  return rules.toSorted((one, other) => weight(one) - weight(other));
}

/** Everything said about one element, by attributes, rules and its style, the stronger last. */
export function ownValues(element: Element, rules: readonly Rule[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of element.attributes) values.set(name.toLowerCase(), value.trim());
  const classes = new Set((element.getAttribute('class') ?? '').split(/\s+/));
  for (const { selector, values: said } of rules) {
    const matches =
      selector[0] === '.'
        ? classes.has(selector.slice(1))
        : selector[0] === '#'
          ? element.id === selector.slice(1)
          : element.localName === selector;
    if (matches) for (const [name, value] of said) values.set(name, value);
  }
  const style = element.getAttribute('style');
  if (style !== null) for (const [name, value] of readDeclarations(style)) values.set(name, value);
  return values;
}

/** The style of an element inside another one. */
export function inherit(outer: SvgStyle, own: ReadonlyMap<string, string>): SvgStyle {
  const style = { ...outer };
  for (const name of inherited) {
    const value = own.get(name);
    if (value !== undefined && value !== 'inherit') style[name] = value;
  }
  return style;
}

/** A length in user units: absolute units at 96 per inch; a share is of `whole`. NaN for none. */
export function lengthOf(text: string | null | undefined, whole = 100): number {
  const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(px|pt|pc|mm|cm|in|em|rem|%)?\s*$/i.exec(
    text ?? '',
  );
  if (!match) return Number.NaN;
  const value = Number(match[1]);
  const units: Record<string, number> = {
    px: 1,
    pt: 96 / 72,
    pc: 16,
    mm: 96 / 25.4,
    cm: 96 / 2.54,
    in: 96,
    em: 16,
    rem: 16,
    '%': whole / 100,
  };
  return value * (units[(match[2] ?? 'px').toLowerCase()] ?? 1);
}
