import type { Block, CalloutTone, ImageBlock, Inline } from './blocks.ts';
import { type InlineOptions, inlineItems } from './inline-markdown.ts';
import { paragraph, trimmedInlines } from './runs.ts';

const tones: Record<string, CalloutTone> = {
  note: 'note',
  info: 'note',
  important: 'note',
  tip: 'tip',
  warning: 'warning',
  caution: 'warning',
};

/** The tone and the words of a quote that starts with `[!NOTE]`; null for any other. */
export function calloutOf(source: string): { tone: CalloutTone; source: string } | null {
  const found = /^\[!([a-z]{3,9})\][ \t]*\n?/i.exec(source);
  const tone = tones[found?.[1]?.toLowerCase() ?? ''];
  return found && tone ? { tone, source: source.slice(found[0].length) } : null;
}

/** A paragraph, cut where pictures stand between its words. */
export function paragraphsOf(source: string, options: InlineOptions = {}): Block[] {
  const items = inlineItems(source, options);
  if (!items.some((item) => item.kind === 'image')) return [paragraph(items.filter(isInline))];
  const blocks: Block[] = [];
  let words: Inline[] = [];
  const close = (): void => {
    const inlines = trimmedInlines(words);
    if (inlines.length > 0) blocks.push(paragraph(inlines));
    words = [];
  };
  for (const item of items) {
    if (isInline(item)) words.push(item);
    else {
      close();
      blocks.push(item);
    }
  }
  close();
  return blocks;
}

function isInline(item: Inline | ImageBlock): item is Inline {
  return item.kind !== 'image';
}

/** A heading, with the pictures of its line behind it. */
export function headingOf(depth: number, source: string, options: InlineOptions = {}): Block[] {
  const items = inlineItems(source, options);
  const inlines = trimmedInlines(items.filter(isInline));
  const images = items.filter((item) => item.kind === 'image');
  const heading: Block = { kind: 'heading', level: headingLevel(depth), align: 'start', inlines };
  return inlines.length === 0 && images.length > 0 ? images : [heading, ...images];
}

function headingLevel(depth: number): 1 | 2 | 3 {
  if (depth <= 1) return 1;
  return depth === 2 ? 2 : 3;
}

/** A table of Markdown; one without a header is written with an empty first row. */
export function withHeader(rows: Inline[][][], ruled: boolean): Block {
  const empty = ruled && (rows[0] ?? []).every((cell) => cell.length === 0);
  return { kind: 'table', header: ruled && !empty, rows: empty && rows.length > 1 ? rows.slice(1) : rows };
}
