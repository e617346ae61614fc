import { useEffect } from 'react';
import type { Editor } from '../session/editor.ts';
import { chosenImages } from './looks.ts';

/** Shows the chosen pictures without their looks, or with them again. */
export function compareLooks({ store, pictures }: Editor, on: boolean): void {
  const { body, selection } = store.snapshot();
  pictures.compare(on ? chosenImages(body, selection).map(({ id }) => id) : []);
}

/** While B is held, the chosen pictures are shown as they were before their looks. */
export function useCompareKey(editor: Editor): void {
  useEffect(() => {
    const isPlain = (event: KeyboardEvent): boolean => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const typing = target?.closest('input, textarea, [contenteditable="true"]');
      return !typing && !event.ctrlKey && !event.metaKey && !event.altKey && event.key.toLowerCase() === 'b';
    };
    let held = false;
    const down = (event: KeyboardEvent): void => {
      if (event.repeat || !isPlain(event)) return;
      held = true;
      compareLooks(editor, true);
    };
    const up = (): void => {
      if (held) compareLooks(editor, false);
      held = false;
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', up);
    return () => {
      up();
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', up);
    };
  }, [editor]);
}
