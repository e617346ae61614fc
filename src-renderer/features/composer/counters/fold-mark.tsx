import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot } from 'lexical';
import { useLayoutEffect } from 'react';
import { alignPosition } from '../editor/align.ts';
import { firstText } from '../editor/dom-text.ts';
import './fold-mark.css';

const name = 'galley-behind-fold';

/** Dims what stands behind the fold of a composed text, without touching the document. */
export default function FoldMark({ text, at }: { text: string | undefined; at: number | undefined }) {
  const [editor] = useLexicalComposerContext();
  useLayoutEffect(() => {
    if (!('highlights' in CSS) || text === undefined || at === undefined) return;
    const nodes = editor.read(() => $getRoot().getAllTextNodes());
    const pieces = editor.read(() => nodes.map((node) => node.getTextContent()));
    const start = alignPosition(pieces, text, at);
    const key = start && nodes[start.piece]?.getKey();
    const node = key ? firstText(editor.getElementByKey(key)) : null;
    const root = editor.getRootElement();
    if (!start || !node || !root) return;
    const range = new Range();
    range.setStart(node, Math.min(start.offset, node.data.length));
    range.setEnd(root, root.childNodes.length);
    CSS.highlights.set(name, new Highlight(range));
    return () => {
      CSS.highlights.delete(name);
    };
  }, [editor, text, at]);
  return null;
}
