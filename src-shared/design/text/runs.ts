import type { TextNode, TextRun } from '#shared/design/layers/text.ts';

/** The look of characters, without what the layer leaves open. */
export interface TextStyle {
  fontFamily: string;
  fontWeight: number;
  /** px */
  fontSize: number;
  /** A colour of their own, or null: the layer's colour or fill. */
  colour: string | null;
  /** px between characters */
  letterSpacing: number;
  /** px above the line; negative is below. */
  baseline: number;
  /** A marker behind these characters only. */
  highlight: string | null;
  underline: boolean;
  strike: boolean;
}

/** What a run may set; a field that is undefined goes back to the layer's own look. */
export type RunStyle = Omit<TextRun, 'start' | 'end'>;

/** What the functions here read of a text. */
export type StyledText = Pick<TextNode, 'text' | 'fontFamily' | 'fontWeight' | 'fontSize' | 'letterSpacing'> &
  Partial<Pick<TextNode, 'runs' | 'underline' | 'strike'>>;

/** The look of a text's characters that no run changes. */
export function plainStyle(node: StyledText): TextStyle {
  return {
    fontFamily: node.fontFamily,
    fontWeight: node.fontWeight,
    fontSize: node.fontSize,
    colour: null,
    letterSpacing: node.letterSpacing,
    baseline: 0,
    highlight: null,
    underline: node.underline ?? false,
    strike: node.strike ?? false,
  };
}

function styleOfRun(plain: TextStyle, run: TextRun): TextStyle {
  return {
    fontFamily: run.fontFamily ?? plain.fontFamily,
    fontWeight: run.fontWeight ?? plain.fontWeight,
    fontSize: run.fontSize ?? plain.fontSize,
    colour: run.colour ?? plain.colour,
    letterSpacing: run.letterSpacing ?? plain.letterSpacing,
    baseline: run.baseline ?? plain.baseline,
    highlight: run.highlight ?? plain.highlight,
    underline: run.underline ?? plain.underline,
    strike: run.strike ?? plain.strike,
  };
}

/** The own fields of a run that say something, in an order that does not depend on how it came about. */
function lookOf(run: TextRun): RunStyle {
  const entries = Object.entries(run).filter(
    ([key, value]) => key !== 'start' && key !== 'end' && value !== undefined,
  );
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function sameLook(first: TextRun, second: TextRun): boolean {
  return JSON.stringify(lookOf(first)) === JSON.stringify(lookOf(second));
}

/** Moves an index that would cut a surrogate pair to the start of the pair. */
function wholeIndex(text: string, index: number): number {
  const limited = Math.min(Math.max(index, 0), text.length);
  const before = text.charCodeAt(limited - 1);
  const after = text.charCodeAt(limited);
  const cuts = before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
  return cuts ? limited - 1 : limited;
}

/**
 * Runs in order, inside the text, not empty and not overlapping (where two overlap, both apply and the later
 * one wins what both set), neighbours of the same look joined, those without a look left out.
 */
export function normaliseRuns(text: string, runs: readonly TextRun[]): TextRun[] {
  const inside = runs
    .map((run) => ({ ...lookOf(run), start: wholeIndex(text, run.start), end: wholeIndex(text, run.end) }))
    .filter((run) => run.end > run.start);
  const edges = [...new Set(inside.flatMap((run) => [run.start, run.end]))].toSorted((a, b) => a - b);
  const result: TextRun[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const covering = inside.filter((run) => run.start <= start && run.end >= end);
    const merged = Object.assign({}, ...covering.map(lookOf)) as RunStyle;
    if (Object.keys(merged).length === 0) continue;
    const piece: TextRun = { ...lookOf({ ...merged, start, end }), start, end };
    const last = result.at(-1);
    if (last && last.end === start && sameLook(last, piece)) last.end = end;
    else result.push(piece);
  }
  return result;
}

function withRuns<Node extends StyledText>(node: Node, text: string, runs: readonly TextRun[]): Node {
  const normal = normaliseRuns(text, runs);
  if (normal.length > 0) return { ...node, text, runs: normal };
  const { runs: _gone, ...rest } = node;
  return { ...rest, text } as Node;
}

/** The text with a look for its characters from `from` to before `to` (UTF-16); undefined takes a field back. */
export function setRunStyle<Node extends StyledText>(
  node: Node,
  from: number,
  to: number,
  style: RunStyle,
): Node {
  const start = wholeIndex(node.text, Math.min(from, to));
  const end = wholeIndex(node.text, Math.max(from, to));
  if (start === end) return node;
  const cut = (node.runs ?? []).flatMap((run) => {
    if (run.end <= start || run.start >= end) return [run];
    const inner = { ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) };
    const stripped = Object.fromEntries(Object.entries(inner).filter(([key]) => !(key in style))) as TextRun;
    return [
      { ...run, end: Math.min(run.end, start) },
      stripped,
      { ...run, start: Math.max(run.start, end) },
    ].filter((piece) => piece.end > piece.start);
  });
  return withRuns(node, node.text, [...cut, { ...style, start, end }]);
}

/**
 * Whose look a character typed at a place gets: the character before it, or at the start of a paragraph the
 * one after it, if there is one.
 */
function modelIndex(text: string, place: number): number {
  const startsParagraph = place === 0 || text[place - 1] === '\n';
  const hasNext = place < text.length && text[place] !== '\n';
  return place === 0 || (startsParagraph && hasNext) ? place : place - 1;
}

/**
 * The text with the characters from `from` to before `to` replaced by `insert`. Runs follow: one that the
 * place lies inside of, or ends at, takes the new characters in; at a run's start they stay outside of it,
 * unless the run's first characters are what is replaced.
 */
export function editText<Node extends StyledText>(
  node: Node,
  from: number,
  to: number,
  insert: string,
): Node {
  const start = wholeIndex(node.text, Math.min(from, to));
  const end = wholeIndex(node.text, Math.max(from, to));
  const text = node.text.slice(0, start) + insert + node.text.slice(end);
  const grown = insert.length - (end - start);
  const model = start < end ? start : modelIndex(node.text, start);
  const runs = (node.runs ?? []).map((run) => {
    const takesIn = run.start <= model && run.end > model;
    if (takesIn) {
      const after = run.end >= end ? run.end + grown : start + insert.length;
      return { ...run, start: Math.min(run.start, start), end: after };
    }
    const move = (index: number): number =>
      index >= end ? index + grown : index > start ? start + insert.length : index;
    // A run that begins at the place of an insertion moves behind it, as `move` does for start >= end.
    return { ...run, start: move(run.start), end: run.end <= start ? run.end : move(run.end) };
  });
  return withRuns(node, text, runs);
}

/** The look that a character typed at `index` gets. */
export function styleAt(node: StyledText, index: number): TextStyle {
  const plain = plainStyle(node);
  const place = Math.min(Math.max(index, 0), node.text.length);
  const looked = modelIndex(node.text, place);
  const run = (node.runs ?? []).find((each) => each.start <= looked && each.end > looked);
  return run ? styleOfRun(plain, run) : plain;
}

/** The text cut where its look changes: every character lies in exactly one piece, in order. */
export function styledSegments(node: StyledText): { start: number; end: number; style: TextStyle }[] {
  const plain = plainStyle(node);
  const segments: { start: number; end: number; style: TextStyle }[] = [];
  let at = 0;
  const runs = node.runs === undefined ? [] : normaliseRuns(node.text, node.runs);
  for (const run of runs) {
    if (run.start > at) segments.push({ start: at, end: run.start, style: plain });
    segments.push({ start: run.start, end: run.end, style: styleOfRun(plain, run) });
    at = run.end;
  }
  if (at < node.text.length) segments.push({ start: at, end: node.text.length, style: plain });
  return segments;
}
