import type { KeyboardEvent } from 'react';
import { runAction } from '#renderer/commands/run-action.ts';
import type { TextLayout } from '#shared/design/text/layout.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { alongOf, type CaretPlace, characterStep, lineEdge, lineStep } from './caret-moves.ts';
import { textDifference } from './text-difference.ts';
import type { TextSelection } from './text-selection.ts';
import { makeTextActions } from './use-text-actions.ts';

interface KeyContext {
  store: EditorStore;
  layout: TextLayout;
  text: string;
  selection: TextSelection;
  /** px along the line that a row of moves over lines keeps; null before the first. */
  goal: { along: number | null };
  move(to: CaretPlace, extend: boolean): void;
}

type Move = 'line-start' | 'line-end' | 'line-on' | 'line-back' | 'on' | 'back';

/** What a key means for the caret in a direction of writing; undefined leaves it to the field. */
function moveOf(event: KeyboardEvent, vertical: boolean): Move | undefined {
  const { key, ctrlKey, metaKey, altKey } = event;
  if (key === 'Home' && !ctrlKey) return 'line-start';
  if (key === 'End' && !ctrlKey) return 'line-end';
  if (metaKey && key === 'ArrowLeft') return 'line-start';
  if (metaKey && key === 'ArrowRight') return 'line-end';
  if (ctrlKey || metaKey || altKey) return undefined;
  const moves: Record<string, Move> = vertical
    ? { ArrowUp: 'back', ArrowDown: 'on', ArrowLeft: 'line-on', ArrowRight: 'line-back' }
    : { ArrowUp: 'line-back', ArrowDown: 'line-on' };
  return moves[key];
}

function moveCaret(move: Move, extend: boolean, context: KeyContext): void {
  const { layout, selection, text, goal } = context;
  const from: CaretPlace = { index: selection.focus, atLineEnd: selection.atLineEnd };
  if (move === 'line-on' || move === 'line-back') {
    const along = goal.along ?? alongOf(layout, from);
    context.move(lineStep(layout, from, move === 'line-on' ? 1 : -1, along, text.length), extend);
    goal.along = along;
    return;
  }
  if (move === 'on' || move === 'back') {
    const range = selection.anchor !== selection.focus && !extend;
    const edge =
      move === 'on'
        ? Math.max(selection.anchor, selection.focus)
        : Math.min(selection.anchor, selection.focus);
    const index = range ? edge : characterStep(text, selection.focus, move === 'on' ? 1 : -1);
    context.move({ index, atLineEnd: false }, extend);
    return;
  }
  context.move(lineEdge(layout, from, move === 'line-start' ? 'start' : 'end'), extend);
}

/** The keys of writing that the field does not do by itself. Answers whether the key was one of them. */
export function writingKey(event: KeyboardEvent, context: KeyContext): boolean {
  const { store } = context;
  const key = event.key.toLowerCase();
  const mod = event.ctrlKey || event.metaKey;
  if (key === 'escape') {
    store.edit(null);
    return true;
  }
  if (mod && (key === 'z' || key === 'y')) {
    const before = context.text;
    if (key === 'y' || event.shiftKey) store.redo();
    else store.undo();
    const node = store.snapshot().body.nodes[context.selection.nodeId];
    if (node?.type !== 'text' || node.text === before) return true;
    // The caret goes to where the words have changed.
    const { from, insert } = textDifference(before, node.text, node.text.length);
    context.move({ index: from + insert.length, atLineEnd: false }, false);
    return true;
  }
  if (mod && !event.altKey) {
    const { bold, underline, strike } = makeTextActions(store);
    const action =
      key === 'b' ? bold : key === 'u' ? underline : event.shiftKey && key === 'x' ? strike : null;
    if (action) {
      runAction(action);
      return true;
    }
  }
  const move = moveOf(event, context.layout.writing === 'vertical');
  if (!move) return false;
  moveCaret(move, event.shiftKey, context);
  return true;
}
