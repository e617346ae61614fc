import {
  INSERT_CHECK_LIST_COMMAND,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import {
  IconAlignCenter,
  IconAlignJustified,
  IconAlignLeft,
  IconAlignRight,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBlockquote,
  IconBold,
  IconClearFormatting,
  IconCode,
  IconFileCode,
  IconH1,
  IconH2,
  IconH3,
  IconIndentDecrease,
  IconIndentIncrease,
  IconInfoSquareRounded,
  IconItalic,
  IconLetterP,
  IconLink,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconMoodSmile,
  IconNumbers,
  IconPhoto,
  IconReplace,
  IconSearch,
  IconSeparatorHorizontal,
  IconStrikethrough,
  IconTable,
  IconUnderline,
} from '@tabler/icons-react';
import {
  type ElementFormatType,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import type { Action } from '#renderer/commands/action.ts';
import { $inTable, insertDivider } from './blocks/insert-block.ts';
import type { EditorPanel, EditorPort } from './editor-port.ts';
import { $formats, type BlockKind, clearFormat, type Formats, setBlock } from './format-commands.ts';

/** A tool of the text: an action, and where it is pressed. */
export interface Tool {
  action: Action;
  /** Keys that the editor itself handles; shown, not bound a second time. */
  shownKeys?: string;
  pressed?: (formats: Formats) => boolean;
}

/** Everything that can be done to the text, by what it is about. */
export type EditorTools = ReturnType<typeof editorTools>;

/** The editor is asked for at run time, because a switch of targets replaces it. */
export function editorTools(port: EditorPort) {
  const run = (act: (editor: LexicalEditor) => void) => () => {
    const editor = port.now();
    if (!editor) return;
    act(editor);
    editor.focus();
  };
  const dispatch = (command: LexicalCommand<void>) =>
    run((editor) => editor.dispatchCommand(command, undefined));
  const panel = (name: EditorPanel) => () => port.open(name);
  const text = (
    id: string,
    icon: Action['icon'],
    format: TextFormatType,
    keys: string,
    own = false,
  ): Tool => ({
    action: {
      id,
      ...(icon && { icon }),
      ...(own && { keys: [keys] }),
      run: run((editor) => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)),
    },
    ...(own ? {} : { shownKeys: keys }),
    pressed: (now) => now.text.has(format),
  });
  const block = (id: string, icon: Action['icon'], kind: BlockKind, keys: string): Tool => ({
    action: { id, ...(icon && { icon }), keys: [keys], run: run((editor) => setBlock(editor, kind)) },
    pressed: (now) => now.block === kind,
  });
  const list = (
    id: string,
    icon: Action['icon'],
    kind: Formats['block'],
    command: LexicalCommand<void>,
    keys: string,
  ): Tool => ({
    action: {
      id,
      ...(icon && { icon }),
      keys: [keys],
      run: run((editor) => {
        if (editor.read($inTable)) return;
        const off = editor.read($formats).block === kind;
        editor.dispatchCommand(off ? REMOVE_LIST_COMMAND : command, undefined);
      }),
    },
    pressed: (now) => now.block === kind,
  });
  const align = (id: string, icon: Action['icon'], format: ElementFormatType, keys: string): Tool => ({
    action: {
      id,
      ...(icon && { icon }),
      keys: [keys],
      run: run((editor) => editor.dispatchCommand(FORMAT_ELEMENT_COMMAND, format)),
    },
    pressed: (now) =>
      now.align === format || (format === 'left' && (now.align === '' || now.align === 'start')),
  });
  return {
    history: [
      {
        action: {
          id: 'composer.undoTyping',
          icon: IconArrowBackUp,
          hidden: true,
          run: dispatch(UNDO_COMMAND),
        },
        shownKeys: 'mod+Z',
      },
      {
        action: {
          id: 'composer.redoTyping',
          icon: IconArrowForwardUp,
          hidden: true,
          run: dispatch(REDO_COMMAND),
        },
        shownKeys: 'mod+shift+Z',
      },
    ] as Tool[],
    kinds: [
      block('editor.paragraph', IconLetterP, 'paragraph', 'mod+alt+0'),
      block('composer.heading1', IconH1, 'h1', 'mod+alt+1'),
      block('composer.heading2', IconH2, 'h2', 'mod+alt+2'),
      block('composer.heading3', IconH3, 'h3', 'mod+alt+3'),
      block('composer.quote', IconBlockquote, 'quote', 'mod+alt+9'),
      block('editor.callout', IconInfoSquareRounded, 'callout', 'mod+alt+5'),
      block('editor.codeBlock', IconFileCode, 'code', 'mod+alt+4'),
    ],
    marks: [
      text('composer.bold', IconBold, 'bold', 'mod+B'),
      text('composer.italic', IconItalic, 'italic', 'mod+I'),
      text('composer.underline', IconUnderline, 'underline', 'mod+U'),
      text('composer.strike', IconStrikethrough, 'strikethrough', 'mod+shift+X', true),
      text('editor.code', IconCode, 'code', 'mod+E', true),
    ],
    link: {
      action: { id: 'composer.textLink', icon: IconLink, keys: ['mod+shift+K'], run: panel('link') },
      pressed: (now: Formats) => now.link !== null,
    } satisfies Tool,
    clear: {
      action: { id: 'editor.clear', icon: IconClearFormatting, keys: ['mod+alt+X'], run: run(clearFormat) },
    } satisfies Tool,
    lists: [
      list('composer.bullets', IconList, 'bullet', INSERT_UNORDERED_LIST_COMMAND, 'mod+alt+8'),
      list('composer.numbers', IconListNumbers, 'number', INSERT_ORDERED_LIST_COMMAND, 'mod+alt+7'),
      list('editor.checks', IconListCheck, 'check', INSERT_CHECK_LIST_COMMAND, 'mod+alt+6'),
    ],
    indents: [
      {
        action: {
          id: 'editor.outdent',
          icon: IconIndentDecrease,
          keys: ['mod+['],
          run: dispatch(OUTDENT_CONTENT_COMMAND),
        },
      },
      {
        action: {
          id: 'editor.indent',
          icon: IconIndentIncrease,
          keys: ['mod+]'],
          run: dispatch(INDENT_CONTENT_COMMAND),
        },
      },
    ] as Tool[],
    aligns: [
      align('editor.alignLeft', IconAlignLeft, 'left', 'mod+alt+L'),
      align('editor.alignCenter', IconAlignCenter, 'center', 'mod+alt+M'),
      align('editor.alignRight', IconAlignRight, 'right', 'mod+alt+R'),
      align('editor.alignJustify', IconAlignJustified, 'justify', 'mod+alt+J'),
    ],
    picture: {
      action: { id: 'editor.picture', icon: IconPhoto, keys: ['mod+alt+P'], run: panel('picture') },
    } satisfies Tool,
    table: {
      action: { id: 'editor.table', icon: IconTable, keys: ['mod+alt+T'], run: panel('table') },
    } satisfies Tool,
    divider: {
      action: {
        id: 'editor.divider',
        icon: IconSeparatorHorizontal,
        keys: ['mod+alt+-'],
        run: run(insertDivider),
      },
    } satisfies Tool,
    emoji: {
      action: { id: 'editor.emoji', icon: IconMoodSmile, keys: ['mod+alt+E'], run: panel('emoji') },
    } satisfies Tool,
    find: {
      action: { id: 'editor.find', icon: IconSearch, keys: ['mod+F'], run: panel('find') },
    } satisfies Tool,
    replace: {
      action: {
        id: 'editor.replace',
        icon: IconReplace,
        keys: ['mod+alt+H', 'mod+H'],
        run: panel('replace'),
      },
    } satisfies Tool,
    count: {
      action: { id: 'editor.count', icon: IconNumbers, keys: ['mod+alt+W'], run: panel('count') },
    } satisfies Tool,
  };
}

/** Every action of the tools, for keys and the palette. */
export function actionsOf(tools: EditorTools): Action[] {
  return Object.values(tools).flatMap((each: Tool | Tool[]) =>
    Array.isArray(each) ? each.map(({ action }) => action) : [each.action],
  );
}
