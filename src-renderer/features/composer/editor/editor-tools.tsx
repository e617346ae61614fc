import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useActions } from '#renderer/commands/registry.ts';
import { actionsOf, editorTools } from './editor-actions.ts';
import type { EditorPort } from './editor-port.ts';
import { $formats, type Formats, formatsKey, noFormats } from './format-commands.ts';
import { Toolbar } from './toolbar.tsx';

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

/** The fixed tools of the text and the keys of all its actions. */
export default function EditorTools({ port }: { port: EditorPort }) {
  const tools = useMemo(() => editorTools(port), [port]);
  const actions = useMemo(() => actionsOf(tools), [tools]);
  useActions(actions);
  return <Toolbar tools={tools} formats={useFormats(port)} />;
}
