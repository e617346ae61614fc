import { fontMetrics } from '#shared/design/fonts.ts';
import { graphemesOf } from '#shared/design/text/graphemes.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import type { TextFragment, TextLayout, TextToLayOut } from '#shared/design/text/layout.ts';
import { measureWidth } from '#shared/design/text/measure.ts';
import type { Spot } from '#shared/design/text/path-spots.ts';
import { chainSpots, cornersOf } from '#shared/design/text/path-spots.ts';
import { piecesOf } from '#shared/design/text/pieces.ts';
import type { TextStyle } from '#shared/design/text/runs.ts';

/*
 * Text on a line that bends. Every character is placed by the middle of its advance and turned with the line
 * there, so that spacing and kerning are those of straight text.
 *
 * Arc: the straight text is bent to the part |bend| / 100 of a circle, measured at the middle of the letters,
 * so that they neither crowd nor fall apart. Above 0 the letters stand outside on the circle, like a rainbow;
 * below 0 inside it, like a smile. What it takes up is centred in the layer's box; `layout.width` and
 * `layout.height` are that, and `fitText` gives it to the box.
 *
 * Path: SVG path data, stretched to the box. `align` is along the path; letters beyond its end go straight on.
 */

/** A character before it has a place. */
interface Letter {
  shown: string;
  start: number;
  end: number;
  width: number;
  /** px from the start of the text to the middle of the letter. */
  middle: number;
  style: TextStyle;
  font: string;
}

/** Height of the middle of letters above their baseline, in em. */
const middleOfLetters = 0.35;

/** Characters that are measured together; all of a long text again for each of its letters would take minutes. */
const mostMeasured = 24;

function lettersOf(node: TextToLayOut): { letters: Letter[]; length: number } {
  const language = textLanguage(node.text);
  const letters: Letter[] = [];
  let at = 0;
  for (const { text, start, style, font } of piecesOf({ ...node, text: node.text.replaceAll('\n', ' ') })) {
    let before = 0;
    let from = 0;
    let beforeFrom = 0;
    const widthOf = (begin: number, end: number): number =>
      measureWidth(text.slice(begin, end), font, style.letterSpacing, language);
    for (const grapheme of graphemesOf(text)) {
      // Widths of the text so far, not of the letter alone: they hold the kerning.
      const until = beforeFrom + widthOf(from, grapheme.end);
      if (grapheme.end - from > mostMeasured) {
        from = grapheme.start;
        beforeFrom = until - widthOf(from, grapheme.end);
      }
      const width = until - before - style.letterSpacing;
      letters.push({
        shown: grapheme.text,
        start: start + grapheme.start,
        end: start + grapheme.end,
        width,
        middle: at + before + width / 2,
        style,
        font,
      });
      before = until;
    }
    at += before;
  }
  return { letters, length: at - (letters.at(-1)?.style.letterSpacing ?? 0) };
}

/** The circle of an arc: places by px from the middle of the text, the circle's centre being (0, 0). */
function arcSpots(bend: number, length: number, size: number): (fromMiddle: number) => Spot {
  const outside = bend > 0;
  // The smallest circle leaves the letters' feet (or heads) room not to run into each other.
  const middleRadius = Math.max(length / ((Math.abs(bend) / 100) * Math.PI * 2), size * 0.8);
  const radius = middleRadius + (outside ? -1 : 1) * middleOfLetters * size;
  return (fromMiddle) => {
    const turn = fromMiddle / middleRadius;
    return outside
      ? { x: Math.sin(turn) * radius, y: -Math.cos(turn) * radius, angle: turn }
      : { x: Math.sin(turn) * radius, y: Math.cos(turn) * radius, angle: -turn };
  };
}

/** A letter with the middle of its foot on a spot. */
function placeLetter(text: string, letter: Letter, spot: Spot): TextFragment {
  const { shown, start, end, width, style, font } = letter;
  const cosine = Math.cos(spot.angle);
  const sine = Math.sin(spot.angle);
  return {
    text: text.slice(start, end),
    shown,
    start,
    end,
    x: spot.x - (cosine * width) / 2 + sine * style.baseline,
    baseline: spot.y - (sine * width) / 2 - cosine * style.baseline,
    width,
    style,
    font,
    turn: (spot.angle * 180) / Math.PI,
  };
}

/** The upright rectangle around letters from their ascents to their descents. */
function boundsOf(fragments: readonly TextFragment[]): {
  x: number;
  y: number;
  width: number;
  height: number;
} {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, baseline, width, style, turn = 0 } of fragments) {
    const { ascent, descent } = fontMetrics(style.fontFamily);
    const angle = (turn * Math.PI) / 180;
    for (const along of [0, width]) {
      for (const up of [ascent * style.fontSize, -descent * style.fontSize]) {
        const cornerX = x + Math.cos(angle) * along + Math.sin(angle) * up;
        const cornerY = baseline + Math.sin(angle) * along - Math.cos(angle) * up;
        left = Math.min(left, cornerX);
        right = Math.max(right, cornerX);
        top = Math.min(top, cornerY);
        bottom = Math.max(bottom, cornerY);
      }
    }
  }
  if (fragments.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function arcFragments(
  node: TextToLayOut,
  bend: number,
): { fragments: TextFragment[]; width: number; height: number } {
  const { letters, length } = lettersOf(node);
  const size = letters.reduce((most, { style }) => Math.max(most, style.fontSize), node.fontSize);
  const at: (fromMiddle: number) => Spot =
    Math.abs(bend) < 0.5 ? (x) => ({ x, y: 0, angle: 0 }) : arcSpots(bend, length, size);
  const placed = letters.map((letter) => placeLetter(node.text, letter, at(letter.middle - length / 2)));
  const bounds = boundsOf(placed);
  const right = node.width / 2 - (bounds.x + bounds.width / 2);
  const down = node.height / 2 - (bounds.y + bounds.height / 2);
  const fragments = placed.map((each) => ({ ...each, x: each.x + right, baseline: each.baseline + down }));
  return { fragments, width: bounds.width, height: bounds.height };
}

function pathFragments(
  node: TextToLayOut,
  path: { d: string; width: number; height: number },
): TextFragment[] {
  const { letters, length } = lettersOf(node);
  const chain = chainSpots(cornersOf(path.d, node.width / path.width, node.height / path.height));
  const spare = chain.length - length;
  const begin = node.align === 'left' ? 0 : node.align === 'center' ? spare / 2 : spare;
  return letters.map((letter) => placeLetter(node.text, letter, chain.at(begin + letter.middle)));
}

/** Lays a text along its path, as one line; newlines count as spaces. */
export function layoutAlongPath(node: TextToLayOut, path: NonNullable<TextToLayOut['path']>): TextLayout {
  const { fragments, width, height } =
    path.kind === 'arc'
      ? arcFragments(node, path.bend)
      : { fragments: pathFragments(node, path), width: node.width, height: node.height };
  const { ascent, descent } = fontMetrics(node.fontFamily);
  return {
    lines: [
      {
        text: node.text,
        start: 0,
        end: node.text.length,
        x: 0,
        baseline: 0,
        width,
        top: 0,
        height: node.height,
        ascent: ascent * node.fontSize,
        descent: descent * node.fontSize,
        fragments,
        marker: null,
      },
    ],
    width,
    height,
    scale: 1,
    cut: false,
    writing: 'path',
  };
}
