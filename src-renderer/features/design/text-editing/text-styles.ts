import type { TextNode, TextRun } from '#shared/design/layers/text.ts';
import { setRunStyle } from '#shared/design/text/runs.ts';

export type RunFields = Partial<Pick<TextRun, KnownRunField>>;
type KnownRunField =
  | 'fontFamily'
  | 'fontWeight'
  | 'fontSize'
  | 'colour'
  | 'letterSpacing'
  | 'baseline'
  | 'highlight'
  | 'underline'
  | 'strike';

/** A part of a text; null is all of it. */
export type TextRange = { from: number; to: number } | null;

/** What the layer itself has where no run says otherwise. */
function layerValue(node: TextNode, field: KnownRunField): unknown {
  if (field === 'baseline') return 0;
  // A layer's highlight is a marker with padding, another thing than that of a range.
  if (field === 'highlight') return null;
  if (field === 'underline' || field === 'strike') return node[field] ?? false;
  return node[field];
}

/** Every value that characters of a part of a text have; one of the layer's own when the part is empty. */
export function valuesIn(node: TextNode, range: TextRange, field: KnownRunField): Set<unknown> {
  const from = range?.from ?? 0;
  const to = range?.to ?? node.text.length;
  const own = layerValue(node, field);
  const values = new Set<unknown>();
  let covered = 0;
  for (const run of node.runs ?? []) {
    const start = Math.max(from, run.start);
    const end = Math.min(to, run.end, node.text.length);
    if (end <= start) continue;
    covered += end - start;
    values.add(run[field] ?? own);
  }
  if (covered < to - from || values.size === 0) values.add(own);
  return values;
}

/**
 * A text with looks for a part of it, or (range null) for all of it: then the layer itself takes them, and no
 * run keeps another value of the same field. Baseline and highlight of characters are always runs.
 */
export function withStyle(node: TextNode, range: TextRange, fields: RunFields): TextNode {
  const length = node.text.length;
  if (range) return setRunStyle(node, range.from, range.to, fields);
  const { baseline, highlight, ...ofLayer } = fields;
  const cleared = Object.fromEntries(Object.keys(ofLayer).map((field) => [field, undefined]));
  const layer: TextNode = { ...setRunStyle(node, 0, length, cleared), ...ofLayer };
  // A gradient inside the letters would hide the colour that was just chosen.
  if (ofLayer.colour !== undefined) delete layer.fill;
  const ofRuns = {
    ...('baseline' in fields ? { baseline: baseline === 0 ? undefined : baseline } : {}),
    ...('highlight' in fields ? { highlight } : {}),
  };
  return Object.keys(ofRuns).length === 0 ? layer : setRunStyle(layer, 0, length, ofRuns);
}

/** The weight that bold means, and the one it goes back to. */
const bold = 700;
const regular = 400;

/** What one press of “bold” makes of a part: regular when all of it is bold. */
export function toggledWeight(values: ReadonlySet<unknown>): number {
  return [...values].every((value) => typeof value === 'number' && value >= 600) ? regular : bold;
}

/** A text whose characters of a set are asked in another family. */
export function withSubstitute(node: TextNode, characters: ReadonlySet<string>, family: string): TextNode {
  let made = node;
  let at = 0;
  for (const character of node.text) {
    const end = at + character.length;
    if (characters.has(character)) made = setRunStyle(made, at, end, { fontFamily: family });
    at = end;
  }
  return made;
}
