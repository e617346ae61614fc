import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getSelection, $isRangeSelection } from 'lexical';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useActions } from '#renderer/commands/registry.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { editorTools } from './editor-actions.ts';
import type { EditorPort } from './editor-port.ts';
import classes from './floating-toolbar.module.css';
import { useFormats } from './use-formats.ts';
import { ToolButton } from './toolbar.tsx';

/** Milliseconds that a selection stands still before the tools come. */
const quiet = 160;

/** Box of the selected words in the window; null where nothing is selected or the words are out of sight. */
function selectedBox(root: HTMLElement): DOMRect | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer)) return null;
  const box = range.getBoundingClientRect();
  return box.bottom < 60 || box.top > window.innerHeight - 20 ? null : box;
}

/** Tools over the selected words. They come when the selection rests and stay where they came. */
export function FloatingToolbar({ port }: { port: EditorPort }) {
  const [editor] = useLexicalComposerContext();
  const { t } = useWords();
  const tools = useMemo(() => editorTools(port), [port]);
  const formats = useFormats(port);
  const panel = useSyncExternalStore(port.subscribe, port.panel);
  const [box, setBox] = useState<DOMRect | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known = '';
    let pressing = false;
    const show = (): void => {
      const root = editor.getRootElement();
      setBox(root && !pressing && root.contains(document.activeElement) ? selectedBox(root) : null);
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(show, quiet);
    };
    const stop = editor.registerUpdateListener(({ editorState }) => {
      const key = editorState.read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection) || selection.isCollapsed()) return '';
        const { anchor, focus } = selection;
        return `${anchor.key} ${anchor.offset} ${focus.key} ${focus.offset}`;
      });
      if (key === known) return;
      known = key;
      if (key === '') {
        clearTimeout(timer);
        setBox(null);
      } else later();
    });
    const onPress = (event: PointerEvent): void => {
      if (event.target instanceof Node && bar.current?.contains(event.target)) return;
      pressing = true;
      setBox(null);
    };
    const onRelease = (): void => {
      pressing = false;
      if (known !== '') later();
    };
    const onScroll = (): void => setBox((before) => (before === null ? before : null));
    const onScrollEnd = (): void => {
      if (known !== '') later();
    };
    window.addEventListener('pointerdown', onPress);
    window.addEventListener('pointerup', onRelease);
    window.addEventListener('scroll', onScroll, true);
    window.addEventListener('scrollend', onScrollEnd, true);
    return () => {
      clearTimeout(timer);
      stop();
      window.removeEventListener('pointerdown', onPress);
      window.removeEventListener('pointerup', onRelease);
      window.removeEventListener('scroll', onScroll, true);
      window.removeEventListener('scrollend', onScrollEnd, true);
    };
  }, [editor]);
  const focusTools = useMemo(
    () => ({
      id: 'editor.focusTools',
      keys: ['alt+F10'],
      run: () => {
        const fixed = document.querySelector<HTMLElement>('[role="toolbar"] button');
        (bar.current?.querySelector<HTMLElement>('button') ?? fixed)?.focus();
      },
    }),
    [],
  );
  useActions([focusTools]);
  if (!box || panel !== null) return null;
  const heading = tools.kinds.filter(({ action }) => action.id === 'composer.heading2');
  const quote = tools.kinds.filter(({ action }) => action.id === 'composer.quote');
  const shown = [...tools.marks, tools.link, ...heading, ...quote, tools.clear];
  return createPortal(
    <div
      ref={(element) => {
        bar.current = element;
        if (!element) return;
        const { offsetWidth: width, offsetHeight: height } = element;
        const above = box.top - height - 8;
        element.style.top = `${above > 52 ? above : Math.min(box.bottom + 8, window.innerHeight - height - 8)}px`;
        const middle = box.left + box.width / 2 - width / 2;
        // Over the text, not over what stands beside it.
        const text = editor.getRootElement()?.getBoundingClientRect();
        const first = Math.max(8, text?.left ?? 0);
        const last = Math.min(text?.right ?? window.innerWidth, window.innerWidth - 8) - width;
        element.style.left = `${Math.max(first, Math.min(middle, last))}px`;
      }}
      className={classes['bar']}
      role="toolbar"
      aria-label={t('editor.floating')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setBox(null);
          editor.focus();
        } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
          const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
          const at = all.findIndex((button) => button === document.activeElement);
          all.at((at + (event.key === 'ArrowRight' ? 1 : -1)) % all.length)?.focus();
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {shown.map((tool) => (
        <ToolButton key={tool.action.id} tool={tool} formats={formats} />
      ))}
    </div>,
    document.body,
  );
}
