import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
} from 'lexical';
import { type Match, matchesIn, mostMatches } from './search.ts';

/** Text that runs on without a break, whatever marks its parts have. */
export interface TextLine {
  text: string;
  pieces: { key: string; from: number; length: number }[];
}

/** A match with the line it is in. */
export interface Found extends Match {
  line: TextLine;
}

/** Inside a read: every line of the text, in order. */
export function $lines(): TextLine[] {
  const lines: TextLine[] = [];
  let line: TextLine = { text: '', pieces: [] };
  const end = (): void => {
    if (line.pieces.length > 0) lines.push(line);
    line = { text: '', pieces: [] };
  };
  const visit = (node: LexicalNode): void => {
    if ($isTextNode(node)) {
      const text = node.getTextContent();
      line.pieces.push({ key: node.getKey(), from: line.text.length, length: text.length });
      line.text += text;
    } else if ($isElementNode(node)) {
      if (!node.isInline()) end();
      for (const child of node.getChildren()) visit(child);
      if (!node.isInline()) end();
    } else if ($isLineBreakNode(node)) end();
  };
  visit($getRoot());
  end();
  return lines;
}

export function foundIn(lines: readonly TextLine[], expression: RegExp): Found[] {
  const found: Found[] = [];
  for (const line of lines) {
    const left = mostMatches - found.length;
    if (left <= 0) break;
    found.push(...matchesIn(line.text, expression, left).map((match) => ({ ...match, line })));
  }
  return found;
}

/** The pieces of a match and the part of each, in UTF-16 units of the piece. */
export function partsOf({ line, from, to }: Found): { key: string; from: number; to: number }[] {
  return line.pieces.flatMap((piece) => {
    const start = Math.max(from, piece.from);
    const end = Math.min(to, piece.from + piece.length);
    return start < end ? [{ key: piece.key, from: start - piece.from, to: end - piece.from }] : [];
  });
}

/** Inside an update: the words take the look of the match's first letter. Later matches of a line must go first. */
export function $replace(found: Found, words: string): void {
  const [first, ...rest] = partsOf(found);
  for (const part of rest.toReversed()) {
    const node = $getNodeByKey(part.key);
    if ($isTextNode(node)) node.spliceText(part.from, part.to - part.from, '');
  }
  const node = first && $getNodeByKey(first.key);
  if (first && $isTextNode(node)) node.spliceText(first.from, first.to - first.from, words);
}
