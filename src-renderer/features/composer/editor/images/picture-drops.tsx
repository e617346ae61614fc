import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $isImageNode } from '../nodes/image-node.tsx';
import {
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useEffectEvent } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { insertPictures } from '../blocks/insert-block.ts';
import { importPictures, isPicture } from './import-pictures.ts';

const dragType = 'application/x-galley-text-picture';

/** Inside an update: the block under the pointer, and whether the pointer is in its upper half. */
function $blockUnder(event: DragEvent) {
  const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target) : null;
  return node?.getTopLevelElement() ?? null;
}

function $move(editor: LexicalEditor, key: string, event: DragEvent): void {
  const picture = $getNodeByKey(key);
  const block = $blockUnder(event);
  if (!$isImageNode(picture) || !block || block === picture) return;
  const box = editor.getElementByKey(block.getKey())?.getBoundingClientRect();
  if (box && event.clientY < box.top + box.height / 2) block.insertBefore(picture);
  else block.insertAfter(picture);
  const selection = $createNodeSelection();
  selection.add(picture.getKey());
  $setSelection(selection);
}

/** Files dropped on the text or pasted into it go into the library; pictures in the text are moved by dragging. */
export function PictureDrops() {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  const take = useEffectEvent(async (files: readonly File[]): Promise<void> => {
    const assets = await importPictures(files, t('editor.pictureImporting'));
    insertPictures(
      editor,
      assets.map(({ id, alt }) => ({ assetId: id, alt })),
    );
  });
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          DRAG_DROP_PASTE,
          (files) => {
            const pictures = [...files].filter(isPicture);
            if (pictures.length === 0) return false;
            void take(pictures);
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          DRAGSTART_COMMAND,
          (event) => {
            const node = event.target instanceof Node ? $getNearestNodeFromDOMNode(event.target) : null;
            if (!$isImageNode(node) || !event.dataTransfer) return false;
            event.dataTransfer.setData(dragType, node.getKey());
            event.dataTransfer.effectAllowed = 'move';
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DRAGOVER_COMMAND,
          (event) => {
            if (!event.dataTransfer?.types.includes(dragType)) return false;
            event.preventDefault();
            event.dataTransfer.dropEffect = 'move';
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            const key = event.dataTransfer?.getData(dragType);
            if (!key) return false;
            event.preventDefault();
            $move(editor, key, event);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor],
  );
  return null;
}
