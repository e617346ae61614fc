import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, type LexicalEditor } from 'lexical';
import { useLayoutEffect } from 'react';
import { alignPosition } from './align.ts';
import './overflow-marks.css';

/** A composed text and the UTF-16 index from which it does not fit. */
interface Overflow {
  text: string;
  at: number;
}

const name = 'galley-overflow';

function rangeFrom(editor: LexicalEditor, overflow: Overflow): Range | null {
  const texts = editor.read(() => $getRoot().getAllTextNodes());
  const pieces = editor.read(() => texts.map((node) => node.getTextContent()));
  const start = alignPosition(pieces, overflow.text, overflow.at);
  const root = editor.getRootElement();
  const key = start && texts[start.piece]?.getKey();
  const walker = (element: HTMLElement | null): Node | null => {
    let node: Node | null = element;
    while (node && node.nodeType !== Node.TEXT_NODE) node = node.firstChild;
    return node;
  };
  const node = key ? walker(editor.getElementByKey(key)) : null;
  if (!start || !root || !node) return null;
  const range = new Range();
  range.setStart(node, Math.min(start.offset, node.textContent?.length ?? 0));
  range.setEnd(root, root.childNodes.length);
  return range;
}

/** Marks the characters that do not fit the selected target, without touching the document. */
export default function OverflowMarks({ text, at }: { text: string | undefined; at: number | undefined }) {
  const [editor] = useLexicalComposerContext();
  useLayoutEffect(() => {
    if (!('highlights' in CSS) || text === undefined || at === undefined) return;
    const paint = (): void => {
      const range = rangeFrom(editor, { text, at });
      if (range) CSS.highlights.set(name, new Highlight(range));
      else CSS.highlights.delete(name);
    };
    paint();
    // Text nodes are replaced while typing; the mark follows before the counters answer.
    const stop = editor.registerUpdateListener(paint);
    return () => {
      stop();
      CSS.highlights.delete(name);
    };
  }, [editor, text, at]);
  return null;
}
