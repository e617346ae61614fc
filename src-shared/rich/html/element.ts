import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;

/** Deepest element that is read; browsers themselves stop at 512, and no text is written so. */
const deepest = 512;

class TooDeep extends Error {}

/**
 * Parses HTML into a tree that nothing ever runs or loads from: no browser, no document, no addresses. Answers null
 * for one that nests without end.
 */
export function parseHtml(html: string): HtmlNode[] | null {
  let depth = 0;
  try {
    const document = parse(html, {
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush: () => {
          depth += 1;
          if (depth > deepest) throw new TooDeep();
        },
        onItemPop: () => {
          depth -= 1;
        },
      },
    });
    return document.childNodes;
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node;
}

/** Elements inside, without text and comments. */
export function elementsOf(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter(isElement);
}

export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? '';
}

export function hasAttribute(element: HtmlElement, name: string): boolean {
  return element.attrs.some((each) => each.name === name);
}

const patterns = new Map<string, RegExp>();

/** A property of the element's own style, in lower case; '' without it. */
export function styleOf(element: HtmlElement, property: string): string {
  const style = attribute(element, 'style');
  if (style === '') return '';
  const pattern = patterns.get(property) ?? new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]{1,200})`, 'i');
  patterns.set(property, pattern);
  return pattern.exec(style)?.[1]?.trim().toLowerCase() ?? '';
}

/** All words inside, as they stand. */
export function textOf(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return isElement(node) ? node.childNodes.map(textOf).join('') : '';
}

/** The first element inside that fits, in the order of the text. */
export function findElement(element: HtmlElement, fits: (inner: HtmlElement) => boolean): HtmlElement | null {
  for (const inner of elementsOf(element)) {
    const found = fits(inner) ? inner : findElement(inner, fits);
    if (found) return found;
  }
  return null;
}
