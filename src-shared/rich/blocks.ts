/**
 * A written text as every part of the studio but the editor itself reads it: made from the editor's state or from
 * Markdown, turned into HTML, articles, long pictures, previews.
 */

/** A run of letters with the same look. */
export interface TextRun {
  kind: 'text';
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  code?: true;
}

export interface LineBreak {
  kind: 'break';
}

export interface LinkRun {
  kind: 'link';
  url: string;
  runs: TextRun[];
}

export type Inline = TextRun | LineBreak | LinkRun;

export type Align = 'start' | 'center' | 'end' | 'justify';

export interface ListItem {
  inlines: Inline[];
  /** For lists of things to do; null elsewhere. */
  checked: boolean | null;
  /** Lists inside the item. */
  lists: ListBlock[];
}

export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  /** Number of the first item. */
  start: number;
  items: ListItem[];
}

export const calloutTones = ['note', 'tip', 'warning'] as const;
export type CalloutTone = (typeof calloutTones)[number];

export const imageWidths = ['full', 'half', 'small'] as const;
export type ImageWidth = (typeof imageWidths)[number];

export interface ImageBlock {
  kind: 'image';
  /** Asset of the library; null where only an address is known, which nothing ever fetches by itself. */
  assetId: string | null;
  url: string | null;
  alt: string;
  caption: string;
  width: ImageWidth;
}

export type Block =
  | { kind: 'paragraph'; align: Align; inlines: Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; align: Align; inlines: Inline[] }
  | { kind: 'quote'; inlines: Inline[] }
  | { kind: 'callout'; tone: CalloutTone; inlines: Inline[] }
  | { kind: 'code'; language: string; text: string }
  | ListBlock
  | { kind: 'table'; header: boolean; rows: Inline[][][] }
  | ImageBlock
  | { kind: 'divider' };
