import { useEffect, useRef } from 'react';
import { resolveColour } from '#shared/design/colours.ts';
import { nearestWeight } from '#shared/design/fonts.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import { edit, removeNodes } from '#shared/design/operations.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { useEditor, useView } from '../session/editor.ts';
import { fitText } from '../session/layer-boxes.ts';
import styles from './canvas.module.css';

/**
 * Writing in place: the canvas shows the letters, exactly as they will be exported; over it lies a field with
 * invisible letters that wraps by the same rules and gives caret, selection and input methods.
 */
export function TextEditor({ node }: { node: TextNode }) {
  const { t } = useWords();
  const { store } = useEditor();
  const view = useView();
  const field = useRef<HTMLTextAreaElement>(null);
  /** What an input method composes is one step of undo, however long the writer looks for the right word. */
  const composing = useRef<'no' | 'begins' | 'goes on'>('no');

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);

  // A text that was left empty is nothing anyone can see or find: it goes with the end of writing.
  useEffect(
    () => () => {
      const { body: last, readOnly } = store.snapshot();
      const left = last.nodes[node.id];
      if (!readOnly && left?.type === 'text' && left.text === '') store.apply(removeNodes(last, [node.id]));
    },
    [store, node.id],
  );

  const write = (text: string): void => {
    const current = store.snapshot().body;
    const before = current.nodes[node.id];
    if (before?.type !== 'text') return;
    const value = fitText({ ...before, text });
    const amend = composing.current === 'goes on';
    if (composing.current === 'begins') composing.current = 'goes on';
    // No key of its own for a composition: what was typed before it stays a step of its own.
    const mergeKey = composing.current === 'no' ? { mergeKey: `text:${node.id}` } : {};
    store.apply(edit(current, [{ table: 'nodes', id: node.id, value }]), { ...mergeKey, amend });
  };

  const layout = layoutOfNode(node);
  const spare = node.sizing === 'fixed' ? node.height - layout.height : 0;
  const top = node.verticalAlign === 'middle' ? spare / 2 : node.verticalAlign === 'bottom' ? spare : 0;
  const centre = { x: node.x + node.width / 2, y: node.y + node.height / 2 };
  return (
    <div
      className={styles.textPlace}
      style={{
        transform: `translate(${centre.x * view.scale + view.x}px, ${centre.y * view.scale + view.y}px) rotate(${node.rotation}deg) scale(${view.scale}) translate(${-node.width / 2}px, ${-node.height / 2}px)`,
      }}
    >
      <textarea
        ref={field}
        className={styles.textField}
        aria-label={t('design.text-field')}
        lang={textLanguage(node.text)}
        spellCheck={false}
        value={node.text}
        wrap={node.sizing === 'auto-width' ? 'off' : 'soft'}
        style={{
          top,
          width: node.width,
          height: Math.max(layout.height, node.fontSize * node.lineHeight),
          fontFamily: `"${node.fontFamily}", "Noto Sans SC", "Inter"`,
          fontWeight: nearestWeight(node.fontFamily, node.fontWeight),
          fontSize: node.fontSize,
          lineHeight: node.lineHeight,
          letterSpacing: node.letterSpacing,
          textAlign: node.align,
          whiteSpace: node.sizing === 'auto-width' ? 'pre' : 'pre-wrap',
          caretColor: resolveColour(node.colour, {}),
        }}
        onChange={(event) => write(event.currentTarget.value)}
        onCompositionStart={() => {
          composing.current = 'begins';
        }}
        onCompositionEnd={() => {
          composing.current = 'no';
        }}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          const key = event.key.toLowerCase();
          if (key === 'escape') {
            event.preventDefault();
            event.stopPropagation();
            store.edit(null);
          } else if ((event.ctrlKey || event.metaKey) && (key === 'z' || key === 'y')) {
            event.preventDefault();
            event.stopPropagation();
            if (key === 'y' || event.shiftKey) store.redo();
            else store.undo();
          }
        }}
        onBlur={() => {
          if (store.snapshot().editing === node.id && document.hasFocus()) store.edit(null);
        }}
      />
    </div>
  );
}
