import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { TextFragment, TextLayout, TextLine } from '#shared/design/text/layout.ts';

/** A stroke or marker of a stretch of text; `turn` in degrees about the pen's start at (`x`, `baseline`). */
export interface Decoration extends Rectangle {
  colour: string | null;
  /** Corner radius, px. */
  radius: number;
  turned: { x: number; y: number; degrees: number } | null;
}

type Kind = 'underline' | 'strike' | 'highlight';

/** Sizes in em: of lines, which lie below Han characters and through the middle of what they strike. */
const thickness = 0.06;
const underlineBelow = 0.16;
const strikeAbove = { han: 0.38, latin: 0.28 };
/** A marker of single words reaches from a little above the letters to a little below. */
const marker = { above: 0.9, below: 0.16, side: 0.06, radius: 0.12 };

function wants(kind: Kind, fragment: TextFragment): boolean {
  if (kind === 'highlight') return fragment.style.highlight !== null;
  return kind === 'underline' ? fragment.style.underline : fragment.style.strike;
}

function sameStroke(kind: Kind, one: TextFragment, other: TextFragment): boolean {
  const [a, b] = [one.style, other.style];
  const colours = kind === 'highlight' ? a.highlight === b.highlight : a.colour === b.colour;
  return colours && a.fontSize === b.fontSize && a.baseline === b.baseline;
}

/** Place and breadth of a stroke across the line, in em from the baseline (down is positive). */
function acrossOf(kind: Kind, line: TextLine): { from: number; breadth: number } {
  if (kind === 'highlight') return { from: -marker.above, breadth: marker.above + marker.below };
  if (kind === 'underline') return { from: underlineBelow, breadth: thickness };
  const above = /\p{Script=Han}/u.test(line.text) ? strikeAbove.han : strikeAbove.latin;
  return { from: -above - thickness / 2, breadth: thickness };
}

interface Stretch {
  first: TextFragment;
  from: number;
  to: number;
}

/** Neighbouring fragments that one stroke runs under without a seam; spaces that hang past the end are free. */
function stretchesOf(kind: Kind, layout: TextLayout, line: TextLine): Stretch[] {
  const vertical = layout.writing === 'vertical';
  const stretches: Stretch[] = [];
  let last: { stretch: Stretch; fragment: TextFragment } | null = null;
  const limit = line.x + line.width;
  for (const fragment of line.fragments) {
    if (!wants(kind, fragment)) {
      last = null;
      continue;
    }
    const from = vertical ? (fragment.along ?? 0) : fragment.x;
    const to = Math.min(from + fragment.width, limit);
    if (to <= from) continue;
    if (last && sameStroke(kind, last.fragment, fragment)) last.stretch.to = to;
    else {
      last = { stretch: { first: fragment, from, to }, fragment };
      stretches.push(last.stretch);
    }
  }
  return stretches;
}

function colourOf(kind: Kind, { style }: TextFragment): string | null {
  return kind === 'highlight' ? style.highlight : style.colour;
}

function onPath(kind: Kind, line: TextLine): Decoration[] {
  const { from, breadth } = acrossOf(kind, line);
  return line.fragments
    .filter((fragment) => wants(kind, fragment))
    .map((fragment) => ({
      x: 0,
      y: from * fragment.style.fontSize,
      width: fragment.width,
      height: breadth * fragment.style.fontSize,
      colour: colourOf(kind, fragment),
      radius: 0,
      turned: { x: fragment.x, y: fragment.baseline, degrees: fragment.turn ?? 0 },
    }));
}

/**
 * The strokes and markers of a layout. In vertical text underlines run at the left of their column, as lines
 * under proper names do in Chinese print.
 */
export function decorationsOf(layout: TextLayout, kind: Kind): Decoration[] {
  return layout.lines.flatMap((line) => {
    if (!line.fragments.some((fragment) => wants(kind, fragment))) return [];
    if (layout.writing === 'path') return onPath(kind, line);
    const { from: across, breadth } = acrossOf(kind, line);
    return stretchesOf(kind, layout, line).map(({ first, from, to }) => {
      const size = first.style.fontSize;
      const side = kind === 'highlight' ? marker.side * size : 0;
      const common = {
        colour: colourOf(kind, first),
        radius: kind === 'highlight' ? marker.radius * size : 0,
        turned: null,
      };
      if (layout.writing === 'vertical') {
        const middle = line.baseline + first.style.baseline;
        const left =
          kind === 'underline' ? middle - (0.5 + underlineBelow) * size : middle - (breadth * size) / 2;
        return { ...common, x: left, y: from - side, width: breadth * size, height: to - from + side * 2 };
      }
      const baseline = line.baseline - first.style.baseline;
      return {
        ...common,
        x: from - side,
        y: baseline + across * size,
        width: to - from + side * 2,
        height: breadth * size,
      };
    });
  });
}

/** The marker behind each line that has words: around its letters, `padding` px larger on every side. */
export function lineMarkers(layout: TextLayout, padding: number): Rectangle[] {
  if (layout.writing === 'path') return [];
  return layout.lines
    .filter((line) => line.width > 0)
    .map((line) => {
      const along = { from: line.x - padding, size: line.width + padding * 2 };
      const across = {
        from: line.baseline - line.ascent - padding,
        size: line.ascent + line.descent + padding * 2,
      };
      return layout.writing === 'vertical'
        ? { x: across.from, y: along.from, width: across.size, height: along.size }
        : { x: along.from, y: across.from, width: along.size, height: across.size };
    });
}
