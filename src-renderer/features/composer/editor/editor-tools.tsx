import { useMemo } from 'react';
import { useActions } from '#renderer/commands/registry.ts';
import { actionsOf, editorTools } from './editor-actions.ts';
import type { EditorPort } from './editor-port.ts';
import { FindPanel } from './find/find-panel.tsx';
import { Toolbar } from './toolbar.tsx';
import { useFormats } from './use-formats.ts';

/** The fixed tools of the text and the keys of all its actions. */
export default function EditorTools({ port }: { port: EditorPort }) {
  const tools = useMemo(() => editorTools(port), [port]);
  const actions = useMemo(() => actionsOf(tools), [tools]);
  useActions(actions);
  const formats = useFormats(port);
  return (
    <>
      <Toolbar tools={tools} formats={formats} />
      <FindPanel port={port} />
    </>
  );
}
