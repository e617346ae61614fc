import { $isCodeNode } from '@lexical/code-core';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, $isTextNode, type NodeMutation, TextNode } from 'lexical';
import { useEffect } from 'react';
import { firstText } from './dom-text.ts';
import './tag-marks.css';

const name = 'galley-tag';
/** `#tag`, `#tag#` and `@name`; not within a word, an address or a link. */
const tags =
  /(?<![A-Za-z0-9_#&/.@])(?:#[\p{L}\p{N}_][^\s#@,.!?;:，。！？；：、()（）[\]【】]{0,60}#?|@[\p{L}\p{N}_][\p{L}\p{N}_.-]{0,29})/gu;

/** Colours mentions and hashtags without touching the text: only nodes that changed are read again. */
export function TagMarks() {
  const [editor] = useLexicalComposerContext();
  useEffect(() => {
    if (!('highlights' in CSS)) return;
    const mark = new Highlight();
    const ranges = new Map<string, Range[]>();
    CSS.highlights.set(name, mark);
    const read = (key: string, change: NodeMutation): void => {
      for (const range of ranges.get(key) ?? []) mark.delete(range);
      ranges.delete(key);
      if (change === 'destroyed') return;
      const node = $getNodeByKey(key);
      const text = firstText(editor.getElementByKey(key));
      if (!text || !$isTextNode(node) || node.hasFormat('code') || $isCodeNode(node.getParent())) return;
      if (!/[#@]/.test(text.data)) return;
      const found = Array.from(text.data.matchAll(tags), (match) => {
        const range = new Range();
        range.setStart(text, match.index);
        range.setEnd(text, match.index + match[0].length);
        mark.add(range);
        return range;
      });
      ranges.set(key, found);
    };
    const stop = editor.registerMutationListener(TextNode, (mutations) => {
      editor.read(() => {
        for (const [key, change] of mutations) read(key, change);
      });
    });
    return () => {
      stop();
      CSS.highlights.delete(name);
    };
  }, [editor]);
  return null;
}
