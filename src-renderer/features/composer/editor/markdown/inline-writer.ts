import { LINK, type TextMatchTransformer } from '@lexical/markdown';
import {
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type ElementNode,
  type LexicalNode,
  type TextFormatType,
} from 'lexical';

/** Marks of Markdown from the outside in, with what opens and closes each. */
const marks = [
  { format: 'underline', open: '<u>', close: '</u>' },
  { format: 'bold', open: '**', close: '**' },
  { format: 'italic', open: '*', close: '*' },
  { format: 'strikethrough', open: '~~', close: '~~' },
] as const satisfies readonly { format: TextFormatType; open: string; close: string }[];
type Mark = (typeof marks)[number];

interface Piece {
  text: string;
  wanted: ReadonlySet<Mark>;
}
const none: ReadonlySet<Mark> = new Set();

/** Code takes a fence longer than any run of backticks in it. */
function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const padded = /^`|`$|^ .* $/s.test(text) ? ` ${text} ` : text;
  return `${fence}${padded}${fence}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[*_`~]/g, String.raw`\$&`);
}

/** Inline nodes as pieces; blanks at the ends of a run are pieces of their own, since no mark may touch them. */
function piecesOf(nodes: readonly LexicalNode[]): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    if ($isLineBreakNode(node)) return [{ text: '\n', wanted: none }];
    if (!$isTextNode(node)) {
      const inner = $isElementNode(node) ? $inlineMarkdown(node.getChildren()) : node.getTextContent();
      const link = LINK.export?.(
        node,
        () => inner,
        (_text, content) => content,
      );
      return [{ text: link ?? inner, wanted: none }];
    }
    const wanted = new Set(marks.filter(({ format }) => node.hasFormat(format)));
    const text = node.getTextContent();
    if (node.hasFormat('code')) return [{ text: codeSpan(text), wanted }];
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
    return [before, escaped(words), after]
      .filter((part) => part !== '')
      .map((part) => ({ text: part, wanted }));
  });
}

/** Blanks keep only the marks that go on through them. */
function withQuietBlanks(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    if (piece.text.trim() !== '' || piece.wanted.size === 0) return piece;
    const isWords = (each: Piece): boolean => each.text.trim() !== '' || each.wanted.size === 0;
    const before = pieces.slice(0, at).findLast(isWords)?.wanted ?? none;
    const after = pieces.slice(at + 1).find(isWords)?.wanted ?? none;
    return {
      ...piece,
      wanted: new Set([...piece.wanted].filter((mark) => before.has(mark) && after.has(mark))),
    };
  });
}

/** How many pieces from `at` on keep the mark. */
function reach(pieces: readonly Piece[], at: number, mark: Mark): number {
  const end = pieces.findIndex((piece, index) => index > at && !piece.wanted.has(mark));
  return end < 0 ? pieces.length : end;
}

/** The Markdown of inline nodes, with marks that nest and never touch a blank from the inside. */
export function $inlineMarkdown(nodes: readonly LexicalNode[]): string {
  const pieces = withQuietBlanks(piecesOf(nodes));
  const open: Mark[] = [];
  let markdown = '';
  const closeDownTo = (depth: number): void => {
    while (open.length > depth) markdown += open.pop()?.close ?? '';
  };
  pieces.forEach((piece, at) => {
    const ended = open.findIndex((mark) => !piece.wanted.has(mark));
    if (ended >= 0) closeDownTo(ended);
    const fresh = marks
      .filter((mark) => piece.wanted.has(mark) && !open.includes(mark))
      .toSorted((one, other) => reach(pieces, at, other) - reach(pieces, at, one));
    for (const mark of fresh) {
      markdown += mark.open;
      open.push(mark);
    }
    markdown += piece.text;
  });
  closeDownTo(0);
  return markdown;
}

function isInline(node: LexicalNode): boolean {
  return $isTextNode(node) || $isLineBreakNode(node) || ($isElementNode(node) && node.isInline());
}

/** The inline nodes from `first` on. */
function runFrom(first: LexicalNode): LexicalNode[] {
  const run: LexicalNode[] = [];
  for (let node: LexicalNode | null = first; node && isInline(node); node = node.getNextSibling())
    run.push(node);
  return run;
}

/**
 * Writes all inline nodes of a block in place of Lexical's own exporter, whose marks may cross each other around
 * blanks: the first node answers for the whole run, the others for nothing.
 */
export const INLINE_OUT: TextMatchTransformer = {
  type: 'text-match',
  dependencies: [],
  // Reads nothing.
  regExp: /(?!)/,
  export: (node) => {
    if (!isInline(node)) return null;
    const before = node.getPreviousSibling<LexicalNode | ElementNode>();
    return before && isInline(before) ? '' : $inlineMarkdown(runFrom(node));
  },
};
