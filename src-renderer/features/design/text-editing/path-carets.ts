import { fontMetrics } from '#shared/design/fonts.ts';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { TextFragment, TextLayout } from '#shared/design/text/layout.ts';

/** A rectangle turned about a point of its own, px of the layer's box; `turn` in degrees clockwise. */
export interface TurnedBox extends Rectangle {
  turn: number;
  /** What it turns about, px from its top left corner. */
  origin: { x: number; y: number };
}

function lettersOf(layout: TextLayout): TextFragment[] {
  return layout.lines.flatMap((line) => line.fragments);
}

/** A part of a letter on a bent line, from `from` px to `to` px along it, as tall as its font. */
function boxOn(letter: TextFragment, from: number, to: number): TurnedBox {
  const { ascent, descent } = fontMetrics(letter.style.fontFamily);
  const up = ascent * letter.style.fontSize;
  return {
    x: letter.x + from,
    y: letter.baseline - up,
    width: to - from,
    height: up + descent * letter.style.fontSize,
    turn: letter.turn ?? 0,
    origin: { x: -from, y: up },
  };
}

/** The caret before a character of text on a bent line; null for a text without letters. */
export function pathCaret(layout: TextLayout, index: number, thick: number): TurnedBox | null {
  const letters = lettersOf(layout);
  const next = letters.find((letter) => letter.end > index);
  const letter = next ?? letters.at(-1);
  if (!letter) return null;
  const at = next ? 0 : letter.width;
  return boxOn(letter, at - thick / 2, at + thick / 2);
}

/** One turned box for each chosen letter on a bent line. */
export function pathSelection(layout: TextLayout, from: number, to: number): TurnedBox[] {
  if (to <= from) return [];
  return lettersOf(layout)
    .filter((letter) => letter.start < to && letter.end > from)
    .map((letter) => boxOn(letter, 0, letter.width));
}

/** The place nearest to a point: before or behind the letter whose middle is nearest. */
export function pathIndexAt(layout: TextLayout, x: number, y: number): number {
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (const letter of lettersOf(layout)) {
    const angle = ((letter.turn ?? 0) * Math.PI) / 180;
    const along = (x - letter.x) * Math.cos(angle) + (y - letter.baseline) * Math.sin(angle);
    const up = (x - letter.x) * Math.sin(angle) - (y - letter.baseline) * Math.cos(angle);
    const away = Math.hypot(along - letter.width / 2, up - letter.style.fontSize * 0.35);
    if (away >= distance) continue;
    distance = away;
    best = along < letter.width / 2 ? letter.start : letter.end;
  }
  return best;
}
