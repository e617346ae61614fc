import { isHollow, joined, type Markup, type MarkupElement, readMarkup, writeMarkup } from '../markup.ts';
import { isInlinePicture, isKeptPicture, isOwnLink } from './addresses.ts';
import { type ArticleFix, type CleanRuleId, ruleOf } from './rules.ts';
import { keptStyle } from './styles.ts';

/** Something that the platform takes out or rewrites. */
export interface Loss {
  rule: CleanRuleId;
  /** Tag, attribute, property or address. */
  detail: string;
  count: number;
  /** The words beside the first of them, or its address; '' where it has none. */
  where: string;
  fix?: ArticleFix;
}

const kept = new Set(
  `section p span strong b em i u s del sup sub br hr img a table thead tbody tfoot tr td th caption ul ol li
   blockquote pre code h1 h2 h3 h4 h5 h6 figure figcaption`.split(/\s+/),
);
const blocks = new Set(
  'div article aside header footer main nav address center dl dt dd details summary'.split(' '),
);
/** Taken out with all they hold. */
const dropped: Readonly<Record<string, CleanRuleId>> = {
  script: 'script',
  noscript: 'script',
  style: 'stylesheet',
  link: 'stylesheet',
  meta: 'stylesheet',
  base: 'stylesheet',
  title: 'stylesheet',
  head: 'stylesheet',
  iframe: 'frame',
  object: 'frame',
  embed: 'frame',
  form: 'frame',
  input: 'frame',
  button: 'frame',
  select: 'frame',
  textarea: 'frame',
  video: 'frame',
  audio: 'frame',
  canvas: 'frame',
  template: 'frame',
  frameset: 'frame',
  svg: 'tag',
  math: 'tag',
  colgroup: 'tag',
  col: 'tag',
};
const attributesOf: Readonly<Record<string, readonly string[]>> = {
  img: ['src', 'alt'],
  a: ['href'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  ol: ['start'],
};
/** Empty ones hold their place. */
const cells = new Set(['td', 'th', 'tr']);
const holdsNoWords = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol']);

type Lose = (rule: CleanRuleId, detail: string, near: string) => void;

function wordsOf(nodes: readonly Markup[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : wordsOf(node.children))).join('');
}

function keptAttributes(node: MarkupElement, near: string, lose: Lose): Record<string, string> {
  const allowed = attributesOf[node.tag] ?? [];
  const entries = Object.entries(node.attributes).filter(([name]) => {
    if (allowed.includes(name)) return true;
    lose(/^on/i.test(name) ? 'script' : 'attribute', name, near);
    return false;
  });
  return Object.fromEntries(entries);
}

function cleanedPicture(node: MarkupElement, lose: Lose): MarkupElement[] {
  const source = (node.attributes['src'] ?? node.attributes['data-src'] ?? '').trim();
  const near = node.attributes['alt'] ?? '';
  if (!isKeptPicture(source)) {
    const inline = isInlinePicture(source);
    lose(inline ? 'picture-type' : 'foreign-picture', inline ? source.slice(0, 40) : source, near || source);
    return [];
  }
  // Its size is only kept as a style.
  const style = keptStyle(node.style, (rule, detail) => lose(rule, detail, near));
  const { src: _src, alt } = keptAttributes(node, near, lose);
  return [
    { tag: 'img', style, attributes: { src: source, ...(alt === undefined ? {} : { alt }) }, children: [] },
  ];
}

function cleanedElement(node: MarkupElement, inPre: boolean, lose: Lose): Markup[] {
  const { tag } = node;
  const drop = dropped[tag];
  if (drop) {
    lose(drop, tag, wordsOf(node.children));
    return [];
  }
  if (tag === 'img') return cleanedPicture(node, lose);
  const children = cleaned(node.children, inPre || tag === 'pre', holdsNoWords.has(tag), lose);
  const near = wordsOf(children);
  if (!kept.has(tag) && !blocks.has(tag)) {
    lose('tag', tag, near);
    return children;
  }
  const style = keptStyle(node.style, (rule, detail) => lose(rule, detail, near));
  if (tag === 'a' && !isOwnLink(node.attributes['href'] ?? '')) {
    const address = node.attributes['href'] ?? '';
    if (address !== '') lose('foreign-link', address, near);
    keptAttributes(node, near, lose);
    return hollowOut({ tag: 'span', style, attributes: {}, children }, lose);
  }
  if (blocks.has(tag)) lose('block', tag, near);
  const attributes = keptAttributes(node, near, lose);
  return hollowOut({ tag: blocks.has(tag) ? 'section' : tag, style, attributes, children }, lose);
}

function hollowOut(node: MarkupElement, lose: Lose): Markup[] {
  if (cells.has(node.tag) || !isHollow(node)) return [node];
  lose('empty', node.tag, '');
  // The space between two words stays where an empty mark stood around it.
  const spaced =
    wordsOf(node.children) !== '' && ['span', 'strong', 'b', 'em', 'i', 'u', 's', 'a'].includes(node.tag);
  return spaced ? [' '] : [];
}

function cleaned(nodes: readonly Markup[], inPre: boolean, wordless: boolean, lose: Lose): Markup[] {
  const result = joined(
    nodes.flatMap((node) => (typeof node === 'string' ? [node] : cleanedElement(node, inPre, lose))),
  );
  return result.flatMap((node): Markup[] => {
    if (typeof node !== 'string') return [node];
    if (wordless && isHollow(node)) return [];
    if (inPre) return [node];
    if (/\S[ \t]{2,}\S/.test(node)) lose('spaces', 'space', node.trim());
    const text = node.replaceAll(/[ \t\r\n\f]+/g, ' ');
    return text === '' ? [] : [text];
  });
}

/** Rounds until nothing changes; broken HTML may need more than one, because browsers mend it differently each time. */
const mostRounds = 12;
const mostLosses = 400;

/**
 * What of an article's HTML is there after WeChat's editor has taken it in. Cleaning what is clean changes nothing:
 * `simulate(simulate(x).html).html === simulate(x).html`.
 */
export function simulate(html: string): { html: string; lost: Loss[] } {
  const found = new Map<string, Loss>();
  const lose: Lose = (rule, detail, near) => {
    // Addresses are told one by one, everything else by kind.
    const key = `${rule} ${detail}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else if (found.size < mostLosses) {
      const { fix } = ruleOf(rule);
      const where = near.replaceAll(/\s+/g, ' ').trim().slice(0, 80);
      found.set(key, { rule, detail, count: 1, where, ...(fix ? { fix } : {}) });
    }
  };
  let now = writeMarkup(cleaned(readMarkup(html), false, false, lose));
  for (let round = 1; round < mostRounds; round += 1) {
    const next = writeMarkup(cleaned(readMarkup(now), false, false, () => undefined));
    if (next === now) return { html: now, lost: [...found.values()] };
    now = next;
  }
  // Nothing sensible needs that many rounds: its words are what stays.
  const words = wordsOf(readMarkup(now))
    .replaceAll(/[ \t\r\n\f]+/g, ' ')
    .trim();
  return {
    html: words === '' ? '' : writeMarkup([{ tag: 'p', style: [], attributes: {}, children: [words] }]),
    lost: [...found.values()],
  };
}
