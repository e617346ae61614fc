import { type HistoryState } from '@lexical/history';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { type EditorState, HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import { memo, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { $formats, type Formats } from './format-commands.ts';
import { $setMarkdown, createMarkdownReader, isEditorState, nodes, transformers } from './rich-text.ts';
import classes from './editor.module.css';

export interface Written {
  body: string;
  /** Serialised only when something is saved or drawn from it. */
  document: EditorState;
}

const theme = {
  paragraph: classes['paragraph'],
  heading: { h1: classes['h1'], h2: classes['h2'], h3: classes['h3'] },
  quote: classes['quote'],
  link: classes['link'],
  list: { ul: classes['ul'], ol: classes['ol'], listitem: classes['item'] },
  text: {
    bold: classes['bold'],
    italic: classes['italic'],
    underline: classes['underline'],
    strikethrough: classes['strike'],
    underlineStrikethrough: classes['underlineStrike'],
  },
};

/** Tells what was written, except while an input method still composes: half-typed pinyin is nobody's text. */
function Listener({ onWrite }: { onWrite(written: Written): void }) {
  const [editor] = useLexicalComposerContext();
  const written = useEffectEvent(onWrite);
  useEffect(() => {
    let held = false;
    const $markdown = createMarkdownReader();
    let body = editor.read($markdown);
    const tell = (): void => {
      held = false;
      const state = editor.getEditorState();
      body = state.read($markdown);
      written({ body, document: state });
    };
    const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      // Reading the text in is no writing; a target that is only looked at goes on inheriting.
      if (tags.has(HISTORY_MERGE_TAG) && editor.read($markdown) === body) return;
      if (editor.isComposing()) held = true;
      else tell();
    });
    const settle = (): void => {
      // Lexical itself reacts to the same event; its update comes first.
      setTimeout(() => {
        if (held && !editor.isComposing()) tell();
      });
    };
    const stopRoot = editor.registerRootListener((root, before) => {
      before?.removeEventListener('compositionend', settle);
      root?.addEventListener('compositionend', settle);
    });
    return () => {
      stopUpdates();
      stopRoot();
    };
  }, [editor]);
  return null;
}

function EditorPort({
  onEditor,
  onFormats,
}: {
  onEditor(editor: LexicalEditor | null): void;
  onFormats(formats: Formats): void;
}) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    onEditor(editor);
    let known = '';
    const stop = editor.registerUpdateListener(({ editorState }) => {
      const formats = editorState.read($formats);
      const key = [...formats.text, formats.block, formats.link].join(' ');
      if (key !== known) onFormats(formats);
      known = key;
    });
    return () => {
      stop();
      onEditor(null);
    };
  }, [editor, onEditor, onFormats]);
  return null;
}

/** The text of one target or of the base; mounted anew for each, with the history it had. */
export const RichEditor = memo(function RichEditor({
  read,
  history,
  onWrite,
  onEditor,
  onFormats,
  children,
}: {
  /** The text to start with. */
  read(): { document: unknown; body: string };
  history: HistoryState;
  onWrite(written: Written): void;
  onEditor(editor: LexicalEditor | null): void;
  onFormats(formats: Formats): void;
  /** What else draws on the text. */
  children?: ReactNode;
}) {
  const [initial] = useState(() => {
    const { document, body } = read();
    return isEditorState(document) ? JSON.stringify(document) : () => $setMarkdown(body);
  });
  const { t } = useWords();
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'galley-post',
        nodes,
        theme,
        onError: (error) => console.error(error),
        editorState: initial,
      }}
    >
      <div className={classes['place']}>
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className={classes['text']}
              aria-label={t('composer.body')}
              aria-placeholder={t('composer.bodyPlaceholder')}
              placeholder={<div className={classes['placeholder']}>{t('composer.bodyPlaceholder')}</div>}
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
      </div>
      <HistoryPlugin externalHistoryState={history} />
      <ListPlugin />
      <LinkPlugin />
      <MarkdownShortcutPlugin transformers={transformers} />
      <Listener onWrite={onWrite} />
      <EditorPort onEditor={onEditor} onFormats={onFormats} />
      {children}
    </LexicalComposer>
  );
});
