import { resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D, Rectangle } from '#shared/design/draw/canvas.ts';
import { drawPicture } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { makeGradient } from '#shared/design/draw/gradient.ts';
import { drawPictureFill } from '#shared/design/draw/picture-fill.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { Gradient, PictureFill } from '#shared/design/paint.ts';
import type { Decoration } from '#shared/design/text/decorations.ts';
import { decorationsOf, lineMarkers } from '#shared/design/text/decorations.ts';
import { hasEmoji } from '#shared/design/text/graphemes.ts';
import type { TextFragment, TextLayout } from '#shared/design/text/layout.ts';

/** What letters are filled with: a CSS colour or a gradient of the canvas. */
type Ink = unknown;

/** The letters of a layout, markers of lists among them. */
export function lettersOf(layout: TextLayout): TextFragment[] {
  return layout.lines.flatMap((line) => (line.marker ? [line.marker, ...line.fragments] : line.fragments));
}

/** Calls `write` with the pen at the fragment's start and its font set. */
function withPen(
  context: Canvas2D,
  fragment: TextFragment,
  write: (shown: string, x: number, y: number) => void,
): void {
  context.font = fragment.font;
  context.letterSpacing = `${fragment.style.letterSpacing}px`;
  if (fragment.turn === undefined && fragment.squeeze === undefined) {
    write(fragment.shown, fragment.x, fragment.baseline);
    return;
  }
  context.save();
  context.translate(fragment.x, fragment.baseline);
  if (fragment.turn !== undefined) context.rotate((fragment.turn * Math.PI) / 180);
  if (fragment.squeeze !== undefined) context.scale(fragment.squeeze, 1);
  write(fragment.shown, 0, 0);
  context.restore();
}

function traceBox(context: Canvas2D, { x, y, width, height }: Rectangle, radius: number): void {
  const corner = Math.max(0, Math.min(radius, width / 2, height / 2));
  if (corner === 0) {
    context.rect(x, y, width, height);
    return;
  }
  context.moveTo(x + corner, y);
  context.arcTo(x + width, y, x + width, y + height, corner);
  context.arcTo(x + width, y + height, x, y + height, corner);
  context.arcTo(x, y + height, x, y, corner);
  context.arcTo(x, y, x + width, y, corner);
  context.closePath();
}

function drawDecoration(context: Canvas2D, decoration: Decoration, ink: Ink): void {
  context.save();
  context.fillStyle = ink;
  if (decoration.turned) {
    context.translate(decoration.turned.x, decoration.turned.y);
    context.rotate((decoration.turned.degrees * Math.PI) / 180);
  }
  context.beginPath();
  traceBox(context, decoration, decoration.radius);
  context.fill();
  context.restore();
}

/** The markers behind lines and words. Those of lines are one shape, so that they do not show through each other. */
export function drawMarkers(
  context: Canvas2D,
  node: TextNode,
  layout: TextLayout,
  environment: DrawEnvironment,
): void {
  if (node.highlight) {
    const { colour, padding, radius } = node.highlight;
    context.fillStyle = resolveColour(colour, environment.tokens);
    context.beginPath();
    for (const box of lineMarkers(layout, padding)) traceBox(context, box, radius);
    context.fill();
  }
  for (const decoration of decorationsOf(layout, 'highlight')) {
    drawDecoration(context, decoration, resolveColour(decoration.colour ?? '#ffff00', environment.tokens));
  }
}

/** The outline: strokes of twice its width behind the letters, so that only their outer half shows. */
export function drawOutline(
  context: Canvas2D,
  node: TextNode,
  layout: TextLayout,
  environment: DrawEnvironment,
): void {
  if (!node.outline || node.outline.width === 0) return;
  context.strokeStyle = resolveColour(node.outline.colour, environment.tokens);
  context.lineWidth = node.outline.width * 2;
  context.lineJoin = 'round';
  for (const fragment of lettersOf(layout)) {
    // A colour emoji has no outline to follow.
    if (hasEmoji(fragment.shown)) continue;
    withPen(context, fragment, (shown, x, y) => context.strokeText(shown, x, y));
  }
}

/** Draws letters and their lines, those for which `inkOf` gives an ink. */
export function drawLetters(
  context: Canvas2D,
  layout: TextLayout,
  inkOf: (colour: string | null, emoji: boolean) => Ink,
): void {
  const strokes = (kind: 'underline' | 'strike'): void => {
    for (const decoration of decorationsOf(layout, kind)) {
      const ink = inkOf(decoration.colour, false);
      if (ink !== null) drawDecoration(context, decoration, ink);
    }
  };
  strokes('underline');
  for (const fragment of lettersOf(layout)) {
    const ink = inkOf(fragment.style.colour, hasEmoji(fragment.shown));
    if (ink === null) continue;
    context.fillStyle = ink;
    withPen(context, fragment, (shown, x, y) => context.fillText(shown, x, y));
  }
  strokes('strike');
}

/** More output px than this make a fill softer instead of using up the memory. */
const mostPixels = 24_000_000;

/**
 * Fills the letters that have no colour of their own with a picture, or with a gradient that does not turn
 * with turned letters: the fill on a sheet of its own, cut out by the letters on another.
 */
export function drawFilledLetters(
  context: Canvas2D,
  node: TextNode,
  layout: TextLayout,
  fill: Gradient | PictureFill,
  environment: DrawEnvironment,
): void {
  const reach = Math.max(...lettersOf(layout).map((fragment) => fragment.style.fontSize), node.fontSize);
  const overflow = Math.max(0, layout.height - node.height, layout.width - node.width);
  const area = {
    x: -reach - overflow,
    y: -reach - overflow,
    width: node.width + (reach + overflow) * 2,
    height: node.height + (reach + overflow) * 2,
  };
  const wanted = environment.scale();
  const scale = Math.min(wanted, Math.sqrt(mostPixels / (area.width * area.height)));
  const width = Math.max(1, Math.ceil(area.width * scale));
  const height = Math.max(1, Math.ceil(area.height * scale));
  const sheet = (draw: (inside: Canvas2D) => void) => {
    const surface = environment.surface(width, height);
    surface.context.save();
    surface.context.scale(scale, scale);
    surface.context.translate(-area.x, -area.y);
    draw(surface.context);
    surface.context.restore();
    return surface;
  };
  const letters = sheet((inside) => {
    if (context.lang !== undefined) inside.lang = context.lang;
    inside.textAlign = 'left';
    inside.textBaseline = 'alphabetic';
    drawLetters(inside, layout, (colour, emoji) => (colour === null && !emoji ? '#000000' : null));
  });
  const box = { x: 0, y: 0, width: node.width, height: node.height };
  const inside = { ...environment, scale: () => scale };
  const filled = sheet((paint) => {
    if (fill.kind === 'picture') {
      drawPictureFill(paint, fill, box, inside, node.id);
      return;
    }
    paint.fillStyle = makeGradient(paint, fill, box, environment.tokens);
    paint.fillRect(area.x, area.y, area.width, area.height);
  });
  const whole = { x: 0, y: 0, width, height };
  filled.context.globalCompositeOperation = 'destination-in';
  drawPicture(filled.context, letters.image, whole, whole);
  filled.context.globalCompositeOperation = 'source-over';
  drawPicture(context, filled.image, whole, { ...area, width: width / scale, height: height / scale });
}
