import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListNode,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $getNearestNodeOfType } from '@lexical/utils';
import { IconBlockquote } from '@tabler/icons-react';
import { IconArrowBackUp, IconArrowForwardUp, IconBold, IconH1, IconH2, IconH3 } from '@tabler/icons-react';
import { IconItalic, IconList, IconListNumbers, IconStrikethrough, IconUnderline } from '@tabler/icons-react';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import type { Action } from '#renderer/commands/action.ts';

/** What the selection is in, for the pressed state of the toolbar. */
export interface Formats {
  text: ReadonlySet<TextFormatType>;
  block: 'paragraph' | 'h1' | 'h2' | 'h3' | 'quote' | 'bullet' | 'number';
  link: string | null;
}
export const noFormats: Formats = { text: new Set(), block: 'paragraph', link: null };

const textFormats: readonly TextFormatType[] = ['bold', 'italic', 'underline', 'strikethrough'];

function blockOf(node: ElementNode): Formats['block'] {
  if ($isHeadingNode(node)) {
    const tag = node.getTag();
    return tag === 'h1' || tag === 'h2' ? tag : 'h3';
  }
  if ($isQuoteNode(node)) return 'quote';
  if ($isListNode(node)) return node.getListType() === 'number' ? 'number' : 'bullet';
  return 'paragraph';
}

/** Inside an editor read. */
export function $formats(): Formats {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return noFormats;
  const anchor = selection.anchor.getNode();
  const list = $getNearestNodeOfType(anchor, ListNode);
  const top = list ?? anchor.getTopLevelElement();
  const link = anchor.getParents().find($isLinkNode) ?? ($isLinkNode(anchor) ? anchor : null);
  return {
    text: new Set(textFormats.filter((format) => selection.hasFormat(format))),
    block: top && 'getChildren' in top ? blockOf(top) : 'paragraph',
    link: link?.getURL() ?? null,
  };
}

function setBlock(editor: LexicalEditor, create: () => ElementNode, block: Formats['block']): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    $setBlocksType(selection, $formats().block === block ? $createParagraphNode : create);
  });
}

export interface FormatCommand {
  action: Action;
  /** Keys that the editor itself handles; shown, not bound a second time. */
  shownKeys?: string;
  pressed?: (formats: Formats) => boolean;
  /** Starts a new group in the toolbar. */
  group?: boolean;
}

/** Every tool of the text toolbar. `editor` is asked at run time, because a switch of targets replaces it. */
export function formatCommands(editor: () => LexicalEditor | null): FormatCommand[] {
  const run = (act: (now: LexicalEditor) => void) => () => {
    const now = editor();
    if (!now) return;
    act(now);
    now.focus();
  };
  const text = (format: TextFormatType) => run((now) => now.dispatchCommand(FORMAT_TEXT_COMMAND, format));
  const heading = (tag: 'h1' | 'h2' | 'h3') =>
    run((now) => setBlock(now, () => $createHeadingNode(tag), tag));
  return [
    {
      action: {
        id: 'composer.undoTyping',
        icon: IconArrowBackUp,
        hidden: true,
        run: run((now) => now.dispatchCommand(UNDO_COMMAND, undefined)),
      },
      shownKeys: 'mod+Z',
    },
    {
      action: {
        id: 'composer.redoTyping',
        icon: IconArrowForwardUp,
        hidden: true,
        run: run((now) => now.dispatchCommand(REDO_COMMAND, undefined)),
      },
      shownKeys: 'mod+shift+Z',
    },
    {
      action: { id: 'composer.bold', icon: IconBold, run: text('bold') },
      shownKeys: 'mod+B',
      pressed: (now) => now.text.has('bold'),
      group: true,
    },
    {
      action: { id: 'composer.italic', icon: IconItalic, run: text('italic') },
      shownKeys: 'mod+I',
      pressed: (now) => now.text.has('italic'),
    },
    {
      action: { id: 'composer.underline', icon: IconUnderline, run: text('underline') },
      shownKeys: 'mod+U',
      pressed: (now) => now.text.has('underline'),
    },
    {
      action: {
        id: 'composer.strike',
        icon: IconStrikethrough,
        keys: ['mod+shift+X'],
        run: text('strikethrough'),
      },
      pressed: (now) => now.text.has('strikethrough'),
    },
    {
      action: { id: 'composer.heading1', icon: IconH1, keys: ['mod+alt+1'], run: heading('h1') },
      pressed: (now) => now.block === 'h1',
      group: true,
    },
    {
      action: { id: 'composer.heading2', icon: IconH2, keys: ['mod+alt+2'], run: heading('h2') },
      pressed: (now) => now.block === 'h2',
    },
    {
      action: { id: 'composer.heading3', icon: IconH3, keys: ['mod+alt+3'], run: heading('h3') },
      pressed: (now) => now.block === 'h3',
    },
    {
      action: {
        id: 'composer.bullets',
        icon: IconList,
        keys: ['mod+alt+8'],
        run: run((now) => now.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined)),
      },
      pressed: (now) => now.block === 'bullet',
      group: true,
    },
    {
      action: {
        id: 'composer.numbers',
        icon: IconListNumbers,
        keys: ['mod+alt+7'],
        run: run((now) => now.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined)),
      },
      pressed: (now) => now.block === 'number',
    },
    {
      action: {
        id: 'composer.quote',
        icon: IconBlockquote,
        keys: ['mod+alt+9'],
        run: run((now) => setBlock(now, $createQuoteNode, 'quote')),
      },
      pressed: (now) => now.block === 'quote',
    },
  ];
}

/** An empty address takes the link away. */
export function setLink(editor: LexicalEditor, url: string): void {
  const address = url.trim();
  const full = address === '' || /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  editor.dispatchCommand(TOGGLE_LINK_COMMAND, full === '' ? null : full);
  editor.focus();
}
