import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EditorPort } from './editor-port.ts';
import { $formats, type Formats, formatsKey, noFormats } from './format-commands.ts';

/** What the selection of the editor on the screen is in. */
export function useFormats(port: EditorPort): Formats {
  const editor = useSyncExternalStore(port.subscribe, port.now);
  const [formats, setFormats] = useState<Formats>(noFormats);
  useEffect(() => {
    if (!editor) return;
    let known = '';
    const read = (): void => {
      const now = editor.getEditorState().read($formats);
      const key = formatsKey(now);
      if (key !== known) setFormats(now);
      known = key;
    };
    read();
    return editor.registerUpdateListener(read);
  }, [editor]);
  return formats;
}
