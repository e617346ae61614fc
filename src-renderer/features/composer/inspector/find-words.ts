import { alignPosition } from '../editor/align.ts';

function textNodesOf(root: HTMLElement): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode);
  return nodes;
}

/**
 * Where words of the composed text stand on the page; null where they are not in it (in hashtags behind the text).
 * @param at UTF-16 indexes in `composed`
 */
export function rangesOfWords(
  root: HTMLElement,
  composed: string,
  places: readonly { from: number; to: number }[],
): (Range | null)[] {
  const nodes = textNodesOf(root);
  const pieces = nodes.map((node) => node.data);
  return places.map(({ from, to }) => {
    const first = alignPosition(pieces, composed, from);
    const last = alignPosition(pieces, composed, to - 1);
    const start = first && nodes[first.piece];
    const end = last && nodes[last.piece];
    if (!first || !last || !start || !end) return null;
    const range = new Range();
    range.setStart(start, first.offset);
    range.setEnd(end, last.offset + 1);
    return range.toString() === composed.slice(from, to) ? range : null;
  });
}

/** Puts the caret on words: of the text, or of a field that holds them. */
export function selectWords(field: Element | null, composed: string, at: { from: number; to: number }): void {
  const word = composed.slice(at.from, at.to);
  const editor = field?.querySelector<HTMLElement>('[contenteditable]');
  if (editor) {
    const [range] = rangesOfWords(editor, composed, [at]);
    editor.focus();
    if (!range) return;
    getSelection()?.setBaseAndExtent(
      range.startContainer,
      range.startOffset,
      range.endContainer,
      range.endOffset,
    );
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return;
  }
  const input = field?.querySelector<HTMLInputElement | HTMLTextAreaElement>('textarea, input');
  if (!input) return;
  input.focus();
  const start = input.value.indexOf(word);
  if (start >= 0) input.setSelectionRange(start, start + word.length);
}
