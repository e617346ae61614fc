import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import styles from './cue-list.module.css';

/** Where the caret is to go once the text of a cue is on screen. */
export interface CaretRequest {
  id: string;
  /** UTF-16 place in the text; 'all' marks everything. */
  caret: number | 'all';
}

/** What keys in the text of a cue ask for; places are UTF-16 indices. */
export interface CueKeys {
  text(id: string, text: string): void;
  /** Enter: to the next cue, or a new one at the playhead after the last. */
  next(id: string): void;
  /** Alt with an arrow. */
  move(id: string, direction: 1 | -1, caret: number): void;
  split(id: string, caret: number): void;
  /** Backspace at the start, Delete at the end. */
  merge(id: string, direction: 1 | -1): void;
  edge(id: string, edge: 'from' | 'to'): void;
  play(id: string): void;
  loop(id: string): void;
  undo(): void;
  redo(): void;
  /** Escape: out of the text, to its row. */
  leave(id: string): void;
  focused(id: string): void;
}

function handle(
  id: string,
  keys: CueKeys,
  event: KeyboardEvent<HTMLTextAreaElement>,
  readOnly: boolean,
): boolean {
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const bare = selectionStart === selectionEnd;
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (key === 'escape') keys.leave(id);
  else if (event.altKey && (key === 'arrowup' || key === 'arrowdown'))
    keys.move(id, key === 'arrowdown' ? 1 : -1, selectionStart);
  else if (mod && event.code === 'Space') keys.play(id);
  else if (event.altKey && event.code === 'KeyP') keys.play(id);
  else if (event.altKey && event.code === 'KeyL') keys.loop(id);
  else if (mod && key === 'z') {
    if (event.shiftKey) keys.redo();
    else keys.undo();
  } else if (mod && key === 'y') keys.redo();
  else if (readOnly) return false;
  else if (mod && key === 'enter') keys.split(id, selectionStart);
  else if (key === 'enter' && !event.shiftKey) keys.next(id);
  else if (mod && event.code === 'BracketLeft') keys.edge(id, 'from');
  else if (mod && event.code === 'BracketRight') keys.edge(id, 'to');
  else if (key === 'backspace' && bare && selectionStart === 0 && !mod) keys.merge(id, -1);
  else if (key === 'delete' && bare && selectionStart === value.length && !mod) keys.merge(id, 1);
  else return false;
  return true;
}

/** The words of a cue, as tall as they are. A twin behind the field gives it its height. */
export const CueText = memo(function CueText({
  id,
  text,
  label,
  language,
  hint,
  current,
  readOnly,
  caret,
  keys,
  onCaret,
}: {
  id: string;
  text: string;
  label: string;
  language: string;
  /** Stands where there are no words yet. */
  hint: string;
  /** Only the current cue's text is a stop of the Tab key. */
  current: boolean;
  readOnly: boolean;
  /** Takes the focus when there is one. */
  caret: CaretRequest['caret'] | null;
  keys: CueKeys;
  onCaret(): void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = field.current;
    if (caret === null || !element) return;
    element.focus({ preventScroll: true });
    if (caret === 'all') element.select();
    else element.setSelectionRange(caret, caret);
    onCaret();
  }, [caret, onCaret]);
  return (
    <div className={styles.text} lang={language}>
      <div className={styles.twin} aria-hidden>{`${text || hint}\u200b`}</div>
      <textarea
        ref={field}
        className={styles.words}
        aria-label={label}
        rows={1}
        placeholder={hint}
        readOnly={readOnly}
        tabIndex={current ? 0 : -1}
        value={text}
        onChange={(event) => keys.text(id, event.currentTarget.value)}
        onFocus={() => keys.focused(id)}
        onKeyDown={(event) => {
          // 229: the press belongs to an input method that is composing.
          if (event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229) return;
          if (!handle(id, keys, event, readOnly)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
    </div>
  );
});
