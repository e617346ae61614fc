import { IconClipboard, IconCopy, IconCut } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { editText } from '#shared/design/text/runs.ts';
import type { EditorStore } from '../session/editor-store.ts';
import { copyRange, pasteInto, plainWords } from './rich-text.ts';
import { textSelectionsOf } from './text-selection.ts';
import type { TextWriter } from './text-writer.ts';
import { makeTextActions } from './use-text-actions.ts';
import { chosenTexts } from './use-text-fields.ts';
import { focusWriting } from './writing-focus.ts';

/** What this window copied last, with its looks: a menu may read only plain words off the clipboard. */
let copied: ReturnType<typeof copyRange> | null = null;

/** Right click while writing: the clipboard and the nearest looks; null is a divider. */
export function textMenu(store: EditorStore, writer: TextWriter): (Action | null)[] {
  const hasRange = (): boolean => chosenTexts(store).range !== null;
  const copy = async (): Promise<void> => {
    const { texts, range } = chosenTexts(store);
    const node = texts[0];
    if (!node || !range) return;
    copied = copyRange(node, range.from, range.to);
    focusWriting();
    await navigator.clipboard.writeText(copied.text);
  };
  const replace = async (words: () => Promise<string>): Promise<void> => {
    const text = plainWords(await words());
    const selection = textSelectionsOf(store).snapshot();
    const node = chosenTexts(store).texts[0];
    if (!selection || !node) return;
    const from = Math.min(selection.anchor, selection.focus);
    const to = Math.max(selection.anchor, selection.focus);
    const pasted = pasteInto(node, from, to, copied?.text === text ? copied : { text, runs: [] });
    writer.put(pasted.node, 'own');
    writer.place(pasted.caret);
    focusWriting();
  };
  const { bold, underline, strike } = makeTextActions(store);
  return [
    {
      id: 'design-text.cut',
      icon: IconCut,
      keys: ['mod+X'],
      enabled: hasRange,
      run: async () => {
        await copy();
        const { texts, range } = chosenTexts(store);
        const node = texts[0];
        if (!node || !range) return;
        writer.put(editText(node, range.from, range.to, ''), 'own');
        writer.place(range.from);
      },
    },
    {
      id: 'design-text.copy',
      icon: IconCopy,
      keys: ['mod+C'],
      enabled: hasRange,
      run: copy,
    },
    {
      id: 'design-text.paste',
      icon: IconClipboard,
      keys: ['mod+V'],
      run: () => replace(() => navigator.clipboard.readText()),
    },
    {
      id: 'design-text.choose-all',
      keys: ['mod+A'],
      run: () => {
        const node = chosenTexts(store).texts[0];
        if (!node) return;
        textSelectionsOf(store).set({
          nodeId: node.id,
          anchor: 0,
          focus: node.text.length,
          atLineEnd: false,
        });
        focusWriting();
      },
    },
    null,
    bold,
    underline,
    strike,
  ];
}
