import { $isCodeNode } from '@lexical/code-core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useWords } from '#renderer/ui/words.tsx';
import { emojiFamily } from '#shared/design/fonts.ts';
import { firstText } from '../dom-text.ts';
import { type Choice, matching } from './choice.ts';
import { type Trigger, type TriggerSign, triggerBefore } from './trigger.ts';
import classes from './typing-menu.module.css';

interface Typed extends Trigger {
  /** The text node with the caret. */
  key: string;
}
const shown = 60;
const emojiFont = { fontFamily: `'${emojiFamily}', var(--g-font)` };

/** Inside a read: what is typed at the caret; nothing in code. */
function $typed(): Typed | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat('code') || $isCodeNode(node.getParent())) return null;
  const trigger = triggerBefore(node.getTextContent().slice(0, selection.anchor.offset));
  // Words before the sign may stand in a node of another look.
  if (!trigger || (trigger.from === 0 && trigger.sign === '/' && $isTextNode(node.getPreviousSibling())))
    return null;
  return { ...trigger, key: node.getKey() };
}

/** Where the sign stands in the window. */
function boxOf(editor: LexicalEditor, { key, from }: Typed): DOMRect | null {
  const node = firstText(editor.getElementByKey(key));
  if (!node || from >= node.data.length) return null;
  const range = new Range();
  range.setStart(node, from);
  range.setEnd(node, from + 1);
  return range.getBoundingClientRect();
}

function List({
  editor,
  typed,
  choices,
  at,
  onHover,
  onChoose,
}: {
  editor: LexicalEditor;
  typed: Typed;
  choices: readonly Choice[];
  at: number;
  onHover(at: number): void;
  onChoose(choice: Choice): void;
}) {
  const { t } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const { key, from } = typed;
  useLayoutEffect(() => {
    const place = (): void => {
      const element = list.current;
      const box = boxOf(editor, { key, from, sign: '/', query: '' });
      if (!element || !box) return;
      const { offsetHeight: height, offsetWidth: width } = element;
      const below = box.bottom + 6 + height <= window.innerHeight || box.top < height;
      element.style.top = `${below ? box.bottom + 6 : box.top - height - 6}px`;
      element.style.left = `${Math.max(8, Math.min(box.left, window.innerWidth - width - 8))}px`;
    };
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [editor, key, from, choices.length]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    const root = editor.getRootElement();
    root?.setAttribute('aria-controls', 'typing-menu');
    root?.setAttribute('aria-activedescendant', `typing-menu-${at}`);
    return () => {
      root?.removeAttribute('aria-controls');
      root?.removeAttribute('aria-activedescendant');
    };
  }, [editor, at]);
  return createPortal(
    <div ref={list} id="typing-menu" className={classes['menu']} role="listbox" aria-label={t('editor.menu')}>
      {choices.map((choice, index) => {
        const Icon = choice.icon;
        const starts = choices[index - 1]?.group !== choice.group;
        return (
          <div key={choice.id} role="presentation">
            {starts && choice.group !== '' && (
              <p className={classes['group']} role="presentation">
                {choice.group}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the text, which keeps the focus */}
            <div
              id={`typing-menu-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={classes['item']}
              onPointerMove={() => onHover(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(choice)}
            >
              <span className={classes['mark']} style={emojiFont} aria-hidden>
                {Icon ? <Icon size={16} stroke={1.5} /> : choice.mark}
              </span>
              <span className={classes['label']}>{choice.label}</span>
              {choice.hint && <span className={classes['hint']}>{choice.hint}</span>}
            </div>
          </div>
        );
      })}
    </div>,
    document.body,
  );
}

/** Opens below what is typed and completes it: arrows move, Enter and Tab choose, Escape leaves it as it is. */
export function TypingMenu({
  choicesOf,
  onSign,
}: {
  /** All that a sign offers; kept by the caller while it stays the same. */
  choicesOf(sign: TriggerSign, query: string): readonly Choice[];
  /** Told what is being typed, so that it can be fetched; null when nothing is. */
  onSign(sign: TriggerSign | null): void;
}) {
  const [editor] = useLexicalComposerContext();
  const [typed, setTyped] = useState<Typed | null>(null);
  const [marked, setMarked] = useState({ query: '', at: 0 });
  const dismissed = useRef('');
  const told = useEffectEvent(onSign);
  useEffect(() => {
    let known = '';
    return editor.registerUpdateListener(({ editorState }) => {
      if (editor.isComposing()) return;
      const next = editorState.read($typed);
      const place = next ? `${next.key} ${next.from}` : '';
      if (place !== dismissed.current) dismissed.current = '';
      const open =
        next && dismissed.current === '' && editor.getRootElement() === document.activeElement ? next : null;
      const key = JSON.stringify(open);
      if (key === known) return;
      known = key;
      told(open?.sign ?? null);
      setTyped(open);
    });
  }, [editor]);
  const choices = typed ? matching(choicesOf(typed.sign, typed.query), typed.query).slice(0, shown) : [];
  const at = typed && marked.query === typed.query ? Math.min(marked.at, choices.length - 1) : 0;
  const open = typed !== null && choices.length > 0;

  const close = useEffectEvent((): boolean => {
    if (!typed) return false;
    dismissed.current = `${typed.key} ${typed.from}`;
    setTyped(null);
    return true;
  });
  const choose = (choice: Choice): void => {
    if (!typed) return;
    const { key, from, query } = typed;
    setTyped(null);
    editor.update(
      () => {
        const node = $getNodeByKey(key);
        if (!$isTextNode(node)) return;
        // What the choice does may run before Lexical itself drops an empty node: its paragraph must be empty.
        if (node.spliceText(from, query.length + 1, choice.text ?? '', true).getTextContentSize() === 0)
          node.remove();
      },
      { discrete: true },
    );
    choice.run?.();
  };
  const chooseMarked = useEffectEvent((): boolean => {
    const choice = choices[at];
    if (!choice) return false;
    choose(choice);
    return true;
  });
  const move = useEffectEvent((step: number): boolean => {
    if (!typed) return false;
    setMarked({ query: typed.query, at: (at + step + choices.length) % choices.length });
    return true;
  });
  useEffect(() => {
    if (!open) return;
    const on = (command: LexicalCommand<KeyboardEvent>, act: () => boolean): (() => void) =>
      editor.registerCommand(
        command,
        (event) => {
          if (event.isComposing || !act()) return false;
          event.preventDefault();
          event.stopImmediatePropagation();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      );
    return mergeRegister(
      on(KEY_ARROW_DOWN_COMMAND, () => move(1)),
      on(KEY_ARROW_UP_COMMAND, () => move(-1)),
      on(KEY_TAB_COMMAND, chooseMarked),
      on(KEY_ESCAPE_COMMAND, close),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (event?.isComposing || event?.ctrlKey || event?.metaKey || !chooseMarked()) return false;
          event?.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerRootListener((root, before) => {
        const leave = (): void => void close();
        before?.removeEventListener('blur', leave);
        root?.addEventListener('blur', leave);
        return () => root?.removeEventListener('blur', leave);
      }),
    );
  }, [editor, open]);
  if (!open) return null;
  return (
    <List
      editor={editor}
      typed={typed}
      choices={choices}
      at={at}
      onHover={(index) => {
        if (index !== at) setMarked({ query: typed.query, at: index });
      }}
      onChoose={choose}
    />
  );
}
