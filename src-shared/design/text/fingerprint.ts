import type { DesignBody } from '#shared/design/schema.ts';
import type { TextFragment, TextLine } from '#shared/design/text/layout.ts';
import { layoutText } from '#shared/design/text/layout.ts';

/** The lines and fragments of one text layer with positions rounded to a hundredth of a px. */
export interface TextFingerprint {
  nodeId: string;
  lines: {
    text: string;
    x: number;
    baseline: number;
    width: number;
    fragments: {
      text: string;
      shown: string;
      x: number;
      baseline: number;
      width: number;
      turn: number;
      size: number;
      font: string;
    }[];
  }[];
}

function hundredth(value: number): number {
  // Adding 0 turns -0 into 0, which JSON would keep apart from it in one host only.
  return Math.round(value * 100) / 100 + 0;
}

function lineLetters({ marker, fragments }: TextLine): TextFragment[] {
  return marker ? [marker, ...fragments] : fragments;
}

/**
 * Every line of every text of a design, in order of layer ids: two hosts agree on the layout exactly when
 * their fingerprints are equal as JSON.
 */
export function layoutFingerprint(body: DesignBody): TextFingerprint[] {
  return Object.keys(body.nodes)
    .toSorted()
    .flatMap((nodeId) => {
      const node = body.nodes[nodeId];
      if (node?.type !== 'text') return [];
      const lines = layoutText(node).lines.map((line) => ({
        text: line.text,
        x: hundredth(line.x),
        baseline: hundredth(line.baseline),
        width: hundredth(line.width),
        fragments: lineLetters(line).map((fragment) => ({
          text: fragment.text,
          shown: fragment.shown,
          x: hundredth(fragment.x),
          baseline: hundredth(fragment.baseline),
          width: hundredth(fragment.width),
          turn: hundredth(fragment.turn ?? 0),
          size: hundredth(fragment.style.fontSize),
          font: fragment.font,
        })),
      }));
      return [{ nodeId, lines }];
    });
}
