import type { Block, ImageBlock, Inline, ListBlock } from '#shared/rich/blocks.ts';
import { wordsOf } from '#shared/rich/runs.ts';
import { safeLink } from '#shared/rich/safe-link.ts';
import { isKeptPicture, isOwnLink } from '../clean/addresses.ts';
import type { ArticleTheme } from '../theme.ts';
import { plainWords } from './words.ts';

/** Where a picture of an article comes from, as its HTML names it before it leaves the studio. */
export function addressOf(image: ImageBlock): string {
  return image.assetId === null ? plainWords(image.url ?? '').trim() : `asset:${image.assetId}`;
}

const isForeignPicture = (image: ImageBlock): boolean => !isKeptPicture(addressOf(image));

const onOneLine = (text: string): string => plainWords(text).replaceAll(/\s+/g, ' ').trim();

/** An address that stands at the end of an article with its number. */
export interface Reference {
  number: number;
  words: string;
  address: string;
}

/** Numbers behind the links to other sites; one address has one number however often it is linked. */
interface Footnotes {
  inlines(inlines: readonly Inline[]): Inline[];
  references(): Reference[];
}

function footnotesOf(theme: ArticleTheme): Footnotes {
  const known = new Map<string, Reference>();
  return {
    inlines: (inlines) =>
      theme.link.foreign === 'words'
        ? [...inlines]
        : inlines.flatMap((inline): Inline[] => {
            if (inline.kind !== 'link') return [inline];
            const address = safeLink(plainWords(inline.url));
            const words = onOneLine(inline.runs.map((run) => run.text).join(''));
            if (address === null || isOwnLink(address) || words === '') return [inline];
            const entry = known.get(address) ?? { number: known.size + 1, words, address };
            known.set(address, entry);
            return [inline, { kind: 'text', text: `[${entry.number}]` }];
          }),
    references: () => [...known.values()],
  };
}

/** A line that says which picture belongs here. */
export function placeholderWords(image: ImageBlock, number: number): string {
  const about = [image.caption, image.alt, image.url ?? ''].map(onOneLine).find(Boolean);
  return `【图片 ${number}${about ? `：${about.slice(0, 80)}` : ''}】`;
}

function withFootnotesInList(list: ListBlock, notes: Footnotes): ListBlock {
  return {
    ...list,
    items: list.items.map((item) => ({
      ...item,
      inlines: notes.inlines(item.inlines),
      lists: item.lists.map((inner) => withFootnotesInList(inner, notes)),
    })),
  };
}

const isBlank = (block: Block): boolean => block.kind === 'paragraph' && /^\s*$/.test(wordsOf(block.inlines));

/**
 * One empty line between two blocks is how Markdown parts them, and the theme's distance already stands there; of
 * several in a row all but one are wanted.
 */
function withoutPartingLines(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    const before = blocks[index - 1];
    return !isBlank(block) || (before !== undefined && isBlank(before));
  });
}

/** The blocks with what their theme makes of foreign links and pictures, and the addresses for the end. */
export function withoutForeign(
  blocks: readonly Block[],
  theme: ArticleTheme,
): { blocks: Block[]; references: Reference[] } {
  const notes = footnotesOf(theme);
  let pictures = 0;
  const result = withoutPartingLines(blocks).map((block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
      case 'quote':
      case 'callout':
        return { ...block, inlines: notes.inlines(block.inlines) };
      case 'list':
        return withFootnotesInList(block, notes);
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map((cell) => notes.inlines(cell))) };
      case 'image': {
        pictures += 1;
        if (theme.image.foreign !== 'placeholder' || !isForeignPicture(block)) return block;
        const text = placeholderWords(block, pictures);
        return { kind: 'paragraph', align: 'center', inlines: [{ kind: 'text', text, code: true }] };
      }
      case 'code':
      case 'divider':
        return block;
    }
  });
  return { blocks: result, references: notes.references() };
}
