import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults, type TextNode } from '#shared/design/layers/text.ts';
import { orderBetween } from '#shared/design/order.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import { type Day, monthDays } from '#shared/domain/calendar-days.ts';

/** A4 lying, in px. */
export const sheetSize = { width: 2246, height: 1588 } as const;

const edge = 84;
const headBottom = 236;
const weekdayHeight = 44;
const footHeight = 56;
const rowHeight = 31;
const dayHeight = 44;

/** One line of a day. */
export interface SheetEntry {
  day: Day;
  /** `HH:mm`. */
  time: string;
  title: string;
  /** Approved or out: its mark is filled. */
  settled: boolean;
}

export interface SheetWords {
  /** `March 2026`. */
  month: string;
  /** Of the brand or workspace. */
  name: string;
  /** Seven, from the first day of the week on. */
  weekdays: readonly string[];
  more(count: number): string;
  settled: string;
  open: string;
}

/** Id of the page of a month in its sheet. */
export const sheetPage = (month: string): string => `month-${month}`;

/** A month as a page of a design in the brand's colours and fonts: every day of its five or six weeks. */
export function monthSheet(
  month: string,
  weekStart: number,
  entries: readonly SheetEntry[],
  words: SheetWords,
): DesignBody {
  const pageId = sheetPage(month);
  const nodes: Record<string, DesignNode> = {};
  let order: string | null = null;
  const next = (): { id: string; pageId: string; order: string } => {
    order = orderBetween(order, null);
    return { id: `${pageId}-layer-${Object.keys(nodes).length + 1}`, pageId, order };
  };
  const add = (node: DesignNode): void => {
    nodes[node.id] = node;
  };
  const box = (
    x: number,
    y: number,
    width: number,
    height: number,
    look: Partial<{
      fill: string | null;
      stroke: string;
      strokeWidth: number;
      opacity: number;
      radius: number;
    }>,
  ): void => add({ ...rectangleDefaults, ...next(), x, y, width, height, ...look });
  const text = (
    value: string,
    x: number,
    y: number,
    width: number,
    size: number,
    look: Partial<TextNode> = {},
  ): void =>
    add({
      ...textDefaults,
      ...next(),
      fontFamily: 'token:body',
      text: value,
      x,
      y,
      width,
      fontSize: size,
      lineHeight: 1.3,
      height: Math.ceil(size * 1.3),
      sizing: 'fixed',
      overflow: 'ellipsis',
      ...look,
    });

  const { width, height } = sheetSize;
  text(words.month, edge, 92, width * 0.6, 84, { fontFamily: 'token:heading', fontWeight: 700, height: 112 });
  text(words.name, width * 0.6, 140, width * 0.4 - edge, 30, { align: 'right', opacity: 0.72 });

  const days = monthDays(`${month}-01`, weekStart);
  const weeks = days.length / 7;
  const column = (width - 2 * edge) / 7;
  const top = headBottom + weekdayHeight;
  const row = (height - top - edge - footHeight) / weeks;
  for (const [index, name] of words.weekdays.entries()) {
    text(name, edge + index * column + 4, headBottom, column - 8, 24, { opacity: 0.72 });
  }
  const byDay = Map.groupBy(entries, (entry) => entry.day);
  const fits = Math.floor((row - dayHeight - 6) / rowHeight);
  for (const [index, day] of days.entries()) {
    const x = edge + (index % 7) * column;
    const y = top + Math.floor(index / 7) * row;
    const faded = day.slice(0, 7) === month ? 1 : 0.45;
    if (index % 7 === 0) box(edge, y, width - 2 * edge, 2, { fill: 'token:ink', opacity: 0.18 });
    text(String(Number(day.slice(8))), x + 4, y + 8, column - 8, 26, { fontWeight: 700, opacity: faded });
    const standing = byDay.get(day) ?? [];
    const shown = standing.length > fits ? standing.slice(0, fits - 1) : standing;
    for (const [line, entry] of shown.entries()) {
      const at = y + dayHeight + line * rowHeight;
      const mark = entry.settled
        ? { fill: 'token:accent' }
        : { fill: null, stroke: 'token:accent', strokeWidth: 2 };
      box(x + 4, at + 8, 12, 12, { ...mark, radius: 3, opacity: faded });
      text(entry.time, x + 24, at, 64, 20, { opacity: 0.72 * faded });
      text(entry.title, x + 86, at, column - 96, 20, { opacity: faded });
    }
    if (shown.length < standing.length) {
      const at = y + dayHeight + shown.length * rowHeight;
      text(words.more(standing.length - shown.length), x + 24, at, column - 32, 20, {
        opacity: 0.72 * faded,
      });
    }
  }
  const foot = height - edge - footHeight + 24;
  box(edge, foot - 22, width - 2 * edge, 2, { fill: 'token:ink', opacity: 0.18 });
  box(edge + 4, foot + 8, 12, 12, { fill: 'token:accent', radius: 3 });
  text(words.settled, edge + 26, foot, 300, 20, { opacity: 0.72 });
  box(edge + 330, foot + 8, 12, 12, { fill: null, stroke: 'token:accent', strokeWidth: 2, radius: 3 });
  text(words.open, edge + 352, foot, 300, 20, { opacity: 0.72 });

  const body = emptyDesign(width, height, pageId);
  const [page] = Object.values(body.pages);
  if (page) page.background = 'token:paper';
  return { ...body, nodes };
}

/** Months as the pages of one design, in their order; at least one. */
export function joinSheets(sheets: readonly DesignBody[]): DesignBody {
  let order: string | null = null;
  const pages: DesignBody['pages'] = {};
  for (const page of sheets.flatMap((sheet) => Object.values(sheet.pages))) {
    order = orderBetween(order, null);
    pages[page.id] = { ...page, order };
  }
  const nodes = Object.assign({}, ...sheets.map((sheet) => sheet.nodes)) as DesignBody['nodes'];
  return { ...emptyDesign(sheetSize.width, sheetSize.height, ''), pages, nodes };
}
