import type { Inline, ListBlock, ListItem } from '../blocks.ts';
import { attribute, findElement, type HtmlElement, styleOf, textOf } from './element.ts';

/** A paragraph that Word shows as an item of a list: `mso-list:l0 level2 lfo1`, its sign set as words before it. */
export interface WordItem {
  kind: 'word-item';
  level: number;
  ordered: boolean;
  start: number;
  inlines: Inline[];
}

const number = /^[(（]?(?:(\d{1,9})|[a-z]{1,2}|[ivxlc]{1,6}|[一二三四五六七八九十百]{1,4})[.)、）．]/i;

/** The place in its list of a Word paragraph; null for any other. */
export function wordPlace(element: HtmlElement): Omit<WordItem, 'kind' | 'inlines'> | null {
  const list = styleOf(element, 'mso-list');
  const level = /level(\d)/.exec(list)?.[1];
  if (level === undefined) return null;
  const sign = findElement(element, isWordSign);
  const found = number.exec(sign ? textOf(sign).trim() : '');
  return { level: Number(level), ordered: found !== null, start: Number(found?.[1] ?? 1) };
}

/** The bullet or number that Word sets as words. */
export function isWordSign(element: HtmlElement): boolean {
  return /mso-list:\s*ignore/i.test(attribute(element, 'style'));
}

/** Items in a row as lists, deeper levels inside the item before them. */
export function listsOfWordItems(items: readonly WordItem[]): ListBlock[] {
  const top: ListBlock[] = [];
  const open: { list: ListBlock; level: number }[] = [];
  for (const { level, ordered, start, inlines } of items) {
    const item: ListItem = { inlines, checked: null, lists: [] };
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    const inner = open.at(-1);
    if (inner?.level === level && inner.list.ordered === ordered) {
      inner.list.items.push(item);
      continue;
    }
    if (inner?.level === level) open.pop();
    const list: ListBlock = { kind: 'list', ordered, start, items: [item] };
    (open.at(-1)?.list.items.at(-1)?.lists ?? top).push(list);
    open.push({ list, level });
  }
  return top;
}
