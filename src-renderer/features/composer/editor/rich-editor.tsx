import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { CheckListPlugin } from '@lexical/react/LexicalCheckListPlugin';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { SelectionAlwaysOnDisplay } from '@lexical/react/LexicalSelectionAlwaysOnDisplay';
import { TabIndentationPlugin } from '@lexical/react/LexicalTabIndentationPlugin';
import { TablePlugin } from '@lexical/react/LexicalTablePlugin';
import { type EditorState, HISTORY_MERGE_TAG } from 'lexical';
import { memo, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { BlockKeys } from './blocks/block-keys.tsx';
import { BlockTools } from './blocks/block-tools.tsx';
import { CountFooter } from './count/count-footer.tsx';
import type { EditorPort } from './editor-port.ts';
import { FloatingToolbar } from './floating-toolbar.tsx';
import { PictureDrops } from './images/picture-drops.tsx';
import { Completions } from './menu/completions.tsx';
import { PastePlugin } from './paste/paste-plugin.tsx';
import { Panels } from './panels/panels.tsx';
import { TagMarks } from './tag-marks.tsx';
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
  list: {
    ul: classes['ul'],
    ol: classes['ol'],
    listitem: classes['item'],
    nested: { listitem: classes['nested'] },
    checklist: classes['checks'],
    listitemChecked: classes['checked'],
    listitemUnchecked: classes['unchecked'],
  },
  code: classes['codeBlock'],
  callout: classes['callout'],
  hr: classes['divider'],
  hrSelected: classes['dividerSelected'],
  table: classes['table'],
  tableCell: classes['cell'],
  tableCellHeader: classes['headerCell'],
  tableCellSelected: classes['cellSelected'],
  tableSelected: classes['tableSelected'],
  tableScrollableWrapper: classes['tableScroll'],
  text: {
    bold: classes['bold'],
    italic: classes['italic'],
    underline: classes['underline'],
    strikethrough: classes['strike'],
    underlineStrikethrough: classes['underlineStrike'],
    code: classes['code'],
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

/** Tells the tools which editor is on the screen. */
function OnScreen({ port }: { port: EditorPort }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    port.set(editor);
    return () => port.set(null);
  }, [editor, port]);
  return null;
}

/** Whether the text may be changed, as long as the editor stands. */
function Editable({ editable }: { editable: boolean }) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => editor.setEditable(editable), [editor, editable]);
  return null;
}

/** The text of one target or of the base; mounted anew for each, with the history it had. */
export default memo(function RichEditor({
  read,
  port,
  readOnly,
  historyKey,
  facts,
  onWrite,
  children,
}: {
  /** The text to start with. */
  read(): { document: unknown; body: string };
  port: EditorPort;
  /** It can be read and marked, not changed. */
  readOnly: boolean;
  /** Name of the typing history that goes on here. */
  historyKey: string;
  /** Title and link of the post, for snippets that hold them. */
  facts(): { title: string; link: string };
  onWrite(written: Written): void;
  /** What else draws on the text. */
  children?: ReactNode;
}) {
  const [initial] = useState(() => {
    const { document, body } = read();
    return isEditorState(document) ? JSON.stringify(document) : () => $setMarkdown(body);
  });
  const { t } = useWords();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'galley-post',
        nodes,
        theme,
        onError: (error) => console.error(error),
        editorState: initial,
        editable: !readOnly,
      }}
    >
      <div className={classes['place']} ref={setFrame}>
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
      <HistoryPlugin externalHistoryState={port.historyOf(historyKey)} />
      <ListPlugin />
      <CheckListPlugin />
      <TabIndentationPlugin maxIndent={6} />
      <TablePlugin hasCellMerge={false} hasCellBackgroundColor={false} hasHorizontalScroll />
      <LinkPlugin />
      <MarkdownShortcutPlugin transformers={transformers} />
      <Listener onWrite={onWrite} />
      <OnScreen port={port} />
      <Editable editable={!readOnly} />
      <SelectionAlwaysOnDisplay />
      <BlockKeys />
      <BlockTools frame={frame} />
      <PictureDrops />
      <PastePlugin />
      <Panels port={port} />
      <CountFooter port={port} />
      <Completions port={port} facts={facts} />
      <FloatingToolbar port={port} />
      <TagMarks />
      {children}
    </LexicalComposer>
  );
});
