import { $toggleLink } from '@lexical/link';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
  UNDO_COMMAND,
} from 'lexical';
import { useEffect, useEffectEvent } from 'react';
import { currentActions } from '#renderer/commands/registry.ts';
import { notify, notifyFailure, notifyOffer } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Block } from '#shared/rich/blocks.ts';
import { blocksOfMarkdown } from '#shared/rich/read-markdown.ts';
import { safeLink } from '#shared/rich/safe-link.ts';
import { blocksOfFile, isTextFile } from './file-blocks.ts';
import { insertBlocks } from './insert-blocks.ts';
import { looksLikeMarkdown } from './looks-like-markdown.ts';
import { takePictures } from './take-pictures.ts';
import { isTooMuch } from './too-much.ts';

/** Milliseconds between Ctrl/⌘ Shift V and the paste it causes. */
const plainReach = 1000;

function plainBlocks(text: string): Block[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => ({
      kind: 'paragraph',
      align: 'start',
      inlines: line === '' ? [] : [{ kind: 'text', text: line }],
    }));
}

/** The words as they stand, to see whether somebody wrote in between; the editor tidies its nodes by itself. */
function writing(editor: LexicalEditor): string {
  return editor.getEditorState().read(() => $getRoot().getTextContent());
}

/** What is pasted into the text or dropped on it: rich text of any program, Markdown, words, sheets, text files. */
export function PastePlugin() {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();

  const insert = useEffectEvent(async (blocks: readonly Block[], lostPictures = 0): Promise<void> => {
    insertBlocks(editor, await takePictures(blocks, t('texts.pastedPicture')));
    const ofWeb = blocks.filter((block) => block.kind === 'image' && block.url?.startsWith('http')).length;
    if (ofWeb > 0) notify(t('texts.picturesOfWeb', { count: ofWeb }));
    if (lostPictures > 0) notify(t('texts.picturesLost', { count: lostPictures }));
  });

  const insertHtml = useEffectEvent(
    async (html: string, text: string, pictures: readonly File[]): Promise<void> => {
      const { blocksOfForeignHtml } = await import('./purify.ts');
      const { blocks, lostPictures } = blocksOfForeignHtml(html);
      // “Copy picture” of a browser: the file itself is better than its address.
      const alone = blocks.every((block) => block.kind === 'image');
      if (alone && pictures.length > 0) editor.dispatchCommand(DRAG_DROP_PASTE, [...pictures]);
      else if (blocks.length === 0) insertBlocks(editor, plainBlocks(text));
      else await insert(blocks, lostPictures);
    },
  );

  const insertMarkdown = useEffectEvent((text: string): void => {
    let after = '';
    insertBlocks(editor, blocksOfMarkdown(text, 'file'), 'selection', () => {
      after = writing(editor);
    });
    notifyOffer(t('texts.readAsMarkdown'), t('texts.keepPlain'), () => {
      if (writing(editor) !== after) return notify(t('texts.writtenSince'));
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      insertBlocks(editor, plainBlocks(text));
    });
  });

  const refuse = useEffectEvent((): void => {
    notifyOffer(t('texts.tooMuch'), t('texts.importFile'), () =>
      currentActions()
        .find(({ id }) => id === 'texts.import')
        ?.run(),
    );
  });

  const insertFiles = useEffectEvent(async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      const { blocks, lostPictures } = await blocksOfFile(file);
      await insert(blocks, lostPictures);
    }
  });

  useEffect(() => {
    let plainAt = Number.NEGATIVE_INFINITY;
    const take = (data: DataTransfer): boolean => {
      // Words of this editor keep their own form.
      if (data.types.includes('application/x-lexical-editor') && performance.now() - plainAt > plainReach)
        return false;
      const text = data.getData('text/plain');
      const html = data.getData('text/html');
      const pictures = [...data.files].filter((file) => file.type.startsWith('image/'));
      if (performance.now() - plainAt < plainReach) {
        if (isTooMuch('', text)) refuse();
        else if (text !== '') insertBlocks(editor, plainBlocks(text));
        return text !== '';
      }
      if (isTooMuch(html, text)) {
        refuse();
        return true;
      }
      const selection = $getSelection();
      const url = /\s/.test(text.trim()) ? null : safeLink(text);
      if (url !== null && $isRangeSelection(selection) && !selection.isCollapsed()) {
        editor.update(() => $toggleLink(url), { tag: PASTE_TAG });
        return true;
      }
      if (html.trim() !== '') insertHtml(html, text, pictures).catch(notifyFailure);
      else if (text === '' || pictures.length > 0) return false;
      else if (looksLikeMarkdown(text)) insertMarkdown(text);
      else insertBlocks(editor, plainBlocks(text));
      return true;
    };
    return mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyV')
            plainAt = performance.now();
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          if (!(event instanceof ClipboardEvent) || !event.clipboardData) return false;
          // Fields that stand in the text, such as the caption of a picture, are their own.
          if (event.target instanceof Element && event.target.closest('input, textarea')) return false;
          if (!take(event.clipboardData)) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        DRAG_DROP_PASTE,
        (files) => {
          const texts = [...files].filter(isTextFile);
          if (texts.length === 0) return false;
          insertFiles(texts).catch(notifyFailure);
          return texts.length === files.length;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    );
  }, [editor]);
  return null;
}
