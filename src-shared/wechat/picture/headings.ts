import { inkOn, tint } from '../colours.ts';
import type { HeadingTheme } from '../theme.ts';
import { box, type LooseNode, moved, type Piece } from './pieces.ts';
import { setText, type Span } from './text.ts';

interface Place {
  x: number;
  width: number;
  /** px of the picture for a px of the theme. */
  scale: number;
  mostHeight: number;
}

/** A heading in the style of its theme, as its HTML looks. */
export function headingPieces(
  given: readonly Span[],
  number: number,
  align: 'left' | 'center' | 'right',
  theme: HeadingTheme,
  { x, width, scale, mostHeight }: Place,
): Piece[] {
  const { style, accent } = theme;
  const px = (value: number): number => Math.round(value * scale);
  const filled = style === 'badge' || style === 'ribbon';
  const [insetX, insetY] = filled ? [px(18), px(4)] : style === 'box' ? [px(12), px(4)] : [0, 0];
  const badge = style === 'number' ? px(theme.size * 2.1) : 0;
  const left = style === 'bar' ? px(14) : style === 'box' ? px(4) : badge;
  const centred = style === 'centred' || style === 'badge' ? 'center' : align;
  const marks: Span = { text: '', look: { colour: accent } };
  const spans =
    style === 'brackets' ? [{ ...marks, text: '「' }, ...given, { ...marks, text: '」' }] : [...given];
  const setting = {
    size: theme.size * scale,
    colour: filled ? inkOn(accent) : theme.colour,
    lineHeight: 1.5,
    letterSpacing: 0,
    bold: true,
    align: centred,
  };
  const room = { x: x + left + insetX, width: width - left - insetX * 2 };
  return setText(spans, setting, room, mostHeight - px(20)).map((text, index): Piece => {
    const tall = text.height + insetY * 2;
    const words = moved(text.node, 0, insetY);
    // The words' own width, where they stand.
    const wide = Math.min(width - left, Math.ceil(text.width) + insetX * 2);
    const free = width - left - wide;
    const start = x + left + (centred === 'center' ? free / 2 : centred === 'right' ? free : 0);
    const back: LooseNode[] = [];
    let below = 0;
    if (style === 'bar') back.push(box({ x, y: 0, width: px(4), height: tall }, accent));
    if (style === 'badge') back.push(box({ x: start, y: 0, width: wide, height: tall }, accent, tall / 2));
    if (style === 'box')
      back.push(
        box({ x: start - px(4), y: 0, width: wide + px(4), height: tall }, tint(accent, 0.14)),
        box({ x: start - px(4), y: 0, width: px(4), height: tall }, accent),
      );
    if (style === 'ribbon') {
      back.push(
        box({ x: start, y: 0, width: wide, height: tall }, accent, px(6)),
        box({ x, y: tall, width, height: px(2) }, accent),
      );
      below = px(2);
    }
    if (style === 'underline') {
      back.push(box({ x, y: tall + px(6), width, height: Math.max(1, px(1)) }, accent));
      below = px(7);
    }
    if (style === 'centred') {
      back.push(box({ x: start, y: tall + px(6), width: wide, height: px(2) }, accent));
      below = px(8);
    }
    const counter =
      style === 'number' && index === 0
        ? setText(
            [{ text: String(number).padStart(2, '0'), look: {} }],
            { ...setting, colour: inkOn(accent), align: 'center' },
            { x, width: badge - px(10) },
            mostHeight,
          ).map((sign) => sign.node)
        : [];
    if (counter.length > 0)
      back.push(box({ x, y: 0, width: badge - px(10), height: px(theme.size * 1.5) }, accent, px(4)));
    return {
      nodes: [...back, ...counter, words],
      height: tall + below,
      above: index === 0 ? px(theme.above) : 0,
    };
  });
}
