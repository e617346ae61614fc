import { $isCodeNode, registerCodeIndentation } from '@lexical/code-core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ListNode } from '@lexical/list';
import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getRoot,
  $isDecoratorNode,
  COMMAND_PRIORITY_LOW,
  CLICK_COMMAND,
  mergeRegister,
} from 'lexical';
import { useEffect } from 'react';
import { $isCalloutNode } from '../nodes/callout-node.ts';

/** Tab in code, and a way on where the text ends with a block that takes no more paragraphs. */
export function BlockKeys() {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      mergeRegister(
        registerCodeIndentation(editor),
        // Lexical makes the points of a checklist checkboxes: what holds them is then no list.
        editor.registerMutationListener(ListNode, (mutations) => {
          for (const key of mutations.keys()) {
            const list = editor.getElementByKey(key);
            if (list?.querySelector(':scope > [role="checkbox"]')) list.setAttribute('role', 'group');
            else list?.removeAttribute('role');
          }
        }),
        editor.registerCommand(
          CLICK_COMMAND,
          (event) => {
            const last = $getRoot().getLastChild();
            const stuck =
              $isDecoratorNode(last) || $isTableNode(last) || $isCodeNode(last) || $isCalloutNode(last);
            const box = stuck ? editor.getElementByKey(last.getKey())?.getBoundingClientRect() : undefined;
            if (!box || event.clientY <= box.bottom) return false;
            const paragraph = $createParagraphNode();
            $getRoot().append(paragraph);
            paragraph.select();
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor],
  );
  return null;
}
