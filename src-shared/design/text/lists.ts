import { canvasFont, latinMarkFont } from '#shared/design/fonts.ts';
import type { TextToLayOut } from '#shared/design/text/layout.ts';
import { measureWidth } from '#shared/design/text/measure.ts';
import type { TextStyle } from '#shared/design/text/runs.ts';
import { plainStyle, styleAt } from '#shared/design/text/runs.ts';

/** The markers of a list and the room that its lines keep free for them. */
export interface ListMarkers {
  /** px that every line starts further in: hanging indent. */
  indent: number;
  /** The marker of the paragraph with an index. */
  markerOf: (
    paragraph: number,
    start: number,
  ) => { shown: string; width: number; offset: number; style: TextStyle; font: string };
}

/** Room between a marker and its words, in em. */
const gap = 0.4;

/**
 * Markers for every paragraph: numbers stand flush right before their words, so that 9 and 10 end at the same
 * place; bullets at the left. Each has the look of its paragraph's first character. Null for no list.
 */
export function listMarkers(node: TextToLayOut, paragraphs: number): ListMarkers | null {
  const kind = node.list ?? 'none';
  if (kind === 'none') return null;
  const shownOf = (paragraph: number): string => (kind === 'bullet' ? '•' : `${paragraph + 1}.`);
  // Han fonts have a tiny bullet in a wide square.
  const fontFor = kind === 'bullet' ? latinMarkFont : canvasFont;
  const fontOf = ({ fontFamily, fontWeight, fontSize }: TextStyle): string =>
    fontFor(fontFamily, fontWeight, fontSize);
  const widthOf = (shown: string, style: TextStyle): number => measureWidth(shown, fontOf(style), 0, 'en');
  const plain = plainStyle(node);
  const widest = kind === 'bullet' ? widthOf('•', plain) : widthOf(shownOf(paragraphs - 1), plain);
  const indent = widest + gap * node.fontSize;
  return {
    indent,
    markerOf: (paragraph, start) => {
      const own = styleAt(node, start);
      const style = {
        ...own,
        letterSpacing: 0,
        baseline: 0,
        highlight: null,
        underline: false,
        strike: false,
      };
      const shown = shownOf(paragraph);
      const width = widthOf(shown, style);
      const offset = kind === 'bullet' ? -indent : -gap * node.fontSize - width;
      return { shown, width, offset, style, font: fontOf(style) };
    },
  };
}
