import { Popover } from '@mantine/core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor } from 'lexical';
import { type ReactNode, useState } from 'react';
import classes from './panels.module.css';

/** Where the words that are worked on stand in the window: the selection, or the start of the text. */
function placeOf(editor: LexicalEditor): { left: number; top: number; height: number } {
  const root = editor.getRootElement();
  const selection = window.getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  const inText = range !== null && root?.contains(range.startContainer) === true;
  let box = inText ? range.getBoundingClientRect() : undefined;
  if (inText && (box === undefined || (box.width === 0 && box.height === 0))) {
    // A caret in an empty paragraph has no box of its own.
    const node = range.startContainer;
    box = (node instanceof Element ? node : node.parentElement)?.getBoundingClientRect();
    if (box) box = new DOMRect(box.left, box.top, 0, Math.min(box.height, 24));
  }
  box ??= root?.getBoundingClientRect();
  if (!box) return { left: 0, top: 0, height: 0 };
  const top = Math.min(Math.max(box.top, 0), window.innerHeight - 40);
  return { left: box.left, top, height: Math.min(box.height, 40) };
}

/** A card that opens below the caret and gives the focus back to the text. */
export function AtCaret({
  label,
  width,
  onClose,
  children,
}: {
  label: string;
  width?: number;
  onClose(): void;
  children: ReactNode;
}) {
  const [editor] = useLexicalComposerContext();
  const [place] = useState(() => placeOf(editor));
  const close = (): void => {
    onClose();
    editor.focus();
  };
  return (
    <Popover
      opened
      onChange={(opened) => !opened && close()}
      position="bottom-start"
      offset={6}
      {...(width === undefined ? {} : { width })}
      trapFocus
      closeOnEscape
      withinPortal
    >
      <Popover.Target>
        <span className={classes['anchor']} style={place} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown aria-label={label} onKeyDown={(event) => event.key === 'Escape' && close()}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
