import {
  type ClipboardEvent,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { TextNode } from '#shared/design/layers/text.ts';
import { removeNodes } from '#shared/design/operations.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';
import { editText } from '#shared/design/text/runs.ts';
import { useEditor, useView } from '../session/editor.ts';
import { CaretLayer, caretBox } from './caret-layer.tsx';
import { copyRange, pasteInto, plainWords, readCopied, richTextType } from './rich-text.ts';
import styles from './text-editing.module.css';
import { boxTransform } from './text-geometry.ts';
import { writingKey } from './text-keys.ts';
import { textMenu } from './text-menu.ts';
import { rangeOf, type TextSelection, textSelectionsOf } from './text-selection.ts';
import { TextWriter } from './text-writer.ts';
import { useCaretInView } from './use-caret-in-view.ts';
import { useTextPointer } from './use-text-pointer.ts';
import { whileWriting } from './while-writing.ts';
import { writingFieldMark } from './writing-focus.ts';

/**
 * Writing in place. What is seen is the painted page itself, so lines break while writing exactly as in the
 * result; caret and choice are drawn from the same layout. An unseen field takes keys, input methods and the
 * clipboard, and is what a screen reader reads.
 */
export function TextEditor({ node }: { node: TextNode }) {
  const { t } = useWords();
  const { store } = useEditor();
  const view = useView();
  const field = useRef<HTMLTextAreaElement>(null);
  const selections = textSelectionsOf(store);
  const [writer] = useState(() => new TextWriter(store, node));
  const [composed, setComposed] = useState<{ from: number; to: number } | null>(null);
  const [focused, setFocused] = useState(true);
  const goal = useRef<{ along: number | null }>({ along: null });
  const everything: TextSelection = { nodeId: node.id, anchor: 0, focus: node.text.length, atLineEnd: false };
  const current = useSyncExternalStore(selections.subscribe, selections.snapshot);
  const given = current?.nodeId === node.id ? current : everything;
  const within = (index: number): number => Math.min(index, node.text.length);
  const selection = { ...given, anchor: within(given.anchor), focus: within(given.focus) };
  const layout = layoutOfNode(whileWriting(node));
  const pointer = useTextPointer(node);
  useCaretInView(node, layout, selection);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    if (selections.snapshot()?.nodeId !== node.id)
      selections.set({
        nodeId: node.id,
        anchor: 0,
        focus: field.current?.value.length ?? 0,
        atLineEnd: false,
      });
    return () => {
      selections.set(null);
      const { body, readOnly } = store.snapshot();
      if (!readOnly && writer.isEmpty()) store.apply(removeNodes(body, [node.id]));
    };
  }, [store, selections, writer, node.id]);

  // What was chosen by pointer or panel is what the field's own keys and the clipboard go by.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || composed) return;
    const { from, to } = rangeOf(selection);
    const direction = selection.focus < selection.anchor ? 'backward' : 'forward';
    if (element.selectionStart === from && element.selectionEnd === to) return;
    element.setSelectionRange(from, to, direction);
  });

  const readSelection = (): void => {
    const element = field.current;
    if (!element) return;
    const { selectionStart: from, selectionEnd: to, selectionDirection } = element;
    const [anchor, focus] = selectionDirection === 'backward' ? [to, from] : [from, to];
    const same = rangeOf(selection).from === from && rangeOf(selection).to === to;
    if (!same) {
      goal.current.along = null;
      selections.set({ nodeId: node.id, anchor, focus, atLineEnd: false });
    }
  };
  const copy = (event: ClipboardEvent, cut: boolean): void => {
    event.preventDefault();
    event.stopPropagation();
    const { from, to } = rangeOf(selection);
    if (from === to) return;
    const copied = copyRange(node, from, to);
    event.clipboardData.setData('text/plain', copied.text);
    event.clipboardData.setData(richTextType, JSON.stringify(copied));
    if (!cut) return;
    writer.place(from);
    writer.put(editText(node, from, to, ''), 'own');
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    const { from, to } = rangeOf(selection);
    const words = { text: plainWords(event.clipboardData.getData('text/plain')), runs: [] };
    const copied = readCopied(event.clipboardData.getData(richTextType)) ?? words;
    if (copied.text === '') return;
    const pasted = pasteInto(node, from, to, copied);
    writer.put(pasted.node, 'own');
    writer.place(pasted.caret);
  };

  const caret = caretBox(layout, selection.focus, selection.atLineEnd, view.scale);
  return (
    <ContextMenu actions={textMenu(store, writer)}>
      <div className={styles.place} style={{ transform: boxTransform(node, view) }}>
        <div
          className={styles.hit}
          data-writing
          style={{ width: node.width, height: Math.max(node.height, layout.height) }}
          onDoubleClick={(event) => event.stopPropagation()}
          {...pointer}
        />
        <CaretLayer
          layout={layout}
          selection={selection}
          composed={composed}
          focused={focused}
          scale={view.scale}
        />
        <textarea
          ref={field}
          className={styles.field}
          {...{ [writingFieldMark]: true }}
          aria-label={t('design.text-field')}
          lang={textLanguage(node.text)}
          spellCheck={false}
          wrap="off"
          value={node.text}
          // An input method puts its list of words where the field is.
          style={{
            left: caret.x,
            top: caret.y,
            width: Math.max(caret.width, 1),
            height: Math.max(caret.height, 1),
            fontSize: node.fontSize,
          }}
          onChange={(event) => writer.write(event.currentTarget.value, event.currentTarget.selectionEnd)}
          onSelect={readSelection}
          onCopy={(event) => copy(event, false)}
          onCut={(event) => copy(event, true)}
          onPaste={paste}
          onCompositionStart={() => {
            writer.compose(true);
            const { from } = rangeOf(selection);
            setComposed({ from, to: from });
          }}
          onCompositionUpdate={(event) =>
            setComposed((before) => before && { from: before.from, to: before.from + event.data.length })
          }
          onCompositionEnd={() => {
            writer.compose(false);
            setComposed(null);
          }}
          onFocus={() => setFocused(true)}
          onBlur={() => setFocused(false)}
          onPointerDown={(event) => event.stopPropagation()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || event.keyCode === 229) return;
            const known = writingKey(event, {
              store,
              layout,
              text: node.text,
              selection,
              goal: goal.current,
              move: ({ index, atLineEnd }, extend) => {
                goal.current.along = null;
                const anchor = extend ? selection.anchor : index;
                selections.set({ nodeId: node.id, anchor, focus: index, atLineEnd });
              },
            });
            if (!known) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      </div>
    </ContextMenu>
  );
}
