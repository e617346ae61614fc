import type { TextNode } from '#shared/design/layers/text.ts';
import { edit } from '#shared/design/operations.ts';
import { editText } from '#shared/design/text/runs.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { fitText } from '../session/layer-boxes.ts';
import { textDifference } from './text-difference.ts';
import { textSelectionsOf } from './text-selection.ts';

/** Writes into one text: what is typed, composed and pasted becomes steps of undo. */
export class TextWriter {
  private readonly store: EditorStore;
  private readonly id: string;
  /** What an input method composes is one step of undo, however long the writer looks for the right word. */
  private composing: 'no' | 'begins' | 'goes on' = 'no';
  /** Letters written or deleted one after the other are one run, and within half a second one step of undo. */
  private run = 0;
  private goesOnAt = -1;
  private deleting = false;

  constructor(store: EditorStore, node: TextNode) {
    this.store = store;
    this.id = node.id;
  }

  private node(): TextNode | null {
    const node = this.store.snapshot().body.nodes[this.id];
    return node?.type === 'text' ? node : null;
  }

  compose(composing: boolean): void {
    this.composing = composing ? 'begins' : 'no';
  }

  /** Puts a changed text in place; `step` begins a step of undo of its own. */
  put(next: TextNode, step: 'typing' | 'own'): void {
    const { body } = this.store.snapshot();
    const amend = step === 'typing' && this.composing === 'goes on';
    if (this.composing === 'begins') this.composing = 'goes on';
    // No key of its own for a composition: what was typed before it stays a step of its own.
    const merges = step === 'typing' && this.composing === 'no';
    const mergeKey = merges ? { mergeKey: `text:${this.id}:${this.run}` } : {};
    this.store.apply(edit(body, [{ table: 'nodes', id: this.id, value: fitText(next) }]), {
      ...mergeKey,
      amend,
    });
  }

  /** The field's words after a key press; runs follow the letters they belong to. */
  write(text: string, caret: number): void {
    const node = this.node();
    if (!node || node.text === text) return;
    const { from, to, insert } = textDifference(node.text, text, caret);
    // Writing that goes on where it was is one run; a moved caret or a turn to deleting begins another step of undo.
    const deletes = insert === '';
    if ((deletes ? to : from) !== this.goesOnAt || deletes !== this.deleting) this.run += 1;
    this.goesOnAt = from + insert.length;
    this.deleting = deletes;
    this.place(caret);
    this.put(editText(node, from, to, insert), 'typing');
  }

  /** Puts the caret somewhere, with nothing chosen. */
  place(caret: number): void {
    textSelectionsOf(this.store).set({ nodeId: this.id, anchor: caret, focus: caret, atLineEnd: false });
  }

  /** A text that was left empty is nothing anyone can see or find. */
  isEmpty(): boolean {
    return this.node()?.text === '';
  }
}
