import { useMemo } from 'react';
import { useActions } from '#renderer/commands/registry.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { blocksOf } from '#shared/rich/read.ts';
import { blocksOfState } from '#shared/rich/read-state.ts';
import type { EditorPort } from '../editor/editor-port.ts';
import type { PostSession } from '../session/post-session.ts';
import { useTextImport } from './import-dialog.tsx';
import { type OpenText, textActions } from './text-actions.ts';

/** The editor holds the text of the target that is open; until it is here, the base text stands for it. */
function openText(port: EditorPort, session: PostSession): OpenText {
  return {
    blocks() {
      const editor = port.now();
      if (editor) return blocksOfState(editor.getEditorState().toJSON());
      const { document, body } = session.snapshot().post;
      return blocksOf(document, body);
    },
    title: () => session.snapshot().post.title.trim(),
  };
}

/** Actions that bring text files in and hand the text out, and the dialog they need. */
export function useTexts(port: EditorPort, session: PostSession) {
  const { t, locale } = useWords();
  const text = useMemo(() => openText(port, session), [port, session]);
  const { open, dialog } = useTextImport(port, text);
  const actions = useMemo(() => textActions(text, open, { t, locale }), [text, open, t, locale]);
  useActions(actions);
  return { actions, dialog };
}
